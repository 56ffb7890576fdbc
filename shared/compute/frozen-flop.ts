/** Training operations where some of the weights are frozen: they have no gradient of their own, but pass one on. */
import type { TransformerShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";
import { forwardFlopPerToken } from "./forward-flop.ts";
import type { TokenContext } from "./token-context.ts";

export interface Trained {
  /** Parameters of adapters that take part in a token, all of them trained; 0 without adapters. */
  readonly adapters: number;
  /**
   * Blocks below the lowest that is trained: the gradient ends above them, so they have no backward pass. 0 unless the
   * first blocks are left alone.
   */
  readonly untouched: number;
  /** True where the blocks above are trained themselves, and not only adapters in them. */
  readonly blocks: boolean;
}

/**
 * Model FLOP of training on one token with frozen weights.
 *
 * A frozen map costs its forward pass and the gradient of its input: 2 × its forward FLOP. Attention scores have no
 * weights, and both of their inputs get a gradient: 3 ×. Adapters are trained: 3 ×. Below the lowest trained block
 * nothing has a backward pass: 1 ×. Full training is 3 × everything.
 *
 * Worked example, LLaMA-2 7B at a sequence of 4,096, causal: full training 42,863,689,728; adapters of rank 16 on all
 * seven maps 29,889,396,736, never a third of it; on queries and values 29,699,866,624.
 *
 * Source: Hu et al. 2021, arXiv:2106.09685, for the adapters; the backward pass split into gradients of inputs and of
 * weights, each one forward pass.
 */
export function frozenFlopPerToken(shape: TransformerShape, context: TokenContext, trained: Trained): FlopPerToken {
  const { scores, logits, total } = forwardFlopPerToken(shape, context);
  const above = 1 - Math.min(trained.untouched, shape.layers) / shape.layers;
  // Every block counts as the mean one: of models whose blocks differ this is the mean over which are left alone.
  const maps = (total - scores - logits) * above;
  const below = (total - logits) * (1 - above);
  const timesMaps = trained.blocks ? 3 : 2;
  // What is trained has a gradient from the logits down to it, so the logits pass one on.
  return FlopPerToken(below + timesMaps * (maps + logits) + 3 * scores * above + 3 * 2 * trained.adapters);
}
