import { describe, expect, it } from "vitest";
import { completeTraining } from "./recipe.ts";
import { LENGTH_FIELDS, type TrainingFields, trainingFieldsSchema } from "./training-fields.ts";

const faultsOf = (fields: TrainingFields, model: "tokens" | "examples" = "tokens") => {
  const recipe = completeTraining(fields, model);
  return recipe.ok ? [] : recipe.error.map(({ field, message }) => ({ field, message }));
};

describe("completeTraining", () => {
  it("takes steps of a batch of sequences: 50,000 × 256 × 512 are 6.5536e9 tokens", () => {
    const recipe = completeTraining({ steps: 50_000, batch: 256, sequence: 512 }, "tokens");
    expect(recipe).toEqual({
      ok: true,
      value: {
        length: { kind: "steps", steps: 50_000, itemsPerStep: 131_072 },
        batch: 256,
        sequence: 512,
        documentLengths: null,
      },
    });
    expect(50_000 * 131_072).toBe(6.5536e9);
  });

  it("takes tokens, and keeps a batch that is stated for other reasons", () => {
    expect(completeTraining({ tokens: 2e12, batch: 1_024, sequence: 4_096 }, "tokens")).toMatchObject({
      value: { length: { kind: "tokens", tokens: 2e12 }, batch: 1_024 },
    });
  });

  it("takes tokens per parameter, with the parameters that are meant", () => {
    const tokensPerParameter = { ratio: 20, of: "nonEmbedding" } as const;
    expect(completeTraining({ tokensPerParameter, sequence: 512 }, "tokens")).toMatchObject({
      value: { length: { kind: "tokensPerParameter", ratio: 20, of: "nonEmbedding" } },
    });
  });

  it("takes epochs of examples: sequences for a transformer, examples for a model with stated counts", () => {
    expect(completeTraining({ epochs: 3, examples: 52_000, sequence: 512 }, "tokens")).toMatchObject({
      value: { length: { kind: "epochs", epochs: 3, examples: 52_000, itemsPerExample: 512 } },
    });
    expect(completeTraining({ epochs: 90, examples: 1_281_167, batch: 256 }, "examples")).toEqual({
      ok: true,
      value: {
        length: { kind: "epochs", epochs: 90, examples: 1_281_167, itemsPerExample: 1 },
        batch: 256,
        sequence: null,
        documentLengths: null,
      },
    });
  });

  it("counts examples in the steps of a model with stated counts", () => {
    expect(completeTraining({ steps: 450_000, batch: 256 }, "examples")).toMatchObject({
      value: { length: { kind: "steps", steps: 450_000, itemsPerStep: 256 }, sequence: null },
    });
  });

  it("keeps the lengths of packed documents, up to that of the sequence", () => {
    expect(completeTraining({ tokens: 5, sequence: 512, documentLengths: [512, 100] }, "tokens")).toMatchObject({
      value: { documentLengths: [512, 100] },
    });
  });

  it("passes ranges and variables on undrawn", () => {
    const steps = { low: 40_000, likely: 50_000, high: 60_000 };
    expect(completeTraining({ steps, batch: 1, sequence: 1 }, "tokens")).toMatchObject({
      value: { length: { steps } },
    });
    expect(completeTraining({ tokens: { use: "tokens" }, sequence: 1 }, "tokens")).toMatchObject({
      value: { length: { tokens: { use: "tokens" } } },
    });
  });

  it.each<[string, TrainingFields, "tokens" | "examples", { field: string; message: string }[]]>([
    [
      "no length",
      { batch: 256, sequence: 512 },
      "tokens",
      [
        {
          field: "steps",
          message: "the training has no length: none of steps, tokens, tokensPerParameter, epochs, hours is stated",
        },
      ],
    ],
    [
      "two lengths",
      { steps: 5, tokens: 7, batch: 1, sequence: 1 },
      "tokens",
      [{ field: "tokens", message: "the training length is stated twice, by steps and by tokens" }],
    ],
    [
      "steps without a batch and without a sequence",
      { steps: 5 },
      "tokens",
      [
        { field: "sequence", message: "sequence is missing" },
        { field: "batch", message: "batch is missing" },
      ],
    ],
    [
      "epochs of nothing",
      { epochs: 3, sequence: 512 },
      "tokens",
      [{ field: "examples", message: "examples is missing" }],
    ],
    [
      "a document longer than the sequence",
      { tokens: 5, sequence: 512, documentLengths: [100, 600, 700] },
      "tokens",
      [{ field: "documentLengths", message: "a document of 600 tokens does not fit a sequence of 512" }],
    ],
    [
      "tokens for a model that trains on examples",
      { tokens: 5, sequence: 512 },
      "examples",
      [
        { field: "sequence", message: "sequence counts tokens, and this model trains on examples" },
        { field: "tokens", message: "tokens counts tokens, and this model trains on examples" },
      ],
    ],
  ])("refuses %s", (_what, fields, model, faults) => {
    expect(faultsOf(fields, model)).toEqual(faults);
  });
});

describe("trainingFieldsSchema", () => {
  it("takes each way to state a length", () => {
    const samples = {
      steps: 5,
      tokens: { use: "t" },
      tokensPerParameter: { ratio: 20, of: "total" },
      epochs: 0.5,
      requests: 7,
      hours: 0.25,
    };
    expect(Object.keys(samples)).toEqual([...LENGTH_FIELDS]);
    for (const [field, value] of Object.entries(samples)) {
      expect(trainingFieldsSchema.safeParse({ [field]: value }).success).toBe(true);
    }
  });

  it.each([
    { steps: 0 },
    { steps: 1.5 },
    { batch: 0 },
    { batch: { low: 1, likely: 2, high: 3 } },
    { sequence: 512.5 },
    { epochs: 0 },
    { examples: -1 },
    { tokensPerParameter: 20 },
    { tokensPerParameter: { ratio: 20 } },
    { tokensPerParameter: { ratio: 20, of: "all" } },
    { documentLengths: [] },
    { documentLengths: [0] },
    { tokens: Number.NaN },
    { tokens: Number.POSITIVE_INFINITY },
    { step: 5 },
  ])("refuses %o", (fields) => {
    expect(trainingFieldsSchema.safeParse(fields).success).toBe(false);
  });
});
