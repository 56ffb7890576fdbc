/** What a run's memory depends on, apart from the model and from how the run is spread over cards. */
import type { NumberFormat } from "../hardware/number-format.ts";
import type { ActivationFormat, Optimizer, Precision, Recomputation } from "../training/memory-fields.ts";
import { usualActivations } from "./precision.ts";

/** Weights that are not trained: how many numbers are, and what the others are kept in. */
export interface Adapters {
  /** Parameters that are trained beside the model's own. */
  readonly trained: number;
  /** The model's own: two bytes each, or four bits in the matrices of the blocks (QLoRA). */
  readonly frozen: "16-bit" | "4-bit";
}

export interface MemoryRecipe {
  readonly precision: Precision;
  readonly optimizer: Optimizer;
  readonly activations: ActivationFormat;
  readonly dropout: boolean;
  /** The scores of attention are never kept whole (FlashAttention, Dao et al. 2022). */
  readonly fusedAttention: boolean;
  readonly recompute: Recomputation;
  /** Blocks from one kept input to the next where `recompute` is `every`. */
  readonly recomputeEvery: number;
  /** Tokens in a sequence. */
  readonly sequence: number;
  /** Sequences in a step; null where the plan does not say. */
  readonly batch: number | null;
  /** Sequences that one model replica handles at once; batch ÷ (replicas × micro-batch) passes are summed into a step. */
  readonly microBatch: number;
  /** Null: every weight is trained. */
  readonly adapters: Adapters | null;
}

/** What a recipe is where nobody says. */
export const RECIPE_DEFAULTS = {
  precision: { value: "megatron-mixed", reason: "16-bit weights with fp32 gradients, as most large runs keep them" },
  optimizer: { value: "adamw", reason: "what most language models are trained with" },
  dropout: { value: false, reason: "pre-training since GPT-J and LLaMA does without" },
  fusedAttention: { value: true, reason: "every current framework fuses it, Dao et al. 2022" },
  recompute: { value: "none", reason: "it costs time and is asked for, never assumed" },
  recomputeEvery: { value: 2, reason: "the least that is not full" },
  microBatch: { value: 1, reason: "the least that a card can do" },
} as const;

/** The precision that runs in a number format usually have: fp32 and fp8 their own, the 16-bit formats Megatron's. */
export function usualPrecision(format: NumberFormat): Precision {
  if (format === "fp32" || format === "tf32" || format === "fp64") return "fp32";
  return format === "fp8" ? "fp8" : RECIPE_DEFAULTS.precision.value;
}

/** A recipe of `sequence` tokens with defaults for all that is not stated. */
export function memoryRecipe(stated: Partial<MemoryRecipe> & { readonly sequence: number }): MemoryRecipe {
  const precision = stated.precision ?? RECIPE_DEFAULTS.precision.value;
  return {
    precision,
    optimizer: RECIPE_DEFAULTS.optimizer.value,
    activations: usualActivations(precision),
    dropout: RECIPE_DEFAULTS.dropout.value,
    fusedAttention: RECIPE_DEFAULTS.fusedAttention.value,
    recompute: RECIPE_DEFAULTS.recompute.value,
    recomputeEvery: RECIPE_DEFAULTS.recomputeEvery.value,
    batch: null,
    microBatch: RECIPE_DEFAULTS.microBatch.value,
    adapters: null,
    ...stated,
  };
}
