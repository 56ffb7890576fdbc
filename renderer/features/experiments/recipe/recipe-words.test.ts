// @vitest-environment node
import { describe, expect, it } from "vitest";
import { placeFields } from "../../../../shared/plan/resolve/merge.ts";
import { goldenTree } from "../golden.fixture.ts";
import { effectiveFields } from "./levels.ts";
import { hardwareWords, modelWords, trainingWords } from "./recipe-words.ts";

const first = { experiment: 0, sweep: 0 };
const fields = (stated: object) => placeFields(stated, [], 0);
const training = (stated: object, items: { from: number; to: number } | null = null, isStated = false) =>
  trainingWords({}, fields(stated), isStated, items);

describe("in words", () => {
  it("the golden plan", () => {
    expect(modelWords(effectiveFields(goldenTree, first, "model"))).toBe(
      "Decoder, 8 layers, heads of 128, feed-forward 4 × width",
    );
    const items = { from: 6_553_600_000, to: 6_553_600_000 };
    expect(trainingWords(goldenTree, effectiveFields(goldenTree, first, "training"), false, items)).toBe(
      "50,000 steps × 256 × 512 = 6.55 × 10⁹ tokens",
    );
    expect(hardwareWords(goldenTree, effectiveFields(goldenTree, first, "hardware"), (id) => id)).toBe(
      "h100-sxm, bf16, 350 TFLOP/s",
    );
  });

  it("other models", () => {
    expect(
      modelWords(fields({ layers: 1, width: 4096, heads: 32, keyValueHeads: 8, feedForward: 14336, gated: true })),
    ).toBe("Decoder, 1 layer, width 4,096, 32 heads, 8 key/value heads, feed-forward 14,336, gated");
    expect(modelWords(fields({ mask: "full", layers: "8x", window: null }))).toBe(
      "Encoder, 8x layers, feed-forward 4 × width",
    );
    expect(modelWords(fields({ kind: "stated", parameters: 25_557_032, forwardFlopPerExample: 8.18e9 }))).toBe(
      "25.6 M parameters, 8.18 B FLOP a forward pass",
    );
    expect(modelWords(fields({ layers: 8, width: 512, experts: 8, expertsPerToken: 2 }))).toBe(
      "Decoder, 8 layers, width 512, feed-forward 4 × width, 2 of 8 experts",
    );
    expect(modelWords(fields({ layers: 8, imageSize: 224, experts: null }))).toBe(
      "Vision transformer, 8 layers, feed-forward 4 × width, images of 224",
    );
    expect(modelWords(fields({ layers: 8, encoderLayers: 8, keyValueRank: 512 }))).toBe(
      "Encoder-decoder, 8 layers, feed-forward 4 × width, latent attention of rank 512",
    );
    expect(modelWords(fields({ layers: 8, stateSpace: "mamba" }))).toMatch(/^State-space model/);
    expect(modelWords(fields({ kind: "layers", list: [{ layer: "pooling" }] }))).toBe("List of 1 layer");
    expect(modelWords(fields({ kind: "layers" }))).toBe("layers not listed yet");
    expect(modelWords(fields({ kind: "stated" }))).toBe("counts not stated yet");
  });

  it("kinds of work", () => {
    expect(training({ runKind: "lora", loraRank: 16, tokens: 1e9 })).toBe("LoRA of rank 16, 1.00 B tokens");
    expect(training({ runKind: "interactive", hours: 40, cards: 8 })).toBe("Interactive work, 40 h on 8 cards");
    expect(training({ runKind: "evaluation", requests: 1000 }, { from: 2e5, to: 2e5 })).toBe(
      "Evaluation, 1,000 requests = 200,000 tokens",
    );
    expect(training({ runKind: "distillation", teacherParameters: 7e10, tokens: 1e9 })).toBe(
      "Distillation from 70.0 B parameters, 1.00 B tokens",
    );
    expect(training({ hours: 40 })).toBe("40 h");
  });

  it("a measured pilot", () => {
    const words = (measured: object) => hardwareWords({}, fields({ accelerator: "h100-sxm", measured }), (id) => id);
    expect(words({ tokensPerSecondPerCard: 3400 })).toBe("h100-sxm, 3,400 tokens a second measured");
    expect(words({ secondsPerStep: 2.1, cards: 64 })).toBe("h100-sxm, a step of 2.1 s measured");
  });

  it("every way to say a length", () => {
    expect(training({ steps: { low: 10, likely: 20, high: 30 } })).toBe("10 to 30 steps");
    expect(training({ tokens: 2e12, sequence: 4096 })).toBe("2.00 T tokens, sequences of 4,096");
    expect(training({ tokensPerParameter: { ratio: 20, of: "total" } }, { from: 1e8, to: 2e9 })).toBe(
      "20 tokens per parameter = 1.00 × 10⁸ to 2.00 × 10⁹ tokens",
    );
    expect(training({ epochs: 90, examples: 1281167, batch: 256 }, { from: 1e6, to: 1e6 }, true)).toBe(
      "90 epochs of 1,281,167 examples = 1.00 × 10⁶ examples",
    );
    expect(training({ batch: 3 })).toBe("length not stated yet");
  });

  it("a card with a share of its peak, and none", () => {
    expect(
      hardwareWords(
        {},
        fields({ accelerator: { name: "X1" }, utilisation: { low: 0.3, likely: 0.38, high: 0.45 } }),
        String,
      ),
    ).toBe("X1, 30 to 45 % of peak");
    const byWidth = {
      byWidth: [
        { width: 128, utilisation: 0.1 },
        { width: 512, utilisation: 0.3 },
      ],
    };
    expect(hardwareWords({}, fields({ accelerator: "x1", utilisation: byWidth }), String)).toBe(
      "x1, utilisation by 2 widths",
    );
    expect(hardwareWords({}, fields({}), String)).toBe("card not stated yet");
  });
});
