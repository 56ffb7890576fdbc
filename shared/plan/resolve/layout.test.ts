import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../catalogue.fixture.ts";
import { readPlan } from "../read.ts";

const catalogue = shippedCatalogue((path) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8"));

const resolved = (sweep: object, defaults: object = {}) => {
  const plan = {
    flopsheet: 1,
    title: "Layouts",
    defaults: {
      model: { layers: 8, width: 1_024, heads: 8, vocabulary: 1_000 },
      training: { steps: 10, batch: 64, sequence: 512 },
      hardware: { accelerator: "h100-sxm", format: "bf16", utilisation: 0.4 },
    },
    experiments: [{ id: "one", title: "One", ...defaults, sweeps: [sweep] }],
    quotes: [{ id: "offer", price: 3 }],
  };
  const read = readPlan(JSON.stringify(plan), catalogue);
  if (!read.ok) return read.error.map(({ path, message, allowed }) => ({ path, message, allowed }));
  const { layouts, classes } = read.value.resolved;
  return classes.map(({ layout }) => layouts[layout]);
};

describe("the layout of a run class", () => {
  it("is the defaults where the plan says nothing, and says so", () => {
    expect(resolved({})).toMatchObject([
      {
        recipe: { precision: "megatron-mixed", optimizer: "adamw", activations: "16-bit", microBatch: 1 },
        layout: { zeroStage: 3, tensorParallel: 1, offload: "none", gatheredLayers: 2 },
        hostBytes: null,
        places: {},
      },
    ]);
  });

  it("takes its precision from the format of the card", () => {
    expect(resolved({ hardware: { format: "fp8" } })).toMatchObject([{ recipe: { precision: "fp8" } }]);
    expect(resolved({ hardware: { format: "tf32" } })).toMatchObject([
      { recipe: { precision: "fp32", activations: "fp32" } },
    ]);
  });

  it("is what the nearest level states, with its place", () => {
    const layouts = resolved(
      { training: { microBatch: 4 }, hardware: { zeroStage: 1, hostMemoryBytes: 2e12 } },
      { training: { microBatch: 8, recompute: "full" } },
    );
    expect(layouts).toMatchObject([
      {
        recipe: { microBatch: 4, recompute: "full" },
        layout: { zeroStage: 1 },
        hostBytes: 2e12,
        places: {
          microBatch: "experiments[0].sweeps[0].training.microBatch",
          recompute: "experiments[0].training.recompute",
          zeroStage: "experiments[0].sweeps[0].hardware.zeroStage",
        },
      },
    ]);
  });

  it("varies along an axis, of either group", () => {
    const axes = { "training.optimizer": ["adamw", "sgd"], "hardware.zeroStage": [0, 3] };
    expect(resolved({ axes })).toMatchObject([
      { recipe: { optimizer: "adamw" }, layout: { zeroStage: 0 } },
      { recipe: { optimizer: "adamw" }, layout: { zeroStage: 3 } },
      { recipe: { optimizer: "sgd" }, layout: { zeroStage: 0 } },
      { recipe: { optimizer: "sgd" }, layout: { zeroStage: 3 } },
    ]);
  });

  it("refuses a micro-batch that does not divide the batch, and values out of bounds", () => {
    expect(resolved({ training: { microBatch: 7 } })).toEqual([
      {
        path: "experiments[0].sweeps[0].training.microBatch",
        message: "A batch of 64 is no whole number of micro-batches of 7",
        allowed: "a divisor of batch, which is 64",
      },
    ]);
    for (const hardware of [{ zeroStage: 4 }, { tensorParallel: 0 }, { offload: "disk" }, { hostMemoryBytes: -1 }])
      expect(resolved({ hardware })).toHaveLength(1);
  });
});
