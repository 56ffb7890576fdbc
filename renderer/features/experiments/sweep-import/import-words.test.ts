import { expect, it } from "vitest";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import { type Decisions, writtenSweep } from "../../../../shared/formats/sweeps/experiment/written-sweep.ts";
import { readSweep } from "../../../../shared/formats/sweeps/read-sweep.ts";
import { factorsOf, noteOf, titleOf } from "./import-words.ts";

const decide = (targets: Record<string, Target>, trials: number | null = null): Decisions => ({
  targets: new Map(Object.entries(targets)),
  values: new Map(),
  answers: { trials, sizes: new Map() },
});

function sweep(text: string) {
  const read = readSweep(text, "a.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

it("makes a title of a file's name", () => {
  expect(["width-sweep.yaml", "my_runs.v2.csv", ".yaml", "sweep"].map(titleOf)).toEqual([
    "Width sweep",
    "My runs v2",
    "Sweep",
    "Sweep",
  ]);
});

it("names the factors as the plan will", () => {
  const file = sweep(
    "method: grid\nparameters: {w: {values: [64, 128]}, lr: {values: [1]}, s: {values: [0, 1, 2]}, x: {values: [1, 2]}}",
  );
  const decisions = decide({
    w: { kind: "field", path: "model.width" },
    lr: { kind: "label", name: "learning rate" },
    s: { kind: "repeats" },
    x: { kind: "out" },
  });
  expect(factorsOf(file, decisions)).toEqual([
    { count: 2, words: "widths" },
    { count: 1, words: "learning rate" },
    { count: 3, words: "repeats" },
  ]);
  const written = writtenSweep(file, decisions);
  if (!written.ok) throw new Error("not written");
  expect(noteOf("w.yaml", file, decisions, written.value)).toBe(
    "From w.yaml: W&B sweep, all combinations, 6 runs. Left out: x.",
  );
});

it("has trials as a factor, known or not", () => {
  const file = sweep("method: random\nparameters: {lr: {min: 0.1, max: 1}}");
  expect(factorsOf(file, decide({}))).toEqual([{ count: null, words: "trials" }]);
  expect(factorsOf(file, decide({}, 30))).toEqual([{ count: 30, words: "trials" }]);
});
