import { describe, expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { offersOf } from "./offers.ts";

const any = { search: "", card: "", term: "", region: "" } as const;
const offers = (wanted: Partial<Parameters<typeof offersOf>[1]>) => offersOf(catalogue.rates, { ...any, ...wanted });

describe("offersOf", () => {
  it("has every stated price of the catalogue once, the cheapest first", () => {
    const all = offers({});
    const stated = catalogue.rates.flatMap(({ prices }) => Object.values(prices).filter((price) => price !== null));
    expect(all).toHaveLength(stated.length);
    expect(all.map(({ price }) => price)).toEqual([...stated].sort((a, b) => a - b));
  });

  it("finds by card, term, region and words", () => {
    const found = offers({ card: "h100-sxm", term: "reserved1y", search: "google" });
    expect(found.length).toBeGreaterThan(0);
    for (const { rate, term } of found) {
      expect([rate.acceleratorId, term]).toEqual(["h100-sxm", "reserved1y"]);
    }
    expect(offers({ region: "us-east-1" }).every(({ rate }) => rate.region === "us-east-1")).toBe(true);
    expect(offers({ search: "aws p5.48xlarge" }).map(({ rate }) => rate.instance)).toContain("p5.48xlarge");
    expect(offers({ search: "no such provider" })).toEqual([]);
  });
});
