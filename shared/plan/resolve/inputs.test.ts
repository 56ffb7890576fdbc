import { describe, expect, it } from "vitest";
import { changed, resolvedSample } from "../sample-plan.ts";

describe("uncertain inputs", () => {
  it("are registered once for equal use, and once for a range that several sweeps inherit", () => {
    const plan = resolvedSample(
      changed(
        ["{seed: 3}", "{seed: {use: points}}"],
        ["steps: 1000", "steps: {low: 1, likely: 2, high: 3, source: us}"],
      ),
    );
    expect(plan.inputs).toEqual([
      { name: "points", title: "points", path: "variables.points", low: 10, likely: 15, high: 20, source: null },
      {
        name: "defaults.training.steps",
        title: "training steps",
        path: "defaults.training.steps",
        low: 1,
        likely: 2,
        high: 3,
        source: "us",
      },
    ]);
    expect(plan.classes.map(({ counts }) => counts)).toEqual(Array(3).fill([{ likely: 15, input: 0 }]));
    expect(plan.classes.map(({ training }) => training.length)).toEqual(
      Array(3).fill({ kind: "steps", steps: { likely: 2, input: 1 }, itemsPerStep: 131_072 }),
    );
  });

  it("are only those in doubt, and only those in use", () => {
    expect(resolvedSample(changed(["{use: points}", "4"])).inputs).toEqual([]);
    const certain = resolvedSample(changed(["{low: 10, likely: 15, high: 20}", "{low: 15, likely: 15, high: 15}"]));
    expect(certain.inputs).toEqual([]);
    expect(certain.classes[0]?.counts).toEqual([{ likely: 15, input: null }]);
  });

  it("of a dispute alone are not the plan's", () => {
    const text =
      "disputes:\n  - {id: d, title: D, experiment: second, instead: {repeats: {low: 1, likely: 2, high: 3}}}\nquotes:";
    const plan = resolvedSample(changed(["quotes:", text]));
    expect(plan.inputs.map(({ name }) => name)).toEqual(["points"]);
    expect(plan.disputes[0]?.alternative.inputs.map(({ title }) => title)).toEqual([
      "points",
      "repeats of every run, D",
    ]);
  });
});
