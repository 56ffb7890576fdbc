// @vitest-environment node
import { describe, expect, it } from "vitest";
import { treeItems } from "../../../fields/tree-value.ts";
import { goldenTree, openGolden } from "../golden.fixture.ts";
import { countOf, equationOf } from "./run-count.ts";

const path = ["experiments", 0, "sweeps", 0];
const treeWith = (sweep: object, more: object = {}) => ({
  variables: { points: { low: 10, likely: 15, high: 15 } },
  experiments: [{ ...more, sweeps: [sweep] }],
});
const runs = (sweep: object, more: object = {}) => equationOf(treeWith(sweep, more), path).runs;
const exactly = (count: number) => ({ low: count, likely: count, high: count });

describe("the product", () => {
  it("is the estimate's own, for every sweep of the golden plan", () => {
    const { estimated } = openGolden();
    const counted = treeItems(goldenTree, ["experiments"]).map((experiment, index) =>
      treeItems(experiment, ["sweeps"]).map(
        (_, sweep) => equationOf(goldenTree, ["experiments", index, "sweeps", sweep]).runs?.likely,
      ),
    );
    expect(counted).toEqual(estimated.sweeps.map((sweeps) => sweeps.map((totals) => totals.runs)));
  });

  it("has the ends of counts in doubt", () => {
    const axes = { width: [1, 2, 3], setting: 6, rate: { use: "points" } };
    expect(runs({ axes })).toEqual({ low: 180, likely: 270, high: 270 });
  });

  it("takes the repeats of the sweep, else of the experiment", () => {
    expect(runs({ axes: { a: 2 }, repeats: 3 }, { repeats: 5 })).toEqual(exactly(6));
    expect(runs({ axes: { a: 2 } }, { repeats: 5 })).toEqual(exactly(10));
    expect(equationOf(treeWith({ axes: { a: 2 } }, { repeats: 1 }), path).factors).toHaveLength(1);
  });

  it("is one run without axes", () => {
    expect(runs({})).toEqual(exactly(1));
  });

  it("adds up a table over the values of its axis", () => {
    const rate = { by: "width", counts: { 1: 10, 2: { use: "points" } }, otherwise: 4 };
    const equation = equationOf(treeWith({ axes: { width: [1, 2, 3], rate, seed: 2 } }), path);
    expect(equation.runs).toEqual({ low: 48, likely: 58, high: 58 });
    expect(equation.factors.map(({ axis, over }) => [axis, over])).toEqual([
      ["rate", "width"],
      ["seed", null],
    ]);
  });

  it.each([
    { axes: { a: "1x" } },
    { axes: { a: [] } },
    { axes: { a: { use: "nothing" } } },
    { axes: { a: { low: 5, likely: 4, high: 6 } } },
    { axes: { a: { by: "b", counts: {}, otherwise: 3 } } },
    { axes: { b: [1, 2], a: { by: "b", counts: { 1: 3 } } } },
    { axes: { a: 2 }, repeats: "x" },
  ])("is none for %j", (sweep) => {
    expect(runs(sweep)).toBeNull();
  });
});

it("reads a number as far as it is one", () => {
  expect(countOf({}, 0)).toEqual(exactly(0));
  expect([countOf({}, -1), countOf({}, [3]), countOf({}, null), countOf({}, {})]).toEqual([null, null, null, null]);
});
