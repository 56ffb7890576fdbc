import { describe, expect, it } from "vitest";
import { readPlan } from "../read.ts";
import { changed, faultLike, faultsIn, sampleCatalogue } from "../sample-plan.ts";

describe("a grid by id", () => {
  it("is in the catalogue", () => {
    const text = changed(["grid: land", "grid: alnd"]);
    expect(faultsIn(text)).toEqual(['energy.grid 25:26 "alnd": "alnd" names no grid of the catalogue']);
    expect(faultLike(text, '"alnd"').edit?.text).toBe('"land"');
  });

  it("is found by its name, too, however unlike its id", () => {
    const catalogue = {
      ...sampleCatalogue,
      grids: sampleCatalogue.grids.map((grid) => ({ ...grid, id: "xyz", name: "Farland" })),
    };
    const read = readPlan(changed(["grid: land", "grid: farland"]), catalogue);
    expect(read.ok ? [] : read.error).toMatchObject([{ hint: "Did you mean xyz?", edit: { text: '"xyz"' } }]);
  });

  it("may be written down instead", () => {
    expect(faultsIn(changed(["grid: land", "grid: {name: Roof, gramsPerKilowattHour: 20}"]))).toEqual([]);
  });
});
