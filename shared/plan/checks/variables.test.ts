import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

describe("a variable that is used", () => {
  it("exists", () => {
    const text = changed(["{use: points}", "{use: pionts}"]);
    expect(faultsIn(text)).toEqual([
      'experiments[0].sweeps[0].axes.rate.use 16:23 "pionts": "pionts" names no variable',
    ]);
    expect(faultLike(text, '"pionts"')).toMatchObject({ allowed: "points", hint: "Did you mean points?" });
    expect(faultsIn(changed(["{use: points}", "{use: constructor}"]))).toHaveLength(1);
  });

  it("is allowed with all of its values where it is used", () => {
    const text = changed(["low: 10", "low: -10"]);
    expect(faultsIn(text)).toEqual([
      'experiments[0].sweeps[0].axes.rate 16:17 {"low": -10, "likely": 15, "high": 20}: The variable points goes beyond what is allowed here',
    ]);
    expect(faultLike(text, "The variable").hint).toBe("-10 is outside; change the variable, or write a number here.");
  });

  it.each([
    ["whole steps", "steps: 1000", "steps: {use: points}", "high: 20", "high: 20.5"],
    ["a share", "achieved: 4.0e14", "utilisation: {use: points}", "high: 20", "high: 21"],
    ["repeats", "id: main", "id: main\n        repeats: {use: points}", "low: 10", "low: 0"],
    ["a share of reruns", "quotes:", "overhead: {reruns: {use: points}}\nquotes:", "high: 20", "high: 21"],
    [
      "early stopping",
      "id: main",
      "id: main\n        earlyStopped: {share: {use: points}, at: 0.5}",
      "low: 10",
      "low: 11",
    ],
    ["a table", "{use: points}", "{by: optimizer, counts: {SGD: {use: points}}, otherwise: 3}", "low: 10", "low: -1"],
  ])("is looked at in %s", (_, from, to, low, beyond) => {
    expect(
      faultsIn(changed([from, to], [low, beyond])).filter((fault) => fault.includes("The variable points")),
    ).toHaveLength(1);
  });

  it("is not missed where it is faulty itself", () => {
    expect(faultsIn(changed(["low: 10", "low: ten"]))).toEqual([
      'variables.points.low 4:17 "ten": Low must be a number',
    ]);
  });

  it("may be one that nothing uses", () => {
    expect(faultsIn(changed(["{use: points}", "3"]))).toEqual([]);
  });
});
