/** Operations of one token where a run does something else than to train all weights on it once. */
import type { ModelShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";
import type { Convention } from "./convention.ts";
import { frozenFlopPerToken, type Trained } from "./frozen-flop.ts";
import { TRAINING_TO_FORWARD, trainingFlopPerItem } from "./training-flop.ts";

/** How often a token passes which model, and how. */
export interface Passes {
  /** Forward passes of the model without a backward one: reading, writing, log-probabilities. */
  readonly forward: number;
  /** Training passes of the model. */
  readonly training: number;
  /** What a training pass trains; null for all weights. */
  readonly trained: Trained | null;
  /** FLOP of other models for every token: a teacher, a reward model, a critic. */
  readonly others: number;
}

export interface ItemContext {
  readonly sequence: number | null;
  readonly attended: number;
}

/**
 * FLOP of one forward pass for one item: a third of training, by the plan's convention. Recomputation, which one
 * convention counts, belongs to the backward pass.
 *
 * Worked example, LLaMA-2 7B at a sequence of 4,096, causal, by `matmul`: 14,287,896,576 a token.
 */
export function forwardFlopPerItem(shape: ModelShape, context: ItemContext, convention: Convention): number {
  const counted: Convention = convention.name === "megatron" ? { ...convention, recomputation: false } : convention;
  return trainingFlopPerItem(shape, context, counted) / TRAINING_TO_FORWARD;
}

/**
 * FLOP of one training pass for one item. Where weights are frozen it is counted matrix by matrix whatever the
 * convention, because the others are published for full training only.
 */
export function trainingPassFlop(
  shape: ModelShape,
  { sequence, attended }: ItemContext,
  convention: Convention,
  trained: Trained | null,
): number {
  if (trained === null || shape.kind !== "transformer" || sequence === null) {
    return trainingFlopPerItem(shape, { sequence, attended }, convention);
  }
  return frozenFlopPerToken(shape, { sequence, attended }, trained);
}

/**
 * FLOP of all passes for one item.
 *
 * Worked example, rollouts of a model of N = 8,030,261,248 by `six-nd`: three forward passes and one of training are
 * 12·N = 96,363,134,976 a token.
 */
export function flopOfPasses(
  shape: ModelShape,
  context: ItemContext,
  convention: Convention,
  { forward, training, trained, others }: Passes,
): FlopPerToken {
  const read = forward === 0 ? 0 : forward * forwardFlopPerItem(shape, context, convention);
  const learned = training === 0 ? 0 : training * trainingPassFlop(shape, context, convention, trained);
  return FlopPerToken(read + learned + others);
}

/** FLOP per parameter of another model that reads a token. */
export const READ_PER_PARAMETER = 2;
/** FLOP per parameter of another model that is trained on a token. */
export const TRAIN_PER_PARAMETER = 6;
