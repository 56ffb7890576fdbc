/**
 * What of a model memory depends on: which parameters stand in its blocks and which outside, and what a block keeps of
 * every token for its backward pass.
 *
 * Kept of a token by one block, 16-bit and with fused attention (Korthikanti et al. 2022, made general): the inputs of
 * attention, feed-forward and norms, 2d + 2d + 4d, which every card of a tensor-parallel group has; queries and attention
 * output 4·h·e, keys and values 4·g·e, and the feed-forward's 4·f (6·f with a gate), which the group shares out. That is
 * 32·d in the classic block (f = 4d, g = h). Dropout adds two masks of a byte, 2·d. Scores that are kept add 2·h·s, and with
 * dropout its output and mask, 5·h·s.
 *
 * A block of a mixture keeps, of every expert that a token passes, its input and its inner numbers; latent attention keeps
 * keys as large as the queries, the values of all heads, and the narrow layers.
 */
import { attentionParameters, valueSize } from "../models/attention-parameters.ts";
import { attentionWeights, denseBlocks, denseWeights, feedForwardMatrices } from "../models/blocks.ts";
import { countParameters } from "../models/count-parameters.ts";
import type { ModelShape, TransformerShape } from "../models/shape.ts";
import { endMatrix, NO_WEIGHTS, sum, table, type Weights } from "./weights.ts";

/** Numbers that the mean block keeps of one token. */
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
  /** All blocks together, without experts. */
  readonly dense: Weights;
  /** The experts of all blocks. */
  readonly experts: Weights;
  /** What the first stage of a pipeline holds beside its blocks: the tables. */
  readonly first: Weights;
  /** What the last one does: its norm, the matrix of the logits, and blocks that predict further tokens in training. */
  readonly last: Weights;
  /** The table that the last stage of several needs a copy of, because the logits use it again. */
  readonly copied: Weights;
  readonly activations: BlockActivations;
  /** Width of the logits; 0 without. */
  readonly vocabulary: number;
}

/** Why the activations of a model are not known. */
export type UnknownAnatomy = "stated" | "layers" | "stateSpace" | "encoder";

/** Why the anatomy of `shape` is not known; null where it is. */
export function unknownAnatomy(shape: ModelShape): UnknownAnatomy | null {
  if (shape.kind !== "transformer") return shape.kind;
  if (shape.stateSpace !== null) return "stateSpace";
  return shape.encoder === null ? null : "encoder";
}

/** The anatomy of `shape`; null where it is not known, as of a model whose published counts are typed in. */
export function anatomyOf(shape: ModelShape): Anatomy | null {
  return shape.kind === "transformer" && unknownAnatomy(shape) === null ? transformerAnatomy(shape) : null;
}

function transformerAnatomy(shape: TransformerShape): Anatomy {
  const { layers, width, vocabulary, tokenTypes, embeddingWidth, tiedEmbeddings, head } = shape;
  const { total, predictionHeads, parts } = countParameters(shape);
  const positions = parts.positions === 0 ? NO_WEIGHTS : table(parts.positions / width, width);
  const tokens = vocabulary + tokenTypes === 0 ? NO_WEIGHTS : table(vocabulary + tokenTypes, embeddingWidth);
  const first = sum(tokens, positions);
  const output = parts.output === 0 ? NO_WEIGHTS : endMatrix(vocabulary, embeddingWidth);
  const ends = shape.finalNorm && shape.norm !== "none" ? width * (shape.normBias ? 2 : 1) : 0;
  const rest: Weights = {
    ...NO_WEIGHTS,
    count: ends + predictionHeads,
    rowsAndColumns: ends + predictionHeads,
  };
  const experts = expertWeights(shape, parts.experts);
  const hasLogits = head === "logits" || head === "masked";
  return {
    blocks: layers,
    dense: denseBlockWeights(shape, total - first.count - output.count - ends - experts.count),
    experts,
    first,
    last: sum(output, rest),
    copied: tiedEmbeddings && hasLogits ? table(vocabulary, embeddingWidth) : NO_WEIGHTS,
    activations: blockActivations(shape),
    vocabulary: hasLogits ? vocabulary : 0,
  };
}

function expertWeights(shape: TransformerShape, count: number): Weights {
  const { mixture, width } = shape;
  if (mixture === null) return NO_WEIGHTS;
  const matrices = mixture.layers * mixture.experts * feedForwardMatrices(shape);
  return {
    count,
    inTables: 0,
    inHiddenMatrices: count,
    rowsAndColumns: matrices * (width + mixture.expertFeedForward),
  };
}

/** `count` parameters, of which the rest beside the matrices of attention and feed-forward are norms, biases and the like. */
function denseBlockWeights(shape: TransformerShape, count: number): Weights {
  const { width, feedForward, mixture } = shape;
  const matrices = feedForwardMatrices(shape);
  const attention = attentionWeights(shape);
  const dense = denseWeights(shape);
  const shared = mixture === null ? 0 : mixture.layers * mixture.sharedExperts;
  const sharedWidth = mixture?.sharedExpertFeedForward ?? 0;
  const inHiddenMatrices =
    attention * attentionParameters(shape) + matrices * width * (dense * feedForward + shared * sharedWidth);
  const rowsAndColumns =
    attention * attentionEdges(shape) +
    matrices * (dense * (width + feedForward) + shared * (width + sharedWidth)) +
    (count - inHiddenMatrices);
  return { count, inTables: 0, inHiddenMatrices, rowsAndColumns };
}

/** Rows + columns of the matrices of one layer's attention. */
function attentionEdges(shape: TransformerShape): number {
  const { width, heads, headSize, keyValueHeads, latent } = shape;
  const output = heads * valueSize(shape) + width;
  if (latent === null) return width + heads * headSize + 2 * (width + keyValueHeads * headSize) + output;
  const { queryRank, keyValueRank, ropeHeadSize, nopeHeadSize, valueHeadSize } = latent;
  const queries = queryRank === null ? width + heads * headSize : width + 2 * queryRank + heads * headSize;
  const down = width + keyValueRank + ropeHeadSize;
  const up = 2 * keyValueRank + heads * (nopeHeadSize + valueHeadSize);
  return queries + down + up + output;
}

function blockActivations(shape: TransformerShape): BlockActivations {
  const { layers, width, heads, headSize, keyValueHeads, latent, mixture, parallel, normsPerBlock } = shape;
  // Numbers that a feed-forward keeps for each of its width: what comes in, what comes out, and the gate.
  const kept = shape.gated ? 3 : 2;
  const dense = (denseBlocks(shape) / layers) * kept * shape.feedForward;
  const narrow = latent === null ? 0 : (latent.queryRank ?? 0) + latent.keyValueRank + latent.ropeHeadSize;
  const keysAndValues = latent === null ? 2 * keyValueHeads * headSize : heads * (headSize + latent.valueHeadSize);
  const mixed = mixture === null ? 0 : mixture.layers / layers;
  const experts =
    mixture === null
      ? 0
      : kept *
        (mixture.expertsPerToken * mixture.expertFeedForward + mixture.sharedExperts * mixture.sharedExpertFeedForward);
  // What the router says, and the token once more for every expert that it goes to.
  const routed = mixture === null ? 0 : mixture.experts + mixture.expertsPerToken * width;
  return {
    whole: ((parallel ? 1 : 2) + normsPerBlock) * width + narrow + mixed * routed,
    shared: heads * (headSize + valueSize(shape)) + keysAndValues + dense + mixed * experts,
    masks: 2 * width,
    scoreHeads: heads,
    input: width,
  };
}
