import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Grid, gridSchema } from "./grid.ts";

const catalogue = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/catalog/${name}.json`, import.meta.url), "utf8"));

const grids: readonly Grid[] = z.array(gridSchema).parse(catalogue("grids"));
const grid = (id: string) => grids.find((row) => row.id === id);

describe("the catalogue of grids", () => {
  it("has 35 countries and 40 cloud regions, each under an id of its own", () => {
    expect(grids.filter(({ kind }) => kind === "country")).toHaveLength(35);
    expect(grids.filter(({ kind }) => kind === "cloudRegion")).toHaveLength(40);
    expect(new Set(grids.map(({ id }) => id)).size).toBe(75);
  });

  it("keeps to its sources", () => {
    expect(grid("usa")).toMatchObject({ name: "United States", gramsPerKilowattHour: 369.473, date: "2023" });
    expect(grid("fra")?.gramsPerKilowattHour).toBe(56.039);
    expect(grid("gcp-europe-west1")).toMatchObject({ gramsPerKilowattHour: 122, date: null, basis: "location" });
    // The clean end of the table is no misprint: Montreal runs on water.
    expect(grid("gcp-northamerica-northeast1")?.gramsPerKilowattHour).toBe(2);
  });

  it("does not mix in the AWS and Azure figures of 2016 to 2019, which are far above today's", () => {
    expect(grids.filter(({ id, source }) => /^(aws|azure)-/.test(id) || /eGRID|mlco2\/impact/.test(source))).toEqual(
      [],
    );
  });
});
