/** What of a training recipe decides how much memory it takes: its numbers, its optimizer and what it keeps. */
import { z } from "zod";
import { boundedNumber } from "../ranges/quantity.ts";

/** In which formats weights, gradients and states are kept, as named recipes. */
export const PRECISIONS = ["megatron-mixed", "autocast", "zero-paper", "pure-bf16", "fp32", "fp8"] as const;
export type Precision = (typeof PRECISIONS)[number];

export const OPTIMIZERS = [
  "sgd",
  "momentum",
  "adamw",
  "adamw-8bit",
  "adafactor",
  "adafactor-momentum",
  "lion",
  "muon",
] as const;
export type Optimizer = (typeof OPTIMIZERS)[number];

/** In which format what the backward pass needs again is kept. */
export const ACTIVATION_FORMATS = ["16-bit", "fp32"] as const;
export type ActivationFormat = (typeof ACTIVATION_FORMATS)[number];

/**
 * What is computed again in the backward pass instead of kept: nothing; the attention scores; every block from the kept
 * input of every `recomputeEvery`-th one; every block from its own kept input.
 */
export const RECOMPUTATIONS = ["none", "selective", "every", "full"] as const;
export type Recomputation = (typeof RECOMPUTATIONS)[number];

/** The keys of `training` that decide its memory. They change no operations, no time and no cost. */
export const trainingMemoryFields = {
  precision: z.enum(PRECISIONS).optional(),
  optimizer: z.enum(OPTIMIZERS).optional(),
  activationFormat: z.enum(ACTIVATION_FORMATS).optional(),
  dropout: z.boolean().optional(),
  fusedAttention: z.boolean().optional(),
  recompute: z.enum(RECOMPUTATIONS).optional(),
  recomputeEvery: boundedNumber({ min: 2, max: 1_000, integer: true, what: "blocks recomputed together" }).optional(),
  /** Sequences that one replica of the model handles at once. */
  microBatch: boundedNumber({ min: 1, max: 65_536, integer: true, what: "sequences at once" }).optional(),
};
