import { describe, expect, it } from "vitest";
import { impliedUtilisation } from "../hardware/achieved-speed.ts";
import { countParameters } from "../models/count-parameters.ts";
import {
  publishedModels,
  scalingExponentsHeads,
  scalingExponentsModel,
  transformerOf,
} from "../models/fixtures/published-models.ts";
import { attendedBy } from "../models/mean-attended-length.ts";
import type { ModelFields } from "../models/model-fields.ts";
import type { StatedShape, TransformerShape } from "../models/shape.ts";
import { whyNotApplicable } from "./applicability.ts";
import { type Convention, conventionOf } from "./convention.ts";
import { trainingFlopPerItem, trainingFlopPerToken } from "./training-flop.ts";

const matmul: Convention = { name: "matmul" };
const palm: Convention = { name: "palm" };
const sixNd: Convention = { name: "six-nd", of: "total" };

function perToken(shape: TransformerShape, sequence: number, convention: Convention): number {
  const flop = trainingFlopPerToken(shape, { sequence, attended: attendedBy(shape, sequence) }, convention);
  if (flop === null) throw new Error(`${convention.name} does not apply`);
  return flop;
}

describe("trainingFlopPerToken by matmul", () => {
  it.each<[keyof typeof publishedModels, number, number, string]>([
    ["llama2_7b", 4_096, 175_569_673_125_888, "1.755697e+14"],
    ["llama2_70b", 4_096, 1_754_665_939_107_840, "1.754666e+15"],
    ["llama3_8b", 8_192, 421_645_529_382_912, "4.216455e+14"],
    ["gpt3", 2_048, 2_174_868_359_479_296, "2.174868e+15"],
  ])("counts a sequence of %s at %d tokens: %d, published as %s", (model, sequence, exact, published) => {
    const flop = sequence * perToken(transformerOf(publishedModels[model]), sequence, matmul);
    expect(flop).toBe(exact);
    expect(flop.toExponential(6)).toBe(published);
  });

  it("counts GPT-2 over the full sequence", () => {
    expect(1_024 * perToken(transformerOf(publishedModels.gpt2), 1_024, matmul)).toBe(874_944_921_600);
  });

  it("counts the window of a Mistral shape, and what it saves", () => {
    const windowed: ModelFields = { ...publishedModels.mistral_7b, window: 4_096 };
    expect(perToken(transformerOf(windowed), 32_768, matmul)).toBe(48_702_160_896);
    expect(perToken(transformerOf(publishedModels.mistral_7b), 32_768, matmul)).toBe(68_432_166_912);
  });

  it.each(scalingExponentsHeads)("follows M(d) of the golden plan at %d heads", (heads) => {
    const d = 128 * heads;
    const shape = transformerOf({ ...scalingExponentsModel, heads });
    expect(perToken(shape, 512, matmul)).toBe(6 * d * (8 * (12 * d + 512) + 32_101));
  });

  it("gives the shares of 6·P that the golden plan prints", () => {
    const shares = scalingExponentsHeads.map((heads) => {
      const shape = transformerOf({ ...scalingExponentsModel, heads });
      return ((100 * perToken(shape, 512, matmul)) / (6 * countParameters(shape).total)).toFixed(1);
    });
    expect(shares.join(" ")).toBe("63.4 68.5 75.3 79.7 82.8 86.8 89.3 91.0 92.2 93.9 95.7 96.7 97.7 98.3");
  });
});

describe("the conventions side by side", () => {
  it("spread as published for Llama 3 8B at 8,192 tokens", () => {
    const shape = transformerOf(publishedModels.llama3_8b);
    const spread = [sixNd, matmul, palm].map((convention) => perToken(shape, 8_192, convention));
    expect(spread).toEqual([48_181_567_488, 51_470_401_536, 61_066_469_376]);
  });

  it("leave learned positions out of palm's N", () => {
    expect(1_024 * perToken(transformerOf(publishedModels.gpt2), 1_024, palm)).toBe(875_062_886_400);
  });

  it("take the N that six-nd names", () => {
    const shape = transformerOf(publishedModels.llama2_7b);
    const by = (of: "total" | "nonEmbedding" | "active") => perToken(shape, 4_096, { name: "six-nd", of });
    expect([by("total"), by("nonEmbedding"), by("active")]).toEqual([40_430_493_696, 38_857_629_696, 40_430_493_696]);
  });
});

describe("a model with stated counts", () => {
  const resNet50: StatedShape = {
    kind: "stated",
    parameters: 25_557_032,
    activeParameters: 25_557_032,
    forwardFlopPerExample: 2 * 4_089_184_256,
    source: "He et al. 2016, torchvision",
  };
  const images = { sequence: null, attended: 0 };

  it("trains at three times its stated forward count", () => {
    expect(trainingFlopPerToken(resNet50, { sequence: 1, attended: 0 }, matmul)).toBe(24_535_105_536);
    expect(whyNotApplicable(resNet50, matmul)).toBeNull();
  });

  it.each([sixNd, palm])("has no count by $name, and a reason", (convention) => {
    expect(trainingFlopPerToken(resNet50, { sequence: 1, attended: 0 }, convention)).toBeNull();
    expect(whyNotApplicable(resNet50, convention)).toBe(
      `${convention.name} counts parameters and tokens of a transformer, and this model's counts are stated`,
    );
  });

  it.each([matmul, sixNd, palm])("is estimated by its own count in a plan that counts by $name", (convention) => {
    expect(trainingFlopPerItem(resNet50, images, convention)).toBe(24_535_105_536);
  });
});

describe("trainingFlopPerItem", () => {
  it.each([matmul, sixNd, palm])("is the count per token of a transformer, by $name", (convention) => {
    const shape = transformerOf(publishedModels.llama3_8b);
    const context = { sequence: 8_192, attended: 4_096 };
    expect(trainingFlopPerItem(shape, context, convention)).toBe(trainingFlopPerToken(shape, context, convention));
    expect(whyNotApplicable(shape, convention)).toBeNull();
  });

  it("does not count a transformer without a sequence", () => {
    const shape = transformerOf(publishedModels.llama3_8b);
    expect(() => trainingFlopPerItem(shape, { sequence: null, attended: 0 }, matmul)).toThrow(RangeError);
  });
});

describe("counted operations against time", () => {
  const gpt2 = transformerOf(publishedModels.gpt2);

  it.each([
    ["full", "37.14"],
    ["causal", "34.68"],
  ] as const)("100 sequences of GPT-2 in 0.755 s under a %s mask are %s % of an A100", (mask, percent) => {
    const flop = 100 * 1_024 * perToken({ ...gpt2, mask }, 1_024, matmul);
    expect((100 * impliedUtilisation(flop / 0.755, 312e12)).toFixed(2)).toBe(percent);
  });

  it("GPT-2 on 300e9 tokens takes 8 A100 cards 3.4594 days at 30 %", () => {
    const flop = 300e9 * perToken(gpt2, 1_024, conventionOf({ name: "six-nd", of: "total" }));
    expect((flop / (8 * 312e12 * 0.3) / 86_400).toFixed(4)).toBe("3.4594");
  });
});
