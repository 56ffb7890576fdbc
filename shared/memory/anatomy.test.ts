import { describe, expect, it } from "vitest";
import { countParameters } from "../models/count-parameters.ts";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import type { ModelShape } from "../models/shape.ts";
import { type Anatomy, anatomyOf, unknownAnatomy } from "./anatomy.ts";
import { DEFAULT_LAYOUT } from "./layout.ts";
import { memoryPerCard } from "./memory-per-card.ts";
import { memoryRecipe } from "./recipe.ts";

const mixtral = transformerOf({
  ...publishedModels.mistral_7b,
  experts: 8,
  expertsPerToken: 2,
  expertFeedForward: 14_336,
});

function known(shape: ModelShape): Anatomy {
  const anatomy = anatomyOf(shape);
  if (anatomy === null) throw new Error("this model's blocks are known");
  return anatomy;
}

describe("anatomyOf", () => {
  it("keeps 32·d of the classic block, and 34·d with dropout's masks", () => {
    const { activations } = known(transformerOf(publishedModels.gpt3));
    const d = 12_288;
    expect(2 * (activations.whole + activations.shared)).toBe(32 * d);
    expect(activations.masks).toBe(2 * d);
    // Ten of Korthikanti's thirty-four are not shared by a tensor-parallel group.
    expect(2 * activations.whole + activations.masks).toBe(10 * d);
  });

  it("counts rows and columns of every matrix for a factored optimizer", () => {
    const { dense } = known(transformerOf({ ...publishedModels.llama2_7b, norm: "none" }));
    expect(dense.rowsAndColumns).toBe(32 * (4 * 2 * 4_096 + 3 * (4_096 + 11_008)));
    expect(dense.inHiddenMatrices).toBe(dense.count);
  });

  it("keeps of a mixture what its token passes, and holds all its experts", () => {
    const { activations, experts } = known(mixtral);
    const plain = known(transformerOf(publishedModels.mistral_7b)).activations;
    expect(experts.count).toBe(32 * 8 * 3 * 4_096 * 14_336);
    expect(activations.shared - plain.shared).toBe(3 * 14_336);
    expect(activations.whole - plain.whole).toBe(8 + 2 * 4_096);
  });

  it("shares a mixture's experts out by expert parallelism, whatever the stage", () => {
    const recipe = memoryRecipe({ sequence: 4_096 });
    const on = (expertParallel: number) => {
      const layout = { ...DEFAULT_LAYOUT, zeroStage: 0, expertParallel } as const;
      const memory = memoryPerCard(mixtral, recipe, layout, 8);
      return memory === null ? Number.NaN : memory.parts.weights;
    };
    const all = known(mixtral).experts.count;
    expect(on(1) - on(8)).toBe(2 * (all - all / 8));
  });

  it("keeps the narrow layers of latent attention, and keys of every head", () => {
    const fields = { layers: 2, width: 2_048, heads: 16, vocabulary: 1_000, feedForward: 8_192 } as const;
    const latent = transformerOf({
      ...fields,
      queryRank: 1_536,
      keyValueRank: 512,
      nopeHeadSize: 128,
      ropeHeadSize: 64,
      valueHeadSize: 128,
    });
    const { activations } = known(latent);
    expect(activations.whole).toBe(4 * 2_048 + 1_536 + 512 + 64);
    expect(activations.shared).toBe(16 * (192 + 192 + 128 + 128) + 2 * 8_192);
  });

  it("counts every parameter of a vision transformer, which has no logits over tokens", () => {
    const vit = transformerOf({
      layers: 12,
      width: 768,
      heads: 12,
      imageSize: 224,
      patchSize: 16,
      channels: 3,
      classToken: true,
      positions: "learned",
      maxPositions: 197,
      head: "classes",
      classes: 1_000,
      biases: "all",
      norm: "layer",
      mask: "full",
      outputBias: true,
    });
    const { first, last, dense, vocabulary } = known(vit);
    expect(first.count + last.count + dense.count).toBe(countParameters(vit).total);
    expect(vocabulary).toBe(0);
  });

  it("says why it is not known of others", () => {
    const stated = {
      kind: "stated",
      parameters: 1,
      activeParameters: 1,
      forwardFlopPerExample: 2,
      source: "x",
    } as const;
    const encoded = transformerOf({ ...publishedModels.gpt2, mask: "causal", encoderLayers: 12 });
    expect([stated, encoded].map(unknownAnatomy)).toEqual(["stated", "encoder"]);
    expect([stated, encoded].map(anatomyOf)).toEqual([null, null]);
    expect(unknownAnatomy(mixtral)).toBeNull();
  });
});
