import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate } from "../../../estimate/estimate.ts";
import { shippedCatalogue } from "../../../plan/catalogue.fixture.ts";
import { readPlan } from "../../../plan/read.ts";
import { countRuns } from "../count-runs.ts";
import { sweepOf } from "../reading.fixture.ts";
import type { SweepFile, SweepValue } from "../sweep-file.ts";
import type { Target } from "./target.ts";
import { writtenSweep } from "./written-sweep.ts";

const catalogue = shippedCatalogue((path) =>
  readFileSync(new URL(`../../../../assets/${path}`, import.meta.url), "utf8"),
);

const field = (path: string): Target => ({ kind: "field", path });
const label = (name: string): Target => ({ kind: "label", name });

function written(
  file: SweepFile,
  targets: Readonly<Record<string, Target>>,
  {
    trials = null,
    sizes = {},
    values = {},
  }: { trials?: number | null; sizes?: Record<string, number>; values?: Record<string, SweepValue[]> } = {},
) {
  return writtenSweep(file, {
    targets: new Map(Object.entries(targets)),
    values: new Map(Object.entries(values)),
    answers: { trials, sizes: new Map(Object.entries(sizes)) },
  });
}

function sweepIn(result: ReturnType<typeof written>) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What a plan with this sweep counts. */
function runsIn(sweep: object): number {
  const text = JSON.stringify({
    flopsheet: 1,
    title: "T",
    defaults: {
      model: { layers: 2, headSize: 64, vocabulary: 1000, width: 128 },
      training: { steps: 1000, batch: 8, sequence: 128 },
      hardware: { accelerator: "h100-sxm" },
    },
    experiments: [{ id: "a", title: "A", sweeps: [sweep] }],
    quotes: [{ id: "q", price: 2 }],
  });
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return estimate(read.value.resolved).withRepeats.runs;
}

const wandb = (parameters: object, more: object = { method: "grid" }) =>
  sweepOf(JSON.stringify({ ...more, parameters }));

describe("a grid", () => {
  const file = wandb({
    d_model: { values: [256, 512] },
    lr: { values: [0.1, 0.01, 0.001] },
    seed: { values: [0, 1] },
    batch_size: { value: 16 },
    note: { value: "x" },
  });
  const targets = {
    d_model: field("model.width"),
    lr: label("learning rate"),
    seed: { kind: "repeats" },
    batch_size: field("training.batch"),
  } as const;

  it("becomes path axes, label axes and repeats, with its constants as fields", () => {
    const { sweep, runs, notes } = sweepIn(written(file, targets));
    expect(sweep).toEqual({
      training: { batch: 16 },
      axes: { "model.width": [256, 512], "learning rate": [0.1, 0.01, 0.001] },
      repeats: 2,
    });
    expect([runs, notes]).toEqual([12, []]);
    expect(runsIn(sweep)).toBe(12);
  });

  it("runs a parameter that is left out with none of its values", () => {
    expect(sweepIn(written(file, { ...targets, lr: { kind: "out" } })).runs).toBe(4);
  });

  it("says what keeps it from being written", () => {
    expect(written(file, { d_model: field("model.width"), lr: field("model.width") })).toMatchObject({
      error: [
        { parameter: "lr", message: "d_model sets model.width already." },
        { parameter: "lr", message: "model.width cannot be 0.1." },
      ],
    });
    expect(written(file, { d_model: label("a"), lr: label("a") })).toMatchObject({
      error: [{ parameter: "lr", message: "Another axis has the name a already." }],
    });
  });

  it("that a cap ends early is spread evenly over its settings", () => {
    const capped = wandb({ w: { values: [128, 256, 512] }, lr: { values: [1, 2, 3] } }, { method: "grid", run_cap: 7 });
    const { sweep, runs, notes } = sweepIn(written(capped, { w: field("model.width"), lr: label("lr") }));
    expect(sweep.axes).toEqual({
      setting: [
        { label: "width 128", width: 128 },
        { label: "width 256", width: 256 },
        { label: "width 512", width: 512 },
      ],
      trial: { by: "setting", counts: { "width 128": 3 }, otherwise: 2 },
    });
    expect(notes).toEqual(["The cap ends the grid early; its 7 runs are spread evenly over 3 settings."]);
    expect([runs, runsIn(sweep)]).toEqual([7, 7]);
  });

  it("counts equal values as runs of one setting", () => {
    const twice = sweepOf("hydra: {sweeper: {params: {w: 'choice(128, 128, 256)', s: 'range(2)'}}}");
    const { sweep, runs } = sweepIn(written(twice, { w: field("model.width"), s: label("s") }));
    expect([runs, runsIn(sweep)]).toEqual([6, 6]);
  });
});

describe("a search", () => {
  const file = wandb({ w: { values: [128, 256] }, lr: { min: 0.1, max: 1 } }, { method: "random" });

  it("waits for the number of its runs", () => {
    expect(written(file, {})).toEqual({
      ok: false,
      error: [{ parameter: null, message: "The number of runs is not known yet." }],
    });
  });

  it("is so many trials, spread over the values that cost differently", () => {
    const even = sweepIn(written(file, { w: field("model.width"), lr: label("lr") }, { trials: 30 }));
    expect(even.sweep).toEqual({ axes: { "model.width": [128, 256], trial: 15 } });
    const odd = sweepIn(written(file, { w: field("model.width") }, { trials: 31 }));
    expect(runsIn(odd.sweep)).toBe(31);
    const plain = sweepIn(written(file, { lr: label("lr") }, { trials: 30 }));
    expect(plain.sweep).toEqual({ axes: { trial: 30 } });
    expect(plain.notes).toEqual([]);
  });

  it("with fewer trials than settings tries as many of them, evenly spaced", () => {
    const { sweep, runs } = sweepIn(
      written(
        file,
        { w: field("model.width"), lr: field("training.steps") },
        { trials: 3, values: { lr: [100, 200, 300] } },
      ),
    );
    expect([runs, runsIn(sweep)]).toEqual([3, 3]);
  });

  it("asks for values that stand for a range which sets a field", () => {
    expect(written(file, { lr: field("training.steps") }, { trials: 3 })).toMatchObject({
      error: [{ parameter: "lr", message: "Write the values that it stands for, as 256, 512, 1024." }],
    });
  });
});

describe("other files", () => {
  it("a table has the runs of its rows, by what they cost", () => {
    const table = sweepOf("width,steps,lr\n128,100,1\n128,100,2\n256,200,1\n", "a.csv");
    const { sweep, runs } = sweepIn(
      written(table, { width: field("model.width"), steps: field("training.steps"), lr: label("lr") }),
    );
    expect(sweep.axes).toMatchObject({
      setting: [
        { label: "width 128, steps 100", width: 128, steps: 100 },
        { label: "width 256, steps 200", width: 256, steps: 200 },
      ],
    });
    expect([runs, runsIn(sweep)]).toEqual([3, 3]);
    const product = sweepOf("w,s\n128,1\n128,2\n256,1\n256,2\n", "a.csv");
    expect(sweepIn(written(product, { w: field("model.width") })).sweep).toEqual({
      axes: { "model.width": [128, 256], run: 2 },
    });
    expect(sweepIn(written(product, {})).sweep).toEqual({ axes: { run: 4 } });
    expect(written(sweepOf("w,s\n128,1\n,2\n", "a.csv"), { w: field("model.width") })).toMatchObject({
      error: [{ message: "model.width cannot be empty." }],
    });
  });

  it("an array is a count with its limit", () => {
    const array = sweepOf("#!/bin/sh\n#SBATCH --array=0-99%10\n", "a.sh");
    const { sweep } = sweepIn(written(array, { "array task": label("array task") }));
    expect(sweep).toEqual({ axes: { "array task": 100 }, maxParallel: { runs: 10 } });
    expect(runsIn(sweep)).toBe(100);
  });

  it("a glob is as many as somebody says", () => {
    const glob = sweepOf("hydra: {sweeper: {params: {db: glob(*), lr: '1,2'}}}");
    expect(sweepIn(written(glob, { db: label("db"), lr: label("lr") }, { sizes: { db: 3 } })).runs).toBe(6);
  });

  it("tokens per parameter stand inside their field where rows set it", () => {
    const table = sweepOf("r,w\n10,128\n20,256\n", "a.csv");
    const { sweep } = sweepIn(
      written(table, { r: field("training.tokensPerParameter.ratio"), w: field("model.width") }),
    );
    expect(sweep.axes).toMatchObject({ setting: [{ tokensPerParameter: { ratio: 10, of: "total" } }, {}] });
    expect(runsIn(sweep)).toBe(2);
  });
});

it("what is written has as many runs as the file asks for", () => {
  const widths = fc.uniqueArray(fc.constantFrom(64, 128, 192, 256), { minLength: 1, maxLength: 4 });
  const others = fc.integer({ min: 1, max: 4 });
  const method = fc.constantFrom("grid", "random", "bayes");
  fc.assert(
    fc.property(widths, others, others, method, fc.integer({ min: 1, max: 40 }), (w, lrs, seeds, how, cap) => {
      const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
      const file = wandb(
        { w: { values: w }, lr: { values: upTo(lrs) }, s: { values: upTo(seeds) } },
        { method: how, run_cap: cap },
      );
      const { sweep, runs } = sweepIn(
        written(file, { w: field("model.width"), lr: label("rate"), s: { kind: "repeats" } }),
      );
      expect(runs).toBe(countRuns(file));
      expect(runsIn(sweep)).toBe(runs);
    }),
    { numRuns: 60 },
  );
});
