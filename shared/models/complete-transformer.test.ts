/** What fields of a transformer beyond the dense decoder mean together, and what of them does not go together. */
import { describe, expect, it } from "vitest";
import { completeShape, itemsOfFields } from "./complete-shape.ts";
import { publishedModels as models, transformerOf } from "./fixtures/published-models.ts";
import type { ModelFields } from "./model-fields.ts";

const dense: ModelFields = { layers: 8, heads: 4, headSize: 128, vocabulary: 32_101 };
const experts: ModelFields = { ...dense, experts: 8, expertsPerToken: 2 };
const mamba: ModelFields = { layers: 8, width: 512, vocabulary: 32_101, stateSpace: "mamba" };
const image: ModelFields = { layers: 8, heads: 4, headSize: 128, imageSize: 224, patchSize: 16 };

const faultsOf = (fields: ModelFields) => {
  const made = completeShape(fields);
  return made.ok ? [] : made.error.map(({ field, message }) => [field, message]);
};

describe("a mixture", () => {
  it("has experts as wide as a dense block, in every block, unless stated", () => {
    expect(transformerOf(experts).mixture).toEqual({
      layers: 8,
      experts: 8,
      expertsPerToken: 2,
      expertFeedForward: 2_048,
      sharedExperts: 0,
      sharedExpertFeedForward: 2_048,
      sharedExpertGate: false,
      routerBias: false,
    });
  });

  it.each([
    [{ denseLayers: 3 }, 5],
    [{ mixtureEvery: 2 }, 4],
    [{ mixtureEvery: 3 }, 2],
    [{ mixtureEvery: 3, denseLayers: 2 }, 2],
    [{ mixtureEvery: 3, denseLayers: 3 }, 1],
    [{ denseLayers: 7 }, 1],
  ])("with %o has experts in %d of 8 blocks", (fields, layers) => {
    expect(transformerOf({ ...experts, ...fields }).mixture?.layers).toBe(layers);
  });

  it("is none where experts are null, whatever else is said of them", () => {
    expect(transformerOf({ ...experts, experts: null, sharedExperts: 2 })).toEqual(transformerOf(dense));
  });
});

describe("latent attention", () => {
  it("has heads of both parts, and a key of every head", () => {
    expect(transformerOf(models.deepseek_v3)).toMatchObject({ headSize: 192, keyValueHeads: 128, width: 7_168 });
  });
});

describe("state-space layers", () => {
  it("have the published sizes unless stated", () => {
    expect(transformerOf(mamba)).toMatchObject({
      heads: 0,
      stateSpace: { layers: 8, inner: 1_024, stateSize: 16, convolution: 4, rank: 32, feedForward: false },
    });
    expect(transformerOf({ ...mamba, stateSpace: "mamba2" }).stateSpace).toMatchObject({
      stateSize: 128,
      heads: 16,
      groups: 1,
      chunk: 256,
    });
  });

  it.each([
    [{ attentionEvery: 4 }, 6],
    [{ attentionLayers: 3 }, 5],
    [{ attentionEvery: 9 }, 8],
  ])("leave blocks to attention: %o", (fields, layers) => {
    const heads = layers === 8 ? {} : { heads: 4 };
    expect(transformerOf({ ...mamba, ...heads, ...fields }).stateSpace?.layers).toBe(layers);
  });
});

describe("a model of images", () => {
  it("has a row of positions for each token, a full mask and no head unless stated", () => {
    expect(transformerOf(image)).toMatchObject({
      mask: "full",
      positions: "learned",
      maxPositions: 197,
      head: "none",
      vocabulary: 0,
      image: { channels: 3, classToken: true },
    });
    expect(transformerOf({ ...image, classToken: false, classes: 10 })).toMatchObject({
      maxPositions: 196,
      head: "classes",
      outputBias: true,
    });
  });

  it("has examples for items, as listed and stated models have", () => {
    expect([dense, image, { ...image, imageSize: null }].map(itemsOfFields)).toEqual(["tokens", "examples", "tokens"]);
    expect(itemsOfFields({ kind: "layers" })).toBe("examples");
    expect(itemsOfFields({ kind: "stated" })).toBe("examples");
  });
});

describe("what follows from other fields", () => {
  it.each<[ModelFields, object]>([
    [{ parallel: true }, { normsPerBlock: 1 }],
    [{ norm: "none" }, { finalNorm: false }],
    [{ head: "masked" }, { outputBias: true }],
    [{ positions: "relative" }, { positionBuckets: 32 }],
    [{ window: 64, globalEvery: 3 }, { globalLayers: 2 }],
    [{ window: 64, globalLayers: 0 }, { globalLayers: 0 }],
    [{ window: null, globalEvery: 3 }, { globalLayers: 0 }],
    [{ encoderLayers: 6 }, { encoder: { layers: 6, sequence: null } }],
    [
      { width: 256, freeHeadSize: true },
      { width: 256, heads: 4, headSize: 128, embeddingWidth: 256 },
    ],
  ])("%o makes %o", (fields, expected) => {
    expect(transformerOf({ ...dense, ...fields })).toMatchObject(expected);
  });
});

describe("what does not go together", () => {
  it.each<[ModelFields, string, string]>([
    [
      { ...experts, expertsPerToken: 9 },
      "expertsPerToken",
      "expertsPerToken 9 is more than the 8 experts that there are",
    ],
    [{ ...dense, experts: 8 }, "expertsPerToken", "expertsPerToken is missing"],
    [{ ...dense, expertsPerToken: 2 }, "expertsPerToken", "expertsPerToken belongs to a mixture, which experts makes"],
    [{ ...experts, denseLayers: 8 }, "denseLayers", "denseLayers 8 leaves none of 8 layers for the experts"],
    [{ ...experts, mixtureEvery: 9 }, "mixtureEvery", "mixtureEvery 9 leaves none of 8 layers for the experts"],
    [
      { ...experts, sharedExpertFeedForward: 9 },
      "sharedExpertFeedForward",
      "sharedExpertFeedForward belongs to shared experts, and there are none",
    ],
    [{ ...dense, queryRank: 8 }, "queryRank", "queryRank belongs to latent attention, which keyValueRank makes"],
    [
      { ...models.deepseek_v3, keyValueHeads: 8 },
      "keyValueHeads",
      "keyValueHeads belongs to grouped heads, and keyValueRank makes attention latent",
    ],
    [{ ...models.deepseek_v3, valueHeadSize: undefined }, "valueHeadSize", "latent attention needs valueHeadSize"],
    [
      { ...dense, headSize: undefined, width: 64, freeHeadSize: true },
      "headSize",
      "freeHeadSize is true, so no field follows from the others, and headSize is missing",
    ],
    [
      { ...dense, window: 64, globalEvery: 2, globalLayers: 4 },
      "globalLayers",
      "the layers without window are stated twice, by globalEvery 2 and by globalLayers 4",
    ],
    [
      { ...dense, window: 64, globalLayers: 9 },
      "globalLayers",
      "9 globalLayers are more than the 8 layers with attention",
    ],
    [
      { ...dense, positionBuckets: 32 },
      "positionBuckets",
      "positionBuckets belongs to relative positions, and positions are rotary",
    ],
    [{ ...dense, uniqueLayers: 9 }, "uniqueLayers", "uniqueLayers 9 are more than the 8 layers that share them"],
    [
      { ...experts, uniqueLayers: 2 },
      "uniqueLayers",
      "layers can share weights only where all are alike, and experts makes them differ",
    ],
    [{ ...dense, head: "classes" }, "classes", "classes is missing"],
    [{ ...dense, head: "masked", classes: 9 }, "classes", "classes belongs to a head of classes, and head is masked"],
    [{ ...dense, head: "none", outputBias: true }, "outputBias", "outputBias belongs to a head, and head is none"],
    [
      { ...dense, encoderSequence: 9 },
      "encoderSequence",
      "encoderSequence belongs to an encoder-decoder, which encoderLayers makes",
    ],
    [
      { ...experts, encoderLayers: 8 },
      "experts",
      "experts belongs to a model of one stack, and encoderLayers makes it two",
    ],
    [{ ...dense, patchSize: 16 }, "patchSize", "patchSize belongs to a model of images, which imageSize makes"],
    [{ ...image, patchSize: undefined }, "patchSize", "patchSize is missing"],
    [
      { ...image, patchSize: 15 },
      "patchSize",
      "imageSize 224 divided by patchSize 15 gives no whole number of patches",
    ],
    [
      { ...image, vocabulary: 9 },
      "vocabulary",
      "vocabulary belongs to a model of tokens, and imageSize makes it one of images",
    ],
    [{ ...image, mask: "causal" }, "mask", "mask is causal and the model takes images"],
    [{ ...image, head: "logits" }, "head", "head logits is over a vocabulary, and the model takes images"],
    [{ ...dense, stateSize: 16 }, "stateSize", "stateSize belongs to state-space layers, and there are none"],
    [{ ...mamba, stateChunk: 16 }, "stateChunk", "stateChunk belongs to Mamba-2, and stateSpace is mamba"],
    [
      { ...mamba, stateSpace: "mamba2", stateRank: 9 },
      "stateRank",
      "stateRank belongs to Mamba, and stateSpace is mamba2",
    ],
    [{ ...mamba, heads: 4 }, "heads", "heads belongs to attention, and no block has it"],
    [{ ...mamba, width: undefined }, "width", "width is missing"],
    [
      { ...mamba, width: 511, stateExpand: 1.5 },
      "stateExpand",
      "stateExpand 1.5 × width 511 = 766.5, which is no whole number",
    ],
    [
      { ...mamba, stateSpace: "mamba2", stateHeadSize: 100 },
      "stateHeadSize",
      "the inner width 1024 divided by stateHeadSize 100 gives no whole number of heads",
    ],
    [
      { ...mamba, heads: 4, attentionLayers: 8 },
      "attentionLayers",
      "attention in 8 of 8 layers leaves none for the state-space layers",
    ],
    [
      { ...mamba, heads: 4, attentionLayers: 4, attentionEvery: 2 },
      "attentionLayers",
      "the layers with attention are stated twice, by attentionEvery 2 and by attentionLayers 4",
    ],
    [
      { ...mamba, experts: 8, expertsPerToken: 2 },
      "experts",
      "experts stand in place of a feed-forward, and the state-space layers have none",
    ],
    [
      { ...dense, list: [{ layer: "pooling" }] },
      "list",
      "list belongs to a model listed layer by layer, and this one is a transformer",
    ],
    [{ kind: "layers" }, "list", "list is missing"],
    [
      { kind: "layers", list: [{ layer: "pooling" }], layers: 8 },
      "layers",
      "layers belongs to a transformer, and this model is listed layer by layer",
    ],
    [
      { kind: "layers", list: [{ layer: "pooling" }], parameters: 8 },
      "parameters",
      "parameters belongs to a model with stated counts, and this one is listed layer by layer",
    ],
  ])("%o", (fields, field, message) => {
    expect(faultsOf(fields)).toEqual([[field, message]]);
  });
});
