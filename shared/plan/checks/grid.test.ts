import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

describe("a grid by id", () => {
  it("is in the catalogue", () => {
    const text = changed(["grid: land", "grid: alnd"]);
    expect(faultsIn(text)).toEqual(['energy.grid 25:26 "alnd": "alnd" names no grid of the catalogue']);
    expect(faultLike(text, '"alnd"').edit?.text).toBe('"land"');
  });

  it("may be written down instead", () => {
    expect(faultsIn(changed(["grid: land", "grid: {name: Roof, gramsPerKilowattHour: 20}"]))).toEqual([]);
  });
});
