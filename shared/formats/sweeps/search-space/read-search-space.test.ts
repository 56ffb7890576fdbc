import { describe, expect, it } from "vitest";
import { axisOf, faultOf, runsOf, sweepOf, valuesOf } from "../reading.fixture.ts";

describe("a search space", () => {
  it("asks for the trials, unless the file has them", () => {
    const space =
      "lr: {type: float, low: 1e-5, high: 1e-1, log: true}\nwidth: {type: categorical, choices: [256, 512]}\ndepth: {type: int, low: 2, high: 12, step: 2}\ndropout: 0.1\n";
    const file = sweepOf(space);
    expect(file).toMatchObject({
      format: "search-space",
      method: "search",
      constants: [{ name: "dropout", value: 0.1 }],
      needs: [{ what: "trials" }],
    });
    expect(axisOf(file, "lr")).toMatchObject({ kind: "range", low: 1e-5, high: 0.1, scale: "log" });
    expect(axisOf(file, "depth")).toMatchObject({ whole: true, step: 2 });
    expect(runsOf(`n_trials: 30\nsampler: TPESampler\nsearch_space:\n${space.replace(/^(?=.)/gm, "  ")}`)).toBe(30);
  });

  it("reads JSON, nested names and a list of parameters", () => {
    expect(runsOf('{"n_trials": 5, "space": {"opt": {"lr": {"low": 0.1, "high": 1}}}}')).toBe(5);
    expect(axisOf(sweepOf('{"space": {"opt": {"lr": {"low": 0.1, "high": 1}}}}'), "opt.lr")).toMatchObject({
      whole: false,
    });
    const list = "parameters:\n  - {name: a, type: int, low: 1, high: 3}\n  - {name: b, choices: [x, y]}\n";
    expect(sweepOf(list).axes.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it.each([
    ["{type: loguniform, min: 1, max: 10}", { scale: "log", low: 1, high: 10 }],
    ["{distribution: int_uniform, lower: 1, upper: 10}", { whole: true, low: 1, high: 10 }],
    ["{type: IntDistribution, low: 1, high: 8}", { whole: true }],
    ["{type: suggest_float, low: 1, high: 8, step: 0.5}", { step: 0.5, whole: false }],
    ["{_type: quniform, _value: [0, 10, 2]}", { low: 0, high: 10, step: 2 }],
    ["{_type: randint, _value: [0, 10]}", { low: 0, high: 9, whole: true }],
    ["{type: real, bounds: [0, 2]}", { low: 0, high: 2 }],
    ["{type: normal, mean: 1, sd: 2}", { normal: { mean: 1, deviation: 2 } }],
    ["{loguniform: [1, 10]}", { scale: "log", low: 1, high: 10 }],
  ])("reads %s", (domain, axis) => {
    expect(axisOf(sweepOf(`p: ${domain}`), "p")).toMatchObject({ kind: "range", drawn: true, ...axis });
  });

  it("combines plain lists only under a key that says what they are", () => {
    expect(runsOf("param_grid:\n  a: [1, 2]\n  b: [x, y, z]\n")).toBe(6);
    expect(faultOf("a: [1, 2]\nb: [x, y, z]\n")).toContain("none of the sweep files");
  });

  it("does not take settings that are called low and high for a range", () => {
    expect(faultOf("alarm: {low: 1, likely: 2, high: 3}\n")).toContain("none of the sweep files");
  });

  it("refuses numbers that are no range", () => {
    expect(faultOf("p: {type: float, low: 2, high: 1}")).toBe(
      "1:4 The parameter p has a distribution and lacks its numbers",
    );
    expect(faultOf("p: {type: float, low: 0, high: 1, log: true}")).toBe(
      "1:4 The parameter p has a distribution and lacks its numbers",
    );
  });
});

describe("Ray Tune", () => {
  it("multiplies grids by the samples", () => {
    const text =
      "num_samples: 10\nlr: tune.loguniform(1e-4, 1e-1)\nwidth:\n  grid_search: [256, 512]\nact: \"tune.choice(['relu', 'gelu'])\"\n";
    const file = sweepOf(text);
    expect(file).toMatchObject({ format: "ray", method: "random", needs: [] });
    expect(runsOf(text)).toBe(20);
    expect(valuesOf(file)).toEqual({ width: [256, 512], act: ["relu", "gelu"] });
    expect(axisOf(file, "width")?.drawn).toBe(false);
  });

  it("runs a grid once where the file has no samples", () => {
    expect(runsOf("a: {grid_search: [1, 2]}\nb: tune.grid_search([1, 2, 3])\n")).toBe(6);
  });

  it.each([
    ["tune.uniform(0, 1)", { low: 0, high: 1, step: null }],
    ["tune.quniform(0, 1, 0.25)", { step: 0.25 }],
    ["tune.randint(1, 10)", { low: 1, high: 9, whole: true }],
    ["tune.qrandint(0, 64, 8)", { low: 0, high: 64, step: 8, whole: true }],
    ["tune.lograndint(1, 101)", { high: 100, scale: "log" }],
    ["tune.randn(1, 2)", { normal: { mean: 1, deviation: 2 } }],
    ["ray.tune.uniform(lower=0.5, upper=1)", { low: 0.5, high: 1 }],
  ])("reads %s", (call, axis) => {
    expect(axisOf(sweepOf(`p: ${call}`), "p")).toMatchObject({ kind: "range", ...axis });
  });

  it("reads the samples of tune_config", () => {
    expect(runsOf("param_space: {a: {type: uniform, lower: 0, upper: 1}}\ntune_config: {num_samples: 4}\n")).toBe(4);
    expect(
      sweepOf("param_space: {a: {type: uniform, lower: 0, upper: 1}}\ntune_config: {num_samples: -1}\n").needs,
    ).toHaveLength(1);
  });

  it("refuses what only Python can tell", () => {
    expect(faultOf("p: tune.sample_from(lambda spec, 3)")).toBe("1:4 The distribution of p cannot be read");
    expect(faultOf("p: tune.uniform(low, high)")).toBe("1:4 The distribution of p cannot be read");
  });
});
