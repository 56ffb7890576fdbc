import { describe, expect, it } from "vitest";
import { publishedModels as models, transformerOf } from "../models/fixtures/published-models.ts";
import type { ModelFields } from "../models/model-fields.ts";
import { whyNotApplicable } from "./applicability.ts";
import { type Convention, DEFAULT_CONVENTION } from "./convention.ts";
import { trainingFlopPerItem } from "./training-flop.ts";

const sixNd: Convention = { name: "six-nd", of: "total" };
const palm: Convention = { name: "palm" };
const megatron: Convention = { name: "megatron", recomputation: false };
const chinchilla: Convention = { name: "chinchilla" };
const coppock: Convention = { name: "coppock" };
const classic: ModelFields = { layers: 12, width: 768, heads: 12, vocabulary: 50_257 };

describe("whyNotApplicable", () => {
  it.each<[Convention, ModelFields, string]>([
    [
      sixNd,
      models.t5Base,
      "six-nd takes every parameter for every token, and here a token passes the encoder or the decoder",
    ],
    [palm, models.vitB16, "palm counts tokens of text, and this model takes images"],
    [
      sixNd,
      { ...classic, uniqueLayers: 3 },
      "six-nd counts every weight once, and here 12 layers share the weights of 3",
    ],
    [palm, models.mamba130m, "palm adds attention to every layer, and here some are state-space layers"],
    [chinchilla, models.mixtral_8x7b, "chinchilla knows dense blocks only, and this model has experts"],
    [chinchilla, models.mamba2_130m, "chinchilla knows attention only, and here some are state-space layers"],
    [
      megatron,
      { ...models.deepseek_v3, experts: null },
      "megatron knows plain heads only, and this model has latent attention",
    ],
    [chinchilla, models.bertBase, "chinchilla is of a model with logits, and this one's head is masked"],
    [
      chinchilla,
      { ...classic, embeddingWidth: 128 },
      "chinchilla knows one width, and here the embedding has one of its own",
    ],
    [megatron, models.llama2_70b, "megatron has a key and a value of every head, and here 64 heads share 8"],
    [
      coppock,
      { ...classic, headSize: 128, freeHeadSize: true },
      "coppock has heads that span the width, and here 12 heads of 128 make 1,536, not 768",
    ],
    [megatron, models.llama2_7b, "megatron has two feed-forward matrices, and this model's are gated"],
    [
      megatron,
      { ...classic, feedForward: 2_048 },
      "megatron has a feed-forward of 4 × width, and here it is 2,048 of 768",
    ],
    [
      coppock,
      { ...classic, feedForwardRatio: 3 },
      "coppock takes a block for 24·d², and this one's matrices are 83.3 % of that",
    ],
  ])("says why %o does not hold", (convention, fields, why) => {
    const shape = transformerOf(fields);
    expect(whyNotApplicable(shape, convention)).toBe(why);
    expect(whyNotApplicable(shape, DEFAULT_CONVENTION)).toBeNull();
  });

  it.each([sixNd, palm, megatron, chinchilla, coppock])(
    "finds nothing against $name for a classic decoder",
    (convention) => {
      expect(whyNotApplicable(transformerOf(classic), convention)).toBeNull();
    },
  );

  it("takes LLaMA 65B for a block of 24·d², as the lecture does", () => {
    expect(whyNotApplicable(transformerOf(models.llama_65b), coppock)).toBeNull();
  });
});

it("an estimate counts by matmul where the plan's convention does not hold", () => {
  const shape = transformerOf(models.llama2_7b);
  const context = { sequence: 4_096, attended: 2_048 };
  expect(trainingFlopPerItem(shape, context, megatron)).toBe(trainingFlopPerItem(shape, context, DEFAULT_CONVENTION));
});
