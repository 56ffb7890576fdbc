import { describe, expect, it } from "vitest";
import { workByYear } from "./work-by-year.ts";

const segment = (fromHours: number, toHours: number, cards: number) => ({ job: 0, runs: 1, fromHours, toHours, cards });

describe("workByYear", () => {
  it("cuts what goes on over the end of a year", () => {
    expect(workByYear({ segments: [segment(0, 13_140, 8)] }, 168, 2)).toEqual([70_080, 35_040]);
  });

  it("counts years in hours of use: a cluster of 84 hours a week takes twice as long", () => {
    expect(workByYear({ segments: [segment(0, 8_760, 1)] }, 84, 3)).toEqual([4_380, 4_380, 0]);
  });

  it("counts what ends after the grant in its last year, and nothing where there is no work", () => {
    expect(workByYear({ segments: [segment(0, 100, 2), segment(20_000, 20_010, 1)] }, 168, 1)).toEqual([210]);
    expect(workByYear({ segments: [] }, 168, 2)).toEqual([0, 0]);
  });
});
