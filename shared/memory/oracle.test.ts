import { describe, expect, it } from "vitest";
import { completeShape } from "../models/complete-shape.ts";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import type { TransformerShape } from "../models/shape.ts";
import { minimumCards } from "./fit.ts";
import { DEFAULT_LAYOUT, type Layout } from "./layout.ts";
import { type CardMemory, memoryPerCard } from "./memory-per-card.ts";
import { type MemoryRecipe, memoryRecipe } from "./recipe.ts";

const GiB = 2 ** 30;
const llama2 = transformerOf(publishedModels.llama2_7b);

function memory(shape: TransformerShape, recipe: MemoryRecipe, layout: Partial<Layout>, cards: number): CardMemory {
  const made = memoryPerCard(shape, recipe, { ...DEFAULT_LAYOUT, ...layout }, cards);
  if (made === null) throw new Error("a transformer has blocks");
  return made;
}

const statesOf = ({ parts }: CardMemory): number => parts.weights + parts.gradients + parts.optimizer + parts.master;

describe("the published figures of a run's memory", () => {
  it("holds LLaMA-2 7B at 18 bytes a parameter, whole and shared out over 8 cards", () => {
    const states = (zeroStage: Layout["zeroStage"]) =>
      statesOf(memory(llama2, memoryRecipe({ sequence: 4_096 }), { zeroStage }, 8)) / GiB;
    expect(states(0)).toBeCloseTo(112.9615, 4);
    expect(states(1)).toBeCloseTo(47.0673, 4);
    expect(states(2)).toBeCloseTo(25.1026, 4);
    expect(states(3)).toBeCloseTo(14.1202, 4);
  });

  /** The lecture's LLaMA-65B: 80 plain blocks of width 8,192, whose 12·d² a block are its round 65e9. */
  const lecture = (() => {
    const shape = completeShape({ layers: 80, heads: 64, headSize: 128, vocabulary: 1 });
    if (!shape.ok || shape.value.kind !== "transformer") throw new Error("the lecture's model is complete");
    return shape.value;
  })();

  it("holds LLaMA-65B in fp32 as the lecture has it: 260 + 260 + 520 GB for a round 65e9", () => {
    const { parts } = memory(lecture, memoryRecipe({ sequence: 2_048, precision: "fp32" }), {}, 1);
    const parameters = parts.weights / 4;
    expect(parameters / 65e9).toBeCloseTo(1, 1);
    expect((parts.weights / parameters) * 65).toBe(260);
    expect((parts.gradients / parameters) * 65).toBe(260);
    expect((parts.optimizer / parameters) * 65).toBe(520);
    expect(parts.master).toBe(0);
  });

  it("keeps the lecture’s 172 GB of activations, which with its states need 27 cards of 48 GB, not 25", () => {
    const recipe = memoryRecipe({ sequence: 2_048, precision: "fp32", fusedAttention: false });
    expect(memory(lecture, recipe, {}, 1).parts.activations).toBe(171_798_691_840);
    expect(Math.ceil(1_290 / 48)).toBe(27);
  });

  it("keeps GPT-3’s activations as Korthikanti et al. count them", () => {
    const gpt3 = transformerOf(publishedModels.gpt3);
    const recipe = memoryRecipe({ sequence: 2_048, dropout: true, fusedAttention: false });
    const selective = { ...recipe, recompute: "selective" } as const;
    const kept = (of: MemoryRecipe, layout: Partial<Layout>, cards: number) =>
      memory(gpt3, of, layout, cards).parts.activations / 1e9;
    expect(kept(recipe, {}, 1)).toBeCloseTo(275.415, 3);
    expect(kept(recipe, { tensorParallel: 8 }, 8)).toBeCloseTo(55.566, 3);
    expect(kept(recipe, { tensorParallel: 8, sequenceParallel: true }, 8)).toBeCloseTo(34.427, 3);
    expect(kept(selective, { tensorParallel: 8 }, 8)).toBeCloseTo(31.407, 3);
    expect(kept(selective, { tensorParallel: 8, sequenceParallel: true }, 8)).toBeCloseTo(10.268, 3);
  });

  const recomputed = memoryRecipe({ sequence: 4_096, recompute: "full" });

  it("puts LLaMA-2 7B on 1, 2, 4 and 8 cards, gathered layers apart", () => {
    const on = (cards: number) => memory(llama2, recomputed, { gatheredLayers: 0 }, cards).total / 1e9;
    expect(on(1)).toBeCloseTo(134.586, 3);
    expect(on(2)).toBeCloseTo(69.088, 3);
    expect(on(4)).toBeCloseTo(36.34, 3);
    expect(on(8)).toBeCloseTo(19.965, 3);
  });

  it("needs 2 cards of 80e9 bytes for it, with gathered layers and without", () => {
    for (const gatheredLayers of [0, 2]) {
      const layout = { ...DEFAULT_LAYOUT, gatheredLayers };
      const fit = minimumCards(llama2, recomputed, layout, { cardBytes: 80e9, cardsPerNode: 8, hostBytes: null });
      expect(fit).toMatchObject({ fits: true, cards: 2 });
    }
  });

  it("offloads 18e9 parameters at 16 bytes into 288 GB of a host’s memory", () => {
    const recipe = memoryRecipe({ sequence: 2_048, precision: "zero-paper" });
    const made = memory(llama2, recipe, { offload: "all" }, 1);
    expect((made.host / 6_738_415_616) * 18).toBe(288);
    expect(statesOf(made)).toBe(0);
  });
});
