import { describe, expect, it } from "vitest";
import { completeTraining } from "./recipe.ts";
import { KINDS_OF_FIELD, RUN_KIND_WORDS, RUN_KINDS } from "./run-kind.ts";
import { type TrainingFields, trainingFieldsSchema } from "./training-fields.ts";
import { completeWork } from "./work.ts";

const workOf = (fields: TrainingFields, items: "tokens" | "examples" = "tokens") => {
  const work = completeWork(fields, items);
  return work.ok ? work.value : work.error.map(({ field, message }) => `${field}: ${message}`);
};

describe("completeWork", () => {
  it("has nothing to say of pre-training, stated or not", () => {
    expect(workOf({})).toBeNull();
    expect(workOf({ runKind: "pretraining", loraRank: 8 })).toBeNull();
  });

  it("takes the usual adapters by a word, and others by their names, each once", () => {
    expect(workOf({ runKind: "lora", loraRank: 16 })).toEqual({
      kind: "lora",
      rank: 16,
      targets: ["queries", "keys", "values", "attentionOutput", "feedForward"],
      frozenLayers: 0,
    });
    expect(workOf({ runKind: "qlora", loraRank: 8, loraTargets: "queriesValues" })).toMatchObject({
      targets: ["queries", "values"],
    });
    expect(workOf({ runKind: "lora", loraRank: 8, loraTargets: ["keys", "keys"] })).toMatchObject({
      targets: ["keys"],
    });
  });

  it("reads with a reference and for old log-probabilities unless a plan says otherwise", () => {
    expect(workOf({ runKind: "rollouts", generationTokensPerSecond: 1_500 })).toEqual({
      kind: "rollouts",
      epochs: 1,
      reference: true,
      old: true,
      rewardParameters: 0,
      criticParameters: 0,
      generation: { tokensPerSecond: 1_500, share: 1 },
    });
  });

  it("knows which part of an answered request is written, shots included", () => {
    const evaluation = { runKind: "evaluation", requests: 10, promptTokens: 100, generatedTokens: 200 } as const;
    expect(workOf({ ...evaluation, shots: 5, generationTokensPerSecond: 1_000 })).toEqual({
      kind: "evaluation",
      shots: 5,
      generation: { tokensPerSecond: 1_000, share: 200 / 800 },
    });
    expect(workOf({ ...evaluation, generatedTokens: 0 })).toEqual({ kind: "evaluation", shots: 0, generation: null });
  });

  it.each<[TrainingFields, "tokens" | "examples", string]>([
    [{ runKind: "lora" }, "tokens", "loraRank: loraRank is missing"],
    [{ runKind: "distillation" }, "tokens", "teacherParameters: teacherParameters is missing"],
    [{ runKind: "rollouts" }, "tokens", "generationTokensPerSecond: generationTokensPerSecond is missing"],
    [
      { runKind: "inference", requests: 1, promptTokens: 1, generatedTokens: 1 },
      "tokens",
      "generationTokensPerSecond: generationTokensPerSecond is missing",
    ],
    [
      { runKind: "rollouts", generationTokensPerSecond: 9, hours: 5 },
      "tokens",
      "hours: rollouts are counted in tokens, because writing and training have each a pace of their own",
    ],
    [
      { runKind: "lora", loraRank: 1 },
      "examples",
      "runKind: LoRA is counted by the tokens and blocks of a transformer, and this model has examples",
    ],
    [
      { runKind: "fineTuning", frozenLayers: 2 },
      "examples",
      "frozenLayers: frozenLayers counts blocks of a transformer, and this model has examples",
    ],
  ])("refuses %j of %s", (fields, items, fault) => {
    expect(workOf(fields, items)).toEqual([fault]);
  });
});

describe("the length of each kind of work", () => {
  it("is requests × (prompt after its examples + answer), which see each other", () => {
    const fields = {
      runKind: "evaluation",
      requests: 1_000,
      promptTokens: 100,
      generatedTokens: 200,
      shots: 5,
      generationTokensPerSecond: 1_000,
      sequence: 4_096,
    } as const;
    expect(completeTraining(fields, "tokens")).toMatchObject({
      value: { length: { kind: "requests", requests: 1_000, itemsPerRequest: 800 }, sequence: 800 },
    });
  });

  it("is requests of one example each for a model of examples", () => {
    expect(completeTraining({ runKind: "inference", requests: 50_000 }, "examples")).toMatchObject({
      value: { length: { kind: "requests", requests: 50_000, itemsPerRequest: 1 } },
    });
  });

  it("is hours on cards, with a model or, for two kinds, without", () => {
    expect(completeTraining({ hours: 40, cards: 8, sequence: 512 }, "tokens")).toMatchObject({
      value: { length: { kind: "hours", hours: 40, cards: 8 } },
    });
    for (const runKind of ["dataPreparation", "interactive"] as const) {
      expect(completeTraining({ runKind, hours: 40, cards: 8 }, "tokens")).toEqual({
        ok: true,
        value: {
          length: { kind: "hours", hours: 40, cards: 8 },
          batch: null,
          sequence: null,
          documentLengths: null,
          work: { kind: runKind },
        },
      });
    }
  });

  it.each<[TrainingFields, string[]]>([
    [{ runKind: "interactive" }, ["hours", "cards"]],
    [{ hours: 5, sequence: 1 }, ["cards"]],
    [{ requests: 5, promptTokens: 7, sequence: 1 }, ["requests"]],
    [{ runKind: "evaluation", requests: 5 }, ["promptTokens"]],
  ])("refuses %j", (fields, expected) => {
    const recipe = completeTraining(fields, "tokens");
    expect(recipe.ok ? [] : recipe.error.map(({ field }) => field)).toEqual(expected);
  });
});

it("names fields and kinds that there are", () => {
  expect(Object.keys(trainingFieldsSchema.shape)).toEqual(expect.arrayContaining(Object.keys(KINDS_OF_FIELD)));
  expect(Object.keys(RUN_KIND_WORDS)).toEqual([...RUN_KINDS]);
});
