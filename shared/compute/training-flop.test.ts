import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impliedUtilisation } from "../hardware/achieved-speed.ts";
import { countParameters } from "../models/count-parameters.ts";
import { anyTransformer } from "../models/fixtures/any-transformer.ts";
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
import { forwardFlopPerToken, predictionHeadFlopPerToken } from "./forward-flop.ts";
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

describe("mixtures", () => {
  const mixtral = transformerOf(publishedModels.mixtral_8x7b);

  it("count the experts that a token passes, and the router", () => {
    expect(4_096 * perToken(mixtral, 4_096, matmul)).toBe(326_503_413_841_920);
    const router = 3 * 32 * 2 * 4_096 * 8;
    expect((4_096 * (perToken(mixtral, 4_096, matmul) - router)).toExponential(6)).toBe("3.264776e+14");
  });

  it("have 6·N of what is active, whichever N is named", () => {
    expect(perToken(mixtral, 4_096, sixNd)).toBe(6 * 12_879_925_248);
    expect(perToken(mixtral, 4_096, { name: "six-nd", of: "active" })).toBe(6 * 12_879_925_248);
    const without = perToken(mixtral, 4_096, { name: "six-nd", of: "nonEmbedding" });
    expect(without).toBe(6 * (12_879_925_248 - 2 * 32_000 * 4_096));
  });
});

describe("megatron", () => {
  const mtNlg = transformerOf(publishedModels.mtNlg_530b);

  it.each([
    [2_240, 126, "59.97"],
    [2_800, 121, "49.96"],
    [3_360, 113, "44.58"],
  ])("with recomputation: MT-NLG 530B on %d cards at %d TFLOP/s takes %s s a batch", (cards, teraflop, seconds) => {
    const flop = 1_920 * 2_048 * perToken(mtNlg, 2_048, { name: "megatron", recomputation: true });
    expect((flop / (cards * teraflop * 1e12)).toFixed(2)).toBe(seconds);
  });

  it("is the published closed form, a batch at a time", () => {
    const [L, d, s, V, B] = [105, 20_480, 2_048, 51_200, 1_920];
    const published = (a: number, v: number) => a * B * s * L * d * d * (1 + s / (6 * d) + V / (v * d * L));
    const batch = (recomputation: boolean) => B * s * perToken(mtNlg, s, { name: "megatron", recomputation });
    expect(batch(false) / published(72, 12)).toBeCloseTo(1, 12);
    expect(batch(true) / published(96, 16)).toBeCloseTo(1, 12);
  });

  it("is matmul over the full sequence, where it holds", () => {
    expect(perToken(mtNlg, 2_048, { name: "megatron", recomputation: false })).toBe(
      perToken({ ...mtNlg, mask: "full" }, 2_048, matmul),
    );
  });
});

describe("coppock", () => {
  it("is the lecture's LLaMA 65B: 2.75e14 forward and 8.2e14 in all over 2,048 tokens", () => {
    const flop = 2_048 * perToken(transformerOf(publishedModels.llama_65b), 2_048, { name: "coppock" });
    expect([(flop / 3).toPrecision(3), flop.toPrecision(2)]).toEqual(["2.75e+14", "8.2e+14"]);
  });
});

describe("chinchilla", () => {
  it("is appendix F, a sequence at a time", () => {
    const shape = transformerOf({
      layers: 10,
      heads: 10,
      headSize: 64,
      feedForward: 2_560,
      vocabulary: 32_000,
      gated: false,
    });
    const [L, d, h, e, f, V, s] = [10, 640, 10, 64, 2_560, 32_000, 2_048];
    const embeddings = 2 * s * V * d;
    const attention = 2 * 3 * s * d * e * h + 2 * s * s * e * h + 3 * h * s * s + 2 * s * s * e * h + 2 * s * e * h * d;
    const forward = embeddings + L * (attention + 2 * s * (d * f + f * d)) + 2 * s * d * V;
    expect(s * perToken(shape, s, { name: "chinchilla" })).toBe(3 * forward);
  });
});

describe("a window", () => {
  it("is not kept to in the layers without it", () => {
    const windowed: ModelFields = { ...publishedModels.mistral_7b, window: 4_096 };
    const by = (fields: ModelFields) => perToken(transformerOf(fields), 32_768, matmul);
    const [all, none] = [48_702_160_896, 68_432_166_912];
    expect(by({ ...windowed, globalLayers: 8 })).toBe((3 * all + none) / 4);
    expect(by({ ...windowed, globalEvery: 4 })).toBe((3 * all + none) / 4);
    expect(by({ ...windowed, globalLayers: 32 })).toBe(none);
  });
});

describe("layers that share weights", () => {
  it("are counted once and computed each time", () => {
    const whole = transformerOf(publishedModels.llama2_7b);
    const shared = transformerOf({ ...publishedModels.llama2_7b, uniqueLayers: 1 });
    expect(countParameters(whole).parts.feedForward).toBe(32 * countParameters(shared).parts.feedForward);
    expect(perToken(shared, 4_096, matmul)).toBe(perToken(whole, 4_096, matmul));
  });
});

describe("an encoder-decoder", () => {
  it("counts the source's tokens for each token of the target, and attention to them", () => {
    const [d, f, V, L, target, source] = [768, 3_072, 32_128, 12, 128, 512];
    const shape = transformerOf({ ...publishedModels.t5Base, encoderSequence: source });
    const attention = (seen: number) => 8 * d * d + 4 * d * seen;
    const encoder = L * (attention(source) + 4 * d * f) * (source / target);
    const cross = 4 * d * d + (4 * d * d * source) / target + 4 * d * source;
    const decoder = L * (attention(target / 2) + cross + 4 * d * f);
    expect(perToken(shape, target, matmul)).toBe(3 * (encoder + decoder + 2 * d * V));
    const asLong = transformerOf(publishedModels.t5Base);
    expect(perToken(asLong, source, matmul)).toBe(perToken(shape, source, matmul));
  });
});

describe("latent attention", () => {
  it("scores over both parts of a head, and sums values of their own size", () => {
    const shape = transformerOf(publishedModels.deepseek_v3);
    const { scores, queriesAndOutput, keysAndValues } = forwardFlopPerToken(shape, {
      sequence: 4_096,
      attended: 2_048,
    });
    expect(scores).toBe(61 * (2 * 128 * 2_048 * (128 + 64) + 2 * 128 * 2_048 * 128));
    const { queries, keys, values, attentionOutput } = countParameters(shape).parts;
    expect([queriesAndOutput, keysAndValues]).toEqual([2 * (queries + attentionOutput), 2 * (keys + values)]);
  });

  it("leaves out what predicts further tokens, and says it apart", () => {
    const fields = publishedModels.deepseek_v3;
    const by = (predictionHeads: number) => perToken(transformerOf({ ...fields, predictionHeads }), 4_096, matmul);
    expect(by(1)).toBe(by(0));
    const tokens = { sequence: 4_096, attended: 2_048 };
    const apart = (predictionHeads: number) =>
      predictionHeadFlopPerToken(transformerOf({ ...fields, predictionHeads }), tokens);
    expect([apart(0), apart(2)]).toEqual([0, 2 * apart(1)]);
    const block = transformerOf({ ...fields, layers: 1, denseLayers: 0, predictionHeads: 0 });
    expect(apart(1)).toBe(forwardFlopPerToken(block, tokens).total + 2 * 2 * 7_168 * 7_168);
  });
});

describe("state-space layers", () => {
  it.each([
    [
      "mamba130m",
      2 * (768 * 3_072 + 1_536 * (48 + 32) + 48 * 1_536 + 1_536 * 768) + 8 * 1_536 + 9 * 1_536 * 16 + 2 * 1_536,
    ],
    [
      "mamba2_130m",
      2 * (768 * 3_352 + 1_536 * 768) + 8 * 1_792 + 2 * 256 * (128 + 1_536) + 4 * 1_536 * 128 + 2 * 1_536,
    ],
  ] as const)("count maps, convolution and scan of %s, whatever the sequence", (model, layer) => {
    const shape = transformerOf(publishedModels[model]);
    const expected = 3 * (24 * layer + 2 * 768 * shape.vocabulary);
    expect(perToken(shape, 2_048, matmul)).toBe(expected);
    expect(perToken(shape, 131_072, matmul)).toBe(expected);
  });
});

describe("an image", () => {
  it("is one example of all its tokens: ViT-B/16 at 224 pixels", () => {
    const shape = transformerOf(publishedModels.vitB16);
    const [d, f, tokens] = [768, 3_072, 197];
    const block = tokens * (8 * d * d + 4 * d * f + 4 * d * tokens);
    const forward = 12 * block + 196 * 2 * 3 * 256 * d + 2 * d * 1_000;
    expect(forward).toBe(35_127_656_448);
    expect(trainingFlopPerItem(shape, { sequence: null, attended: 0 }, matmul)).toBe(3 * forward);
    expect(trainingFlopPerItem(shape, { sequence: null, attended: 0 }, sixNd)).toBe(3 * forward);
  });
});

describe("training without recomputation", () => {
  it("is three times the forward pass, for every transformer", () => {
    fc.assert(
      fc.property(anyTransformer, fc.integer({ min: 1, max: 9_999 }), (shape, sequence) => {
        const context = { sequence, attended: attendedBy(shape, sequence) };
        const { total, ...parts } = forwardFlopPerToken(shape, context);
        expect(trainingFlopPerToken(shape, context, matmul)).toBe(3 * total);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0) / total).toBeCloseTo(1, 12);
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
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
