import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeShape } from "./complete-shape.ts";
import {
  LAYER_LIST_FIELDS,
  MODEL_DEFAULTS,
  type ModelFields,
  modelFieldsSchema,
  STATED_FIELDS,
  TRANSFORMER_FIELDS,
} from "./model-fields.ts";

const small: ModelFields = { layers: 8, heads: 4, headSize: 128, vocabulary: 32_101 };

const faultsOf = (fields: ModelFields) => {
  const shape = completeShape(fields);
  return shape.ok ? [] : shape.error;
};

describe("completeShape", () => {
  it("puts every default in", () => {
    expect(completeShape(small)).toEqual({
      ok: true,
      value: {
        kind: "transformer",
        layers: 8,
        width: 512,
        heads: 4,
        headSize: 128,
        keyValueHeads: 4,
        feedForward: 2_048,
        gated: false,
        vocabulary: 32_101,
        tiedEmbeddings: false,
        norm: "rms",
        normBias: false,
        positions: "rotary",
        maxPositions: null,
        positionBuckets: 0,
        biases: "none",
        mask: "causal",
        window: null,
        globalLayers: 0,
        uniqueLayers: 8,
        latent: null,
        queryKeyNorm: "none",
        mixture: null,
        stateSpace: null,
        encoder: null,
        image: null,
        embeddingWidth: 512,
        tokenTypes: 0,
        head: "logits",
        classes: 0,
        outputBias: false,
        pooler: false,
        predictionHeads: 0,
        normsPerBlock: 2,
        finalNorm: true,
        embeddingNorm: false,
        parallel: false,
      },
    });
  });

  it("gives a layer norm its bias unless told otherwise", () => {
    expect(completeShape({ ...small, norm: "layer" })).toMatchObject({ value: { normBias: true } });
    expect(completeShape({ ...small, norm: "layer", normBias: false })).toMatchObject({ value: { normBias: false } });
  });

  it("derives the third of width, heads and head size, whichever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (heads, headSize) => {
        const width = heads * headSize;
        const rest = { layers: 1, vocabulary: 1 };
        for (const two of [
          { heads, headSize },
          { width, heads },
          { width, headSize },
          { width, heads, headSize },
        ]) {
          expect(completeShape({ ...rest, ...two })).toMatchObject({ ok: true, value: { width, heads, headSize } });
        }
      }),
    );
  });

  it("says the three numbers where they contradict each other", () => {
    expect(faultsOf({ ...small, width: 500 })).toEqual([
      {
        field: "width",
        value: 500,
        allowed: "512, or leave one of the three out, or freeHeadSize: true",
        message: "width 500 is not heads 4 × headSize 128 = 512",
      },
    ]);
  });

  it.each<[string, ModelFields, string, string]>([
    [
      "no dimension",
      { layers: 1, vocabulary: 9 },
      "width",
      "two of width, heads and headSize are needed and none is stated",
    ],
    [
      "width alone",
      { layers: 1, vocabulary: 9, width: 8 },
      "heads",
      "two of width, heads and headSize are needed and only width is stated",
    ],
    [
      "heads alone",
      { layers: 1, vocabulary: 9, heads: 8 },
      "width",
      "two of width, heads and headSize are needed and only heads is stated",
    ],
    [
      "a width that heads do not divide",
      { ...small, headSize: undefined, width: 510 },
      "width",
      "width 510 divided by heads 4 gives no whole headSize",
    ],
    [
      "a width that the head size does not divide",
      { ...small, heads: undefined, width: 510 },
      "width",
      "width 510 divided by headSize 128 gives no whole heads",
    ],
    [
      "a width out of bounds",
      { ...small, heads: 100_000 },
      "heads",
      "heads 100000 × headSize 128 makes a width of 12800000",
    ],
    [
      "too many heads",
      { ...small, heads: undefined, headSize: 1, width: 1_000_000 },
      "headSize",
      "width 1000000 divided by headSize 1 makes 1000000 heads",
    ],
    ["uneven groups", { ...small, keyValueHeads: 3 }, "keyValueHeads", "4 heads cannot share 3 keyValueHeads evenly"],
    [
      "more key heads than heads",
      { ...small, keyValueHeads: 8 },
      "keyValueHeads",
      "4 heads cannot share 8 keyValueHeads evenly",
    ],
    [
      "a ratio that gives no whole width",
      { ...small, feedForwardRatio: 2.71 },
      "feedForwardRatio",
      "feedForwardRatio 2.71 × width 512 = 1387.52, which is no whole number",
    ],
    [
      "a ratio that gives nothing",
      { ...small, feedForwardRatio: 1e-4 },
      "feedForwardRatio",
      "feedForwardRatio 0.0001 × width 512 = 0.0512, which is no whole number",
    ],
    [
      "two feed-forward widths",
      { ...small, feedForward: 2_000, feedForwardRatio: 4 },
      "feedForward",
      "feedForward 2000 is not feedForwardRatio 4 × width 512 = 2048",
    ],
    [
      "learned positions without their number",
      { ...small, positions: "learned" },
      "maxPositions",
      "positions are learned, so maxPositions must say how many there are",
    ],
    [
      "a window without a causal mask",
      { ...small, mask: "full", window: 64 },
      "window",
      "a sliding window of 64 needs a causal mask, and mask is full",
    ],
    [
      "a bias of no norm",
      { ...small, norm: "none", normBias: true },
      "normBias",
      "normBias is true but norm is none, so there is no norm to have a bias",
    ],
    ["no layers", { ...small, layers: undefined }, "layers", "layers is missing"],
    ["no vocabulary", { ...small, vocabulary: undefined }, "vocabulary", "vocabulary is missing"],
    [
      "stated counts on a transformer",
      { ...small, parameters: 7 },
      "parameters",
      "parameters belongs to a model with stated counts, and this one is a transformer",
    ],
  ])("refuses %s", (_what, fields, field, message) => {
    expect(faultsOf(fields).map((fault) => ({ field: fault.field, message: fault.message }))).toEqual([
      { field, message },
    ]);
  });

  it("names every fault at once, each with what is allowed", () => {
    const faults = faultsOf({ width: 500, heads: 4, headSize: 128, positions: "learned", mask: "full", window: 9 });
    expect(faults.map((fault) => fault.field)).toEqual(["layers", "vocabulary", "width", "window", "maxPositions"]);
    for (const fault of faults) expect(fault.allowed).not.toBe("");
  });

  it("takes a ratio in decimals for the whole number it means", () => {
    expect(1.1 * 3_000).not.toBe(3_300);
    expect(completeShape({ ...small, headSize: 750, feedForwardRatio: 1.1 })).toMatchObject({
      value: { width: 3_000, feedForward: 3_300 },
    });
  });

  it("allows a statement twice where both agree, and no window by name", () => {
    expect(completeShape({ ...small, feedForward: 2_048, feedForwardRatio: 4, mask: "full", window: null }).ok).toBe(
      true,
    );
  });

  it("takes stated counts, all parameters active unless stated", () => {
    const counts = { parameters: 25_557_032, forwardFlopPerExample: 8_178_368_512, source: "He et al. 2016" };
    expect(completeShape({ kind: "stated", ...counts })).toEqual({
      ok: true,
      value: { kind: "stated", ...counts, activeParameters: 25_557_032 },
    });
  });

  it("asks a model with stated counts for them, and for nothing of a transformer", () => {
    const faults = faultsOf({ kind: "stated", activeParameters: 9, layers: 8, window: null });
    expect(faults.map((fault) => fault.field)).toEqual([
      "layers",
      "window",
      "parameters",
      "forwardFlopPerExample",
      "source",
    ]);
    expect(
      faultsOf({ kind: "stated", parameters: 8, activeParameters: 9, forwardFlopPerExample: 1, source: "x" }),
    ).toEqual([
      {
        field: "activeParameters",
        value: 9,
        allowed: "at most 8, the parameters",
        message: "activeParameters 9 are more than the parameters 8 they are part of",
      },
    ]);
  });
});

describe("modelFieldsSchema", () => {
  it("knows exactly the fields that completeShape reads", () => {
    const all: string[] = ["kind", "source", ...TRANSFORMER_FIELDS, ...STATED_FIELDS, ...LAYER_LIST_FIELDS];
    expect(Object.keys(modelFieldsSchema.shape).sort()).toEqual(all.sort());
  });

  it.each([
    [{ layers: 0 }, "blocks as a whole number from 1"],
    [{ layers: 10_001 }, "blocks as a whole number from 1"],
    [{ width: 1_000_001 }, "width as a whole number"],
    [{ heads: 2.5 }, "query heads as a whole number"],
    [{ vocabulary: 100_000_001 }, "tokens in the vocabulary as a whole number"],
    [{ feedForwardRatio: 0 }, "feed-forward width ÷ width as a number above 0"],
    [{ layers: { low: 1, likely: 2, high: 3 } }, "blocks as a whole number"],
  ])("refuses %o and says what is allowed", (fields, allowed) => {
    const issue = modelFieldsSchema.safeParse(fields).error?.issues[0];
    expect(issue?.message).toContain(allowed);
  });

  it("gives every default a reason, and each default is a value of its field", () => {
    for (const [field, { value, reason }] of Object.entries(MODEL_DEFAULTS)) {
      expect(modelFieldsSchema.safeParse({ [field]: value }).success).toBe(true);
      expect(reason.length).toBeGreaterThan(10);
    }
  });
});
