/**
 * Operations of one forward pass, per token.
 *
 * With d width, h heads of size e, g key/value heads, f feed-forward width, n = 2 matrices (3 gated), L layers, V tokens
 * in the vocabulary and a the mean attended length; one multiply-accumulate is two FLOP:
 *
 * | part                                | forward FLOP per token |
 * | ----------------------------------- | ---------------------- |
 * | queries and output                  | L·4·d·h·e              |
 * | keys and values                     | L·4·d·g·e              |
 * | scores and weighted sum             | L·4·h·e·a              |
 * | feed-forward                        | L·2·n·d·f              |
 * | logits                              | 2·d·V, tied or not     |
 * | embedding, norms, biases, positions | 0                      |
 *
 * Source: Sevilla et al. 2022 (Epoch AI), method 1: two FLOP for every connection used in a forward pass.
 */
import type { TransformerShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";

/** Forward FLOP per token by what they are spent on; the parts sum to the total. */
export interface ForwardFlop {
  readonly queriesAndOutput: FlopPerToken;
  readonly keysAndValues: FlopPerToken;
  /** Attention scores and the weighted sum of values: the only part that grows with the sequence. */
  readonly scores: FlopPerToken;
  readonly feedForward: FlopPerToken;
  readonly logits: FlopPerToken;
  readonly total: FlopPerToken;
}

/**
 * Forward FLOP per token, part by part; `attended` is the mean attended length in tokens (`meanAttendedLength`).
 *
 * Worked example, LLaMA-2 7B on 128 tokens without a mask (a = 128): 13,281,263,616 a token, 1,700,001,742,848 in all;
 * causal (a = 64): 1,695,706,775,552.
 */
export function forwardFlopPerToken(shape: TransformerShape, attended: number): ForwardFlop {
  return {
    queriesAndOutput: FlopPerToken(queriesAndOutputOf(shape)),
    keysAndValues: FlopPerToken(keysAndValuesOf(shape)),
    scores: FlopPerToken(scoresOf(shape, attended)),
    feedForward: FlopPerToken(feedForwardOf(shape)),
    logits: FlopPerToken(logitsOf(shape)),
    total: totalForwardFlopPerToken(shape, attended),
  };
}

/** The total of `forwardFlopPerToken` without the table of its parts: for the walk over a plan. */
export function totalForwardFlopPerToken(shape: TransformerShape, attended: number): FlopPerToken {
  return FlopPerToken(
    queriesAndOutputOf(shape) +
      keysAndValuesOf(shape) +
      scoresOf(shape, attended) +
      feedForwardOf(shape) +
      logitsOf(shape),
  );
}

function queriesAndOutputOf(shape: TransformerShape): number {
  return shape.layers * 4 * shape.width * shape.heads * shape.headSize;
}

function keysAndValuesOf(shape: TransformerShape): number {
  return shape.layers * 4 * shape.width * shape.keyValueHeads * shape.headSize;
}

function scoresOf(shape: TransformerShape, attended: number): number {
  return shape.layers * 4 * shape.heads * shape.headSize * attended;
}

function feedForwardOf(shape: TransformerShape): number {
  return shape.layers * 2 * (shape.gated ? 3 : 2) * shape.width * shape.feedForward;
}

function logitsOf(shape: TransformerShape): number {
  return 2 * shape.width * shape.vocabulary;
}
