import { describe, expect, it } from "vitest";
import { fieldAt } from "../../../plan/fields.ts";
import { likelyValues } from "./likely-values.ts";
import { suggestTarget } from "./suggest.ts";
import { fits, labelName, targetFields } from "./target.ts";

describe("suggestTarget", () => {
  it.each([
    ["hidden_size", "model.width"],
    ["model.n_embd", "model.width"],
    ["d_model", "model.width"],
    ["n_layer", "model.layers"],
    ["num_attention_heads", "model.heads"],
    ["batch_size", "training.batch"],
    ["data/batch-size", "training.batch"],
    ["max_steps", "training.steps"],
    ["block_size", "training.sequence"],
    ["num_train_epochs", "training.epochs"],
    ["torch_dtype", "hardware.format"],
    ["optim", "training.optimizer"],
    ["num_local_experts", "model.experts"],
    ["tensor_model_parallel_size", "hardware.tensorParallel"],
  ])("%s sets %s", (name, path) => {
    expect(suggestTarget(name)).toEqual({ kind: "field", path });
    expect(fieldAt(path)).toBeDefined();
    expect(targetFields).toContain(path);
  });

  it("takes rates for labels, seeds for repeats and, in a table, results for neither", () => {
    expect(suggestTarget("optimizer.lr")).toEqual({ kind: "label", name: "learning rate" });
    expect(suggestTarget("random_seed")).toEqual({ kind: "repeats" });
    expect(suggestTarget("act.fn")).toEqual({ kind: "label", name: "act fn" });
    expect(suggestTarget("val_loss")).toEqual({ kind: "label", name: "val_loss" });
    for (const name of ["val_loss", "_runtime", "Name", "test/acc"]) {
      expect(suggestTarget(name, { inTable: true }), name).toEqual({ kind: "out" });
    }
  });
});

it("gives labels names that an axis may have", () => {
  expect(["a.b", "batch", "", "x".repeat(300)].map(labelName)).toEqual([
    "a b",
    "batch setting",
    "parameter",
    "x".repeat(120),
  ]);
});

it("tells whether a field takes values", () => {
  expect(fits("model.width", [128, 256])).toBe(true);
  expect(fits("model.width", [128, 0.5])).toBe(false);
  expect(fits("hardware.format", ["bf16"])).toBe(true);
  expect(fits("model.nothing", [1])).toBe(false);
});

describe("likelyValues", () => {
  const range = {
    name: "a",
    drawn: true,
    kind: "range",
    low: 0,
    high: 600,
    step: null,
    scale: "linear",
    whole: false,
    normal: null,
  } as const;

  it("are the middles of three equally likely parts, on the steps of the range", () => {
    expect(likelyValues(range)).toEqual([100, 300, 500]);
    expect(likelyValues({ ...range, low: 1, high: 1e6, scale: "log" })).toEqual([10, 1000, 100_000]);
    expect(likelyValues({ ...range, low: 64, high: 1024, step: 64, whole: true })).toEqual([256, 576, 896]);
    expect(likelyValues({ ...range, low: 1, high: 2, step: 1, whole: true })).toEqual([1, 2]);
    expect(likelyValues({ ...range, low: null, high: null, normal: { mean: 10, deviation: 1 } })).toEqual([
      9.033, 10, 10.97,
    ]);
    expect(likelyValues({ ...range, low: null })).toEqual([]);
  });
});
