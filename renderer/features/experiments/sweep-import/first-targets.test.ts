import { describe, expect, it } from "vitest";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import { readSweep } from "../../../../shared/formats/sweeps/read-sweep.ts";
import type { SweepFile } from "../../../../shared/formats/sweeps/sweep-file.ts";
import { firstTargets } from "./first-targets.ts";

function sweep(text: string, name = "sweep.yaml"): SweepFile {
  const read = readSweep(text, name);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const targets = (file: SweepFile, known: Record<string, Target> = {}) =>
  Object.fromEntries(firstTargets(file, new Map(Object.entries(known))));

const field = (path: string): Target => ({ kind: "field", path });
const out: Target = { kind: "out" };

describe("firstTargets", () => {
  const grid = "method: grid\nparameters:\n";

  it("goes by names, and by what the fields take", () => {
    const file = sweep(
      `${grid}  d_model: {values: [256, 512]}\n  n_layer: {values: [auto, 4]}\n  seed: {values: [1, 2]}\n  batch_size: {value: 64}\n  note: {value: x}\n`,
    );
    expect(targets(file)).toEqual({
      d_model: field("model.width"),
      n_layer: { kind: "label", name: "n_layer" },
      seed: { kind: "repeats" },
      batch_size: field("training.batch"),
      note: out,
    });
  });

  it("sets a field once, and one length of the training", () => {
    const file = sweep(
      `${grid}  steps: {values: [1, 2]}\n  model.max_steps: {values: [1, 2]}\n  epochs: {values: [1, 2]}\n  tokens: {value: 1e9}\n`,
    );
    expect(targets(file)).toEqual({
      steps: field("training.steps"),
      "model.max_steps": { kind: "label", name: "model max_steps" },
      epochs: { kind: "label", name: "epochs setting" },
      tokens: out,
    });
  });

  it("takes an optimizer for the field where it is one that the plan knows, else for a label", () => {
    expect(targets(sweep(`${grid}  optimizer: {values: [adamw, sgd]}\n`))).toEqual({
      optimizer: field("training.optimizer"),
    });
    expect(targets(sweep(`${grid}  optimizer: {values: [adamw, ours]}\n`))).toEqual({
      optimizer: { kind: "label", name: "optimizer setting" },
    });
  });

  it("keeps names of labels apart", () => {
    expect(targets(sweep(`${grid}  a.lr: {values: [1, 2]}\n  b.lr: {values: [1, 2]}\n`))).toEqual({
      "a.lr": { kind: "label", name: "learning rate" },
      "b.lr": { kind: "label", name: "learning rate 2" },
    });
  });

  it("lets what is drawn, and the columns of a table, only set fields", () => {
    const random = sweep(
      "method: random\nparameters:\n  lr: {min: 0.1, max: 1}\n  n_embd: {min: 64, max: 128}\n  seed: {values: [1, 2]}\n",
    );
    expect(targets(random)).toEqual({ lr: out, n_embd: field("model.width"), seed: out });
    expect(targets(sweep("lr,width\n1,64\n2,128\n", "a.csv"))).toEqual({ lr: out, width: field("model.width") });
  });

  it("takes what a name was before, where it fits", () => {
    const file = sweep(`${grid}  size: {values: [256, 512]}\n  lr: {values: [0.1, 0.2]}\n  passes: {value: 3}\n`);
    const known = { size: field("model.width"), lr: field("model.layers"), passes: field("training.epochs") };
    expect(targets(file, known)).toEqual({
      size: field("model.width"),
      lr: { kind: "label", name: "lr" },
      passes: field("training.epochs"),
    });
  });
});
