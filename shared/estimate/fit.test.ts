import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { resolveLayout } from "../plan/resolve/layout.ts";
import type { ResolvedCard, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import type { Work } from "../training/work.ts";
import { changesFor, fitOf, fitOfModels, largestMicroBatchOf, type RunFit, usableMemory } from "./fit.ts";
import { cardAt, certain, plan, runClass } from "./plan.fixture.ts";

const test = cardAt(certain(0.4));
const card: ResolvedCard = { ...test, accelerator: { ...test.accelerator, memoryBytes: 85e9, marketedMemoryGB: 80 } };
const usual = resolveLayout({}, {}, "bf16");

const llamas = [
  { label: "7B", shape: transformerOf(publishedModels.llama2_7b) },
  { label: "70B", shape: transformerOf(publishedModels.llama2_70b) },
];

const llama = (changes: Partial<RunClass>): RunClass =>
  runClass({
    training: { length: { kind: "tokens", tokens: certain(1e9) }, batch: 1_024, sequence: 4_096, attended: 2_048 },
    ...changes,
  });

const planOf = (changes: Partial<ResolvedPlan>): ResolvedPlan =>
  plan({ models: llamas, cards: [card], classes: [llama({ model: 0 }), llama({ model: 1 })], ...changes });

describe("usableMemory", () => {
  it("is what was measured, else what is marketed, else unknown", () => {
    expect(usableMemory(card)).toEqual({ bytes: 85e9, isMeasured: true });
    const marketed = { ...card.accelerator, memoryBytes: null };
    expect(usableMemory({ accelerator: marketed })).toEqual({ bytes: 80e9, isMeasured: false });
    expect(usableMemory({ accelerator: { ...marketed, marketedMemoryGB: null } })).toBeNull();
  });
});

describe("fitOf", () => {
  it("says of every run class on how many cards it fits, and what binds", () => {
    const [small, large] = fitOf(planOf({}));
    expect(small).toMatchObject({ kind: "known", fit: { fits: true, cards: 4 } });
    expect(large).toMatchObject({ kind: "known", fit: { fits: false, binds: "activations" } });
  });

  it("answers alike, and once, what is alike", () => {
    const [first, second] = fitOf(planOf({ classes: [llama({ labels: 3 }), llama({ experiment: 1 })] }));
    expect(first).toBe(second);
  });

  it("counts what adapters train, and leaves kinds open whose memory nobody counts here", () => {
    const train = llama({}).training;
    const of = (recipe: Work): RunClass =>
      llama({ training: { ...train, work: { recipe, passes: null, generation: null } } });
    const adapters = { rank: 16, targets: ["queries", "values"], frozenLayers: 0 } as const;
    const [whole, tuned, lora, qlora, ...others] = fitOf(
      planOf({
        classes: [
          llama({}),
          of({ kind: "fineTuning", frozenLayers: 0 }),
          of({ kind: "lora", ...adapters }),
          of({ kind: "qlora", ...adapters }),
          of({ kind: "evaluation", shots: 0, generation: null }),
          of({ kind: "distillation", teacherParameters: 7e10 }),
          llama({ model: null }),
        ],
      }),
    );
    const bytes = (fit: RunFit | undefined) =>
      fit?.kind === "known" ? fit.fit.memory.total * fit.fit.cards : Number.NaN;
    expect(tuned).toBe(whole);
    expect(bytes(lora)).toBeLessThan(bytes(whole));
    expect(bytes(qlora)).toBeLessThan(bytes(lora));
    expect(others).toEqual(others.map(() => ({ kind: "unknown", because: "kind" })));
    expect(others).toHaveLength(3);
  });

  it("says why nothing is known", () => {
    const stated = {
      label: "ResNet",
      shape: { kind: "stated", parameters: 1, activeParameters: 1, forwardFlopPerExample: 2, source: "x" },
    } as const;
    expect(fitOf(planOf({ models: [stated], classes: [llama({})] }))).toEqual([{ kind: "unknown", because: "stated" }]);
    const nowhere = llama({ training: { ...llama({}).training, sequence: null } });
    expect(fitOf(planOf({ classes: [nowhere] }))).toEqual([{ kind: "unknown", because: "sequence" }]);
    expect(fitOf(planOf({ cards: [test], classes: [llama({})] }))).toEqual([{ kind: "unknown", because: "card" }]);
  });

  it("says what a layout cannot split", () => {
    const layouts = [{ ...usual, layout: { ...usual.layout, tensorParallel: 64 } }];
    expect(fitOf(planOf({ layouts }))[0]).toMatchObject({ kind: "indivisible", because: "heads" });
  });
});

describe("a model of images", () => {
  it("has a token for each patch and one for the class, without a sequence of the plan", () => {
    const fields = { layers: 12, width: 768, heads: 12, imageSize: 224, patchSize: 16, channels: 3 } as const;
    const shape = transformerOf({ ...fields, head: "classes", classes: 1_000, mask: "full" });
    const training = { ...llama({}).training, sequence: null };
    const [model] = fitOfModels(planOf({ models: [{ label: "ViT", shape }], classes: [llama({ training })] }));
    expect(model).toMatchObject({ run: { sequence: 197 }, result: { kind: "known", fit: { fits: true, cards: 1 } } });
  });
});

describe("fitOfModels", () => {
  it("has the largest model first, each with the run that is hardest to place", () => {
    const short = llama({ training: { ...llama({}).training, sequence: 512 } });
    const models = fitOfModels(planOf({ classes: [short, llama({ model: 1 }), llama({}), short] }));
    expect(models.map(({ run }) => [run.model, run.sequence])).toEqual([
      [1, 4_096],
      [0, 4_096],
    ]);
  });
});

describe("largestMicroBatchOf", () => {
  it("is what fits on the fewest cards, and null for what does not fit", () => {
    const [large, small] = fitOfModels(planOf({}));
    if (large === undefined || small === undefined || small.result.kind !== "known") throw new Error("two models");
    expect(largestMicroBatchOf(planOf({}), large)).toBeNull();
    const largest = largestMicroBatchOf(planOf({}), small) ?? Number.NaN;
    const fitWith = (microBatch: number) =>
      fitOf(planOf({ layouts: [{ ...usual, recipe: { ...usual.recipe, microBatch } }] }))[0];
    expect(fitWith(largest)).toMatchObject({ fit: { cards: small.result.fit.cards } });
    expect(fitWith(largest + 1)).not.toMatchObject({ fit: { cards: small.result.fit.cards } });
  });
});

describe("changesFor", () => {
  it("names what would make a run fit, and nothing for one that does", () => {
    const [large, small] = fitOfModels(planOf({}));
    if (large === undefined || small === undefined) throw new Error("the plan has two models");
    expect(changesFor(planOf({}), small.run)).toEqual([]);
    const changes = changesFor(planOf({}), large.run);
    expect(changes.map(({ change }) => change.field)).toContain("recompute");
    for (const { fit } of changes) expect(fit.fits).toBe(true);
  });
});
