import { describe, expect, it } from "vitest";
import { axisOf, faultOf, faultsOf, runsOf, sweepOf, valuesOf } from "../reading.fixture.ts";

const sweep = (method: string, parameters: string, more = "") =>
  `program: train.py\nmethod: ${method}\n${more}parameters:\n${parameters.replace(/^/gm, "  ")}\n`;

describe("a W&B grid", () => {
  it("multiplies values, and leaves a value constant", () => {
    const text = sweep("grid", "lr: {values: [1e-3, 1e-4]}\nwidth:\n  values: [256, 512, 1024]\nepochs: {value: 3}");
    expect(runsOf(text)).toBe(6);
    expect(sweepOf(text)).toMatchObject({ format: "wandb", method: "grid", constants: [{ name: "epochs", value: 3 }] });
  });

  it("reads 1e-5 as a number, as YAML 1.2 does", () => {
    expect(valuesOf(sweepOf(sweep("grid", "lr: {values: [1e-5, 2E+3]}")))).toEqual({ lr: [1e-5, 2000] });
  });

  it("names what is nested by its path", () => {
    const text = sweep(
      "grid",
      "optimizer:\n  parameters:\n    lr: {values: [1, 2]}\n    adam: {parameters: {beta: {values: [0.9, 0.95]}}}",
    );
    expect(valuesOf(sweepOf(text))).toEqual({ "optimizer.lr": [1, 2], "optimizer.adam.beta": [0.9, 0.95] });
  });

  it("stops at run_cap", () => {
    expect(runsOf(sweep("grid", "a: {values: [1, 2, 3]}\nb: {values: [1, 2, 3]}", "run_cap: 5\n"))).toBe(5);
    expect(runsOf(sweep("grid", "a: {values: [1, 2, 3]}", "run_cap: 50\n"))).toBe(3);
  });

  it("runs over whole numbers with both ends, and over steps of q without the upper", () => {
    const text = sweep("grid", "a: {min: 1, max: 4}\nb: {distribution: q_uniform, min: 0, max: 1, q: 0.25}");
    expect(valuesOf(sweepOf(text))).toEqual({ a: [1, 2, 3, 4], b: [0, 0.25, 0.5, 0.75] });
  });

  it("cannot run over a continuum", () => {
    expect(faultOf(sweep("grid", "lr: {min: 0.1, max: 1}"))).toBe("4:7 A grid cannot run over the range of lr");
  });

  it("keeps lists as values", () => {
    expect(valuesOf(sweepOf(sweep("grid", "layers: {values: [[64, 32], [128]]}")))).toEqual({
      layers: ["[64,32]", "[128]"],
    });
  });
});

describe("a W&B search", () => {
  it.each(["random", "bayes"])("that is %s has as many runs as its cap, else nobody knows", (method) => {
    expect(runsOf(sweep(method, "a: {values: [1, 2]}", "run_cap: 40\n"))).toBe(40);
    const open = sweepOf(sweep(method, "a: {values: [1, 2]}"));
    expect(open.needs).toMatchObject([{ what: "cap", at: { line: 2, column: 9 } }]);
    expect(runsOf(sweep(method, "a: {values: [1, 2]}"))).toBeNull();
  });

  it.each([
    ["{min: 1, max: 8}", { low: 1, high: 8, step: 1, whole: true, scale: "linear" }],
    ["{min: 0.5, max: 8}", { low: 0.5, high: 8, step: null, whole: false, scale: "linear" }],
    ["{distribution: log_uniform_values, min: 1e-5, max: 0.1}", { low: 1e-5, high: 0.1, scale: "log" }],
    ["{distribution: inv_log_uniform_values, min: 1e-5, max: 0.1}", { low: 1e-5, high: 0.1, scale: "log" }],
    ["{distribution: log_uniform, min: 0, max: 1}", { low: 1, high: Math.E, scale: "log" }],
    [
      "{distribution: q_log_uniform_values, q: 8, min: 8, max: 512}",
      { low: 8, high: 512, step: 8, whole: true, scale: "log" },
    ],
    ["{distribution: q_uniform, q: 0.1, min: 0, max: 1}", { step: 0.1, whole: false }],
    ["{distribution: normal, mu: 2, sigma: 0.5}", { low: null, normal: { mean: 2, deviation: 0.5 } }],
    ["{distribution: q_log_normal}", { scale: "log", step: 1, normal: { mean: 0, deviation: 1 } }],
    ["{distribution: beta, a: 2, b: 5}", { low: 0, high: 1 }],
  ])("draws from %s", (parameter, axis) => {
    expect(axisOf(sweepOf(sweep("random", `p: ${parameter}`)), "p")).toMatchObject({
      kind: "range",
      drawn: true,
      ...axis,
    });
  });

  it("says that probabilities and early termination are not counted", () => {
    const text = sweep(
      "random",
      "a: {values: [1, 2], probabilities: [0.9, 0.1]}",
      "run_cap: 3\nearly_terminate: {type: hyperband}\n",
    );
    const warnings = sweepOf(text).warnings.join("\n");
    expect(warnings).toContain("probabilities of a");
    expect(warnings).toContain("Early termination (hyperband)");
    expect(warnings).toContain("(program)");
  });
});

describe("what W&B would not take", () => {
  it.each([
    ["program: x\nparameters: {a: {values: [1]}}", "1:1 The sweep does not say its method"],
    [sweep("gird", "a: {values: [1]}"), "2:9 This method is not one of W&B's"],
    [sweep("grid", "a: 5"), "4:6 The parameter a is not a mapping"],
    [sweep("grid", "a: {values: []}"), "4:6 The parameter a has no values"],
    [sweep("random", "a: {min: 1}"), "4:6 The parameter a has neither a value nor a range"],
    [sweep("random", "a: {min: 2, max: 1}"), "4:6 The min of a is above its max"],
    [sweep("random", "a: {distribution: uniform, min: 2}"), "4:6 The range of a has no min or no max"],
    [sweep("random", "a: {distribution: cauchy}"), "4:6 W&B has no distribution cauchy"],
    [
      sweep("random", "a: {distribution: log_uniform_values, min: 0, max: 1}"),
      "4:6 The logarithmic range of a does not start above 0",
    ],
    [
      sweep("random", "a: {distribution: log_uniform, min: 0, max: 1000}"),
      "4:6 The range of a ends above every number",
    ],
    [sweep("random", "a: {values: [1]}", "run_cap: 0\n"), "3:10 run_cap is no number of runs"],
    ["method: grid\nmetric: {name: loss}\nparameters: 5", "3:13 The sweep has no parameters"],
  ])("%j", (text, fault) => {
    expect(faultOf(text).startsWith(fault)).toBe(true);
  });

  it("tells every fault at once", () => {
    expect(faultsOf(sweep("grid", "a: 5\nb: {min: 1}"))).toHaveLength(2);
  });
});
