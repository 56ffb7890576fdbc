/** What the forward pass leaves on a card for the backward one. */
import type { Anatomy } from "./anatomy.ts";
import type { Layout } from "./layout.ts";
import type { MemoryRecipe } from "./recipe.ts";

const NUMBER_BYTES = { "16-bit": 2, fp32: 4 } as const;

/**
 * Bytes of one block's activations for one sequence.
 *
 * With tensor parallel t a card keeps the inputs whole and shares out the rest (the classic block: 10d + 24d/t + 5hs/t with
 * dropout); with sequence parallel everything is shared out. fp32 doubles all but the masks of dropout.
 *
 * Worked example, GPT-3 (d 12,288, h 96) with dropout and kept scores, s 2,048: 34·d + 5·h·s = 1,400,832 bytes a token.
 */
function blockBytes({ activations: kept }: Anatomy, recipe: MemoryRecipe, layout: Layout): number {
  const { sequence, dropout } = recipe;
  const number = NUMBER_BYTES[recipe.activations];
  const group = layout.tensorParallel;
  const wholeBy = layout.sequenceParallel ? group : 1;
  const whole = number * kept.whole + (dropout ? kept.masks : 0);
  const score = recipe.fusedAttention || recipe.recompute === "selective" ? 0 : dropout ? 2 * number + 1 : number;
  const shared = number * kept.shared + score * kept.scoreHeads * sequence;
  return sequence * (whole / wholeBy + shared / group);
}

/** Bytes of the input of a block for one sequence: what recomputation starts from. */
function inputBytes({ activations }: Anatomy, recipe: MemoryRecipe, layout: Layout): number {
  const by = layout.sequenceParallel ? layout.tensorParallel : 1;
  return (NUMBER_BYTES[recipe.activations] * activations.input * recipe.sequence) / by;
}

/**
 * Bytes that `blocks` blocks keep of `inFlight` micro-batches.
 *
 * Recomputed, a block keeps its input only (2·d a token), and those that are computed again at a time are there in full:
 * one with `full`, `recomputeEvery` of them with `every`, which in turn keeps the input of every so-manyth block only.
 */
export function activationBytes(
  anatomy: Anatomy,
  recipe: MemoryRecipe,
  layout: Layout,
  { blocks, inFlight }: { readonly blocks: number; readonly inFlight: number },
): number {
  const one = blockBytes(anatomy, recipe, layout);
  const { recompute, microBatch } = recipe;
  if (recompute === "none" || recompute === "selective") return microBatch * inFlight * blocks * one;
  const every = recompute === "full" ? 1 : recipe.recomputeEvery;
  const kept = Math.ceil(blocks / every) * inFlight * inputBytes(anatomy, recipe, layout);
  return microBatch * (kept + Math.min(every, blocks) * one);
}

/** Bytes of the logits: as they come out, and once more in fp32 for the loss; shared out over a tensor-parallel group. */
export function logitsBytes({ vocabulary }: Anatomy, recipe: MemoryRecipe, { tensorParallel }: Layout): number {
  const number = NUMBER_BYTES[recipe.activations];
  return (recipe.microBatch * recipe.sequence * vocabulary * (number + 4)) / tensorParallel;
}
