import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { DEFAULT_LAYOUT, type Layout } from "./layout.ts";
import { type CardMemory, memoryPerCard } from "./memory-per-card.ts";
import { type MemoryRecipe, memoryRecipe } from "./recipe.ts";

const llama2 = transformerOf(publishedModels.llama2_7b);
const N = 6_738_415_616;

function memory(recipe: Partial<MemoryRecipe>, layout: Partial<Layout>, cards: number, shape = llama2): CardMemory {
  const made = memoryPerCard(
    shape,
    memoryRecipe({ sequence: 4_096, ...recipe }),
    { ...DEFAULT_LAYOUT, ...layout },
    cards,
  );
  if (made === null) throw new Error("a transformer has blocks");
  return made;
}

const bytesPerParameter = ({ parts }: CardMemory): number =>
  (parts.weights + parts.gradients + parts.optimizer + parts.master) / N;

describe("memoryPerCard", () => {
  it("is the worked example of docs/formulas.md", () => {
    const { parts, total } = memory({ recompute: "full" }, {}, 2);
    expect(parts.activations).toBe(2 * 4_096 * 4_096 * 32 + 4_096 * (16 * 4_096 + 6 * 11_008));
    expect(parts.logits).toBe(4_096 * 32_000 * 6);
    expect(parts.gathered).toBe(2 * 2 * 202_383_360);
    expect(total / 1e9).toBeCloseTo(69.963, 3);
  });

  it("has the bytes per parameter that each recipe is named for", () => {
    const of = (precision: MemoryRecipe["precision"]) => bytesPerParameter(memory({ precision }, {}, 1));
    expect(of("megatron-mixed")).toBe(18);
    expect(of("autocast")).toBe(16);
    expect(of("zero-paper")).toBe(16);
    expect(of("pure-bf16")).toBe(8);
    expect(of("fp32")).toBe(16);
    expect(of("fp8")).toBe(19);
  });

  it("gathers nothing where every replica has all weights", () => {
    expect(memory({}, {}, 1).parts.gathered).toBe(0);
    expect(memory({}, { zeroStage: 2 }, 8).parts.gathered).toBe(0);
    expect(memory({}, { zeroStage: 3 }, 8).parts.gathered).toBeGreaterThan(0);
  });

  it("keeps on the first of a pipeline's stages as many micro-batches as are under way", () => {
    const one = memory({}, {}, 1).parts.activations;
    const first = (batch: number | null) =>
      memory({ batch }, { pipelineParallel: 4, zeroStage: 0 }, 4).parts.activations;
    expect(first(null)).toBe(one);
    expect(first(64)).toBe(one);
    expect(first(2)).toBe(one / 2);
  });

  it("counts a tied table on both ends of a pipeline", () => {
    const tied = transformerOf({ ...publishedModels.llama2_7b, tiedEmbeddings: true });
    const untied = memory({ batch: 1 }, { pipelineParallel: 2, zeroStage: 0 }, 2);
    expect(memory({ batch: 1 }, { pipelineParallel: 2, zeroStage: 0 }, 2, tied)).toEqual(untied);
    expect(untied.parts.logits).toBeGreaterThan(0);
  });

  it("moves what is offloaded into the host's memory, byte by byte", () => {
    const here = memory({}, { zeroStage: 1 }, 4);
    const states = memory({}, { zeroStage: 1, offload: "optimizer" }, 4);
    expect(states.parts).toMatchObject({ optimizer: 0, master: 0, weights: here.parts.weights });
    expect(states.host).toBeCloseTo(here.parts.optimizer + here.parts.master, 0);
    expect(here.host).toBe(0);
    const all = memory({}, { zeroStage: 1, offload: "all" }, 4);
    expect(all.parts).toMatchObject({ optimizer: 0, master: 0, weights: 0, gradients: 0 });
    expect(all.parts.gathered).toBe(2 * 2 * 202_383_360);
  });

  describe("with frozen weights", () => {
    const trained = 39_976_960;

    it("trains only the adapters (LoRA)", () => {
      const { parts } = memory({ adapters: { trained, frozen: "16-bit" } }, {}, 1);
      expect(parts.weights).toBe(2 * N + 2 * trained);
      expect(parts.gradients).toBe(4 * trained);
      expect(parts.optimizer).toBe(8 * trained);
      expect(parts.master).toBe(4 * trained);
    });

    it("keeps the matrices of the blocks in four bits (QLoRA)", () => {
      const { parts } = memory({ adapters: { trained, frozen: "4-bit" } }, {}, 1);
      const matrices = N - 2 * 131_072_000 - 266_240;
      expect(parts.weights).toBeCloseTo((4.127 / 8) * matrices + 2 * (N - matrices) + 2 * trained, 0);
    });
  });
});
