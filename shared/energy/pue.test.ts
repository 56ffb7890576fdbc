import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Pue, pueSchema } from "./pue.ts";

const catalogue = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/catalog/${name}.json`, import.meta.url), "utf8"));

const published: readonly Pue[] = z.array(pueSchema).parse(catalogue("pue"));

describe("the catalogue of PUE", () => {
  it("has 14 rows, each under an id of its own, none from memory", () => {
    expect(published).toHaveLength(14);
    expect(new Set(published.map(({ id }) => id)).size).toBe(14);
    expect(published.filter(({ source }) => /memory/i.test(source))).toEqual([]);
  });

  it("keeps to its sources, and to what a PUE can be", () => {
    expect(published.find(({ id }) => id === "google-average-of-all-sites")).toMatchObject({
      pue: 1.1,
      date: "2024-12",
    });
    for (const { id, pue } of published) {
      expect(pue, id).toBeGreaterThanOrEqual(1.04);
      expect(pue, id).toBeLessThanOrEqual(1.56);
    }
  });
});
