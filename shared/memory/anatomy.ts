/**
 * What of a model memory depends on: which parameters stand in a block and which outside, and what a block keeps of every
 * token for its backward pass.
 *
 * Kept of a token by one block, 16-bit and with fused attention (Korthikanti et al. 2022, made general): the inputs of
 * attention, feed-forward and norms, 2d + 2d + 4d, which every card of a tensor-parallel group has; queries and attention
 * output 4·h·e, keys and values 4·g·e, and the feed-forward's 4·f (6·f with a gate), which the group shares out. That is
 * 32·d in the classic block (f = 4d, g = h). Dropout adds two masks of a byte, 2·d. Scores that are kept add 2·h·s, and with
 * dropout its output and mask, 5·h·s.
 */
import type { ModelShape, TransformerShape } from "../models/shape.ts";
import { endMatrix, matrix, NO_WEIGHTS, sum, table, times, vectors, type Weights } from "./weights.ts";

/** Numbers that a block keeps of one token. */
export interface BlockActivations {
  /** Kept by every card of a tensor-parallel group. */
  readonly whole: number;
  /** Shared out over the group. */
  readonly shared: number;
  /** Bytes of the masks of dropout outside attention, on every card. */
  readonly masks: number;
  /** Heads whose scores are kept where attention is not fused: each of as many numbers as the sequence has tokens. */
  readonly scoreHeads: number;
  /** Numbers of the block's input, which recomputation starts from. */
  readonly input: number;
}

export interface Anatomy {
  readonly blocks: number;
  /** The mean block without experts. */
  readonly block: Weights;
  /** The experts of the mean block. */
  readonly experts: Weights;
  /** What the first stage of a pipeline holds beside its blocks: the tables. */
  readonly first: Weights;
  /** What the last one does: the norm and the matrix of the logits. */
  readonly last: Weights;
  /** The table that the last stage of several needs a copy of, because the logits use it again. */
  readonly copied: Weights;
  readonly activations: BlockActivations;
  /** Width of the logits; 0 without. */
  readonly vocabulary: number;
}

/** The anatomy of `shape`; null where it is not known, as of a model whose published counts are typed in. */
export function anatomyOf(shape: ModelShape): Anatomy | null {
  return shape.kind === "transformer" ? transformerAnatomy(shape) : null;
}

function transformerAnatomy(shape: TransformerShape): Anatomy {
  const { layers, width, vocabulary, positions, maxPositions, tiedEmbeddings } = shape;
  const tokens = table(vocabulary, width);
  return {
    blocks: layers,
    block: blockWeights(shape),
    experts: NO_WEIGHTS,
    first: sum(tokens, positions === "learned" ? table(maxPositions ?? 0, width) : NO_WEIGHTS),
    last: sum(tiedEmbeddings ? NO_WEIGHTS : endMatrix(vocabulary, width), vectors(normOf(shape))),
    copied: tiedEmbeddings ? tokens : NO_WEIGHTS,
    activations: blockActivations(shape),
    vocabulary,
  };
}

function blockWeights(shape: TransformerShape): Weights {
  const { width, heads, headSize, keyValueHeads, feedForward, gated } = shape;
  const all = heads * headSize;
  const shared = keyValueHeads * headSize;
  return sum(
    times(2, matrix(width, all)),
    times(2, matrix(width, shared)),
    times(gated ? 3 : 2, matrix(width, feedForward)),
    vectors(2 * normOf(shape) + biasesOf(shape)),
  );
}

const normOf = ({ norm, normBias, width }: TransformerShape): number =>
  norm === "none" ? 0 : width * (normBias ? 2 : 1);

function biasesOf({ biases, width, heads, headSize, keyValueHeads, feedForward, gated }: TransformerShape): number {
  if (biases === "none") return 0;
  const queryKeyValue = headSize * (heads + 2 * keyValueHeads);
  return biases === "queryKeyValue" ? queryKeyValue : queryKeyValue + 2 * width + (gated ? 2 : 1) * feedForward;
}

function blockActivations({
  width,
  heads,
  headSize,
  keyValueHeads,
  feedForward,
  gated,
}: TransformerShape): BlockActivations {
  return {
    whole: 4 * width,
    shared: 2 * headSize * (heads + keyValueHeads) + (gated ? 3 : 2) * feedForward,
    masks: 2 * width,
    scoreHeads: heads,
    input: width,
  };
}
