import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

describe("a misspelt key", () => {
  it("does not also make the right one missing", () => {
    expect(faultsIn(changed(["experiments:", "experimentz:"]))).toEqual([
      'experimentz 9:1 "experimentz": Unknown key experimentz',
    ]);
    expect(faultsIn(changed(["likely: 15", "likley: 15"]))).toEqual([
      'variables.points.likley 4:21 "likley": Unknown key likley',
    ]);
  });

  it("does not also break a rule of its object", () => {
    expect(faultsIn(changed(["price: 3", "prise: 3"]))).toEqual(['quotes[0].prise 24:18 "prise": Unknown key prise']);
  });

  it("leaves every other fault of the object", () => {
    expect(faultsIn(changed(["price: 3", "prise: 3, headline: yes please"]))).toEqual([
      'quotes[0].prise 24:18 "prise": Unknown key prise',
      'quotes[0].headline 24:38 "yes please": Headline must be true or false',
    ]);
  });
});
