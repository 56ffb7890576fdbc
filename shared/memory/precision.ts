/**
 * In which formats a run keeps its numbers, as named recipes, in bytes per parameter.
 *
 * | recipe         | weights | gradients | master | with AdamW | where it is met                                        |
 * | -------------- | ------- | --------- | ------ | ---------- | ------------------------------------------------------ |
 * | megatron-mixed | 2       | 4         | 4      | 18         | Megatron-LM: 16-bit weights, gradients summed in fp32  |
 * | autocast       | 4       | 4         | 0      | 16         | torch.autocast: fp32 weights, cast for each product    |
 * | zero-paper     | 2       | 2         | 4      | 16         | Rajbhandari et al. 2020, section 3                     |
 * | pure-bf16      | 2       | 2         | 0      | 8          | everything in bf16, the optimizer's states, too        |
 * | fp32           | 4       | 4         | 0      | 16         | no mixed precision                                     |
 * | fp8            | 2 + 1   | 4         | 4      | 19         | products in fp8 beside a bf16 copy (Transformer Engine) |
 */
import type { ActivationFormat, Precision } from "../training/memory-fields.ts";

/** Bytes of one number of each kind. */
export interface PrecisionBytes {
  readonly weight: number;
  readonly gradient: number;
  /** The fp32 copy of a weight that the optimizer updates; 0 where the weights are it. */
  readonly master: number;
  /** One number of an optimizer's states. */
  readonly state: number;
  /** A weight while it is gathered for a product. */
  readonly gathered: number;
}

export const PRECISION_BYTES: Readonly<Record<Precision, PrecisionBytes>> = {
  "megatron-mixed": { weight: 2, gradient: 4, master: 4, state: 4, gathered: 2 },
  autocast: { weight: 4, gradient: 4, master: 0, state: 4, gathered: 2 },
  "zero-paper": { weight: 2, gradient: 2, master: 4, state: 4, gathered: 2 },
  "pure-bf16": { weight: 2, gradient: 2, master: 0, state: 2, gathered: 2 },
  fp32: { weight: 4, gradient: 4, master: 0, state: 4, gathered: 4 },
  fp8: { weight: 3, gradient: 4, master: 4, state: 4, gathered: 2 },
};

/** What a precision keeps activations in where the plan does not say. */
export const usualActivations = (precision: Precision): ActivationFormat => (precision === "fp32" ? "fp32" : "16-bit");
