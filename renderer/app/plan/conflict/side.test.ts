import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sideOf } from "./side.ts";

const base = readFileSync("assets/templates/scaling-exponents.json", "utf8");

describe("sideOf", () => {
  it("says what was changed, and what that comes to", () => {
    const { changes, figures, faults } = sideOf(base, base.replace('"price": 3,', '"price": 6,'));
    expect(changes).toEqual(["Price of Stated rental price 3.00 to 6.00 USD"]);
    expect(faults).toBe(0);
    expect(figures?.total).toBeCloseTo(25_814_922.36, 1);
    expect(figures?.runs).toBe(58_512);
  });

  it("has no figures for a text with faults, and still says what was changed", () => {
    const side = sideOf(base, base.replace('"price": 3,', '"price": -3,'));
    expect(side).toMatchObject({ figures: null, faults: 1 });
    expect(side.changes).toHaveLength(1);
  });
});
