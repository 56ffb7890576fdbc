/**
 * Operations of one forward pass, per token.
 *
 * With d width, h heads of size e, g key/value heads, f feed-forward width, n = 2 matrices (3 gated), L layers, V tokens
 * in the vocabulary, s the sequence and a the mean attended length; one multiply-accumulate is two FLOP:
 *
 * | part                                | forward FLOP per token                                       |
 * | ----------------------------------- | ------------------------------------------------------------ |
 * | queries and output                  | L·4·d·h·e                                                    |
 * | keys and values                     | L·4·d·g·e                                                    |
 * | scores and weighted sum             | L·4·h·e·a; latent attention: L·2·h·a·(c + r) + L·2·h·a·v     |
 * | feed-forward, of dense blocks       | L·2·n·d·f                                                    |
 * | mixture (top-k of E, S shared)      | 2·(k·n·d·f_e + S·n·d·f_s + d·E) in each block that has it    |
 * | cross-attention                     | L·(4·d·h·e + 4·d·g·e·s_enc/s + 4·h·e·s_enc)                  |
 * | encoder                             | its own blocks over s_enc tokens, ÷ s                        |
 * | state-space layers                  | two for each weight of a map, and the scan                   |
 * | logits                              | 2·d·V, tied or not                                           |
 * | patches, pooler, classes            | once a sequence                                              |
 * | embedding, norms, biases, positions | 0                                                            |
 *
 * Every other map counts two FLOP for each of its weights, too. Layers that share weights are computed each time.
 *
 * Source: Sevilla et al. 2022 (Epoch AI), method 1: two FLOP for every connection used in a forward pass.
 */
import { attentionParameters, valueSize } from "../models/attention-parameters.ts";
import { attentionBlocks, denseBlocks, feedForwardMatrices } from "../models/blocks.ts";
import { tokensOfImage } from "../models/complete-ends.ts";
import type { TransformerShape } from "../models/shape.ts";
import { FlopPerToken } from "../units/brands.ts";
import { stateSpaceFlop } from "./state-space-flop.ts";
import type { TokenContext } from "./token-context.ts";

/** Forward FLOP per token by what they are spent on; the parts sum to the total. */
export interface ForwardFlop {
  readonly queriesAndOutput: FlopPerToken;
  readonly keysAndValues: FlopPerToken;
  /** Attention scores and the weighted sum of values: the only part that grows with the sequence. */
  readonly scores: FlopPerToken;
  readonly crossAttention: FlopPerToken;
  readonly encoder: FlopPerToken;
  readonly stateSpace: FlopPerToken;
  /** Of dense blocks. */
  readonly feedForward: FlopPerToken;
  /** Those of the experts that a token passes, chosen or shared. */
  readonly experts: FlopPerToken;
  readonly router: FlopPerToken;
  /** Maps between the embedding's width and the blocks'. */
  readonly projections: FlopPerToken;
  readonly logits: FlopPerToken;
  /** A masked language model's transform; a sequence's patches, pooler and classes spread over its tokens. */
  readonly ends: FlopPerToken;
  readonly total: FlopPerToken;
}

/**
 * Forward FLOP per token, part by part.
 *
 * Worked example, LLaMA-2 7B on 128 tokens without a mask (a = 128): 13,281,263,616 a token, 1,700,001,742,848 in all;
 * causal (a = 64): 1,695,706,775,552.
 */
export function forwardFlopPerToken(shape: TransformerShape, context: TokenContext): ForwardFlop {
  return {
    queriesAndOutput: FlopPerToken(queriesAndOutputOf(shape)),
    keysAndValues: FlopPerToken(keysAndValuesOf(shape)),
    scores: FlopPerToken(scoresOf(shape, context.attended)),
    crossAttention: FlopPerToken(crossAttentionOf(shape, context.sequence)),
    encoder: FlopPerToken(encoderOf(shape, context.sequence)),
    stateSpace: FlopPerToken(stateSpaceOf(shape)),
    feedForward: FlopPerToken(feedForwardOf(shape)),
    experts: FlopPerToken(expertsOf(shape)),
    router: FlopPerToken(routerOf(shape)),
    projections: FlopPerToken(projectionsOf(shape)),
    logits: FlopPerToken(logitsOf(shape)),
    ends: FlopPerToken(transformOf(shape) + onceASequence(shape) / context.sequence),
    total: totalForwardFlopPerToken(shape, context),
  };
}

/** The total of `forwardFlopPerToken` without the table of its parts: for the walk over a plan. */
export function totalForwardFlopPerToken(shape: TransformerShape, { sequence, attended }: TokenContext): FlopPerToken {
  return FlopPerToken(eachToken(shape, sequence, attended) + onceASequence(shape) / sequence);
}

/**
 * Forward FLOP of one image: all of its tokens, and what is computed once for it.
 *
 * Worked example, ViT-B/16 at 224 pixels with 1,000 classes: 197 tokens, 35,127,656,448 FLOP.
 */
export function forwardFlopPerImage(shape: TransformerShape): number {
  const { image } = shape;
  if (image === null) throw new RangeError("the model takes no images");
  const tokens = tokensOfImage(image);
  return tokens * eachToken(shape, tokens, tokens) + onceASequence(shape);
}

/**
 * Forward FLOP per token of the blocks that predict further tokens: each a block like the last, a map from two widths
 * to one, and logits again. Beside the model's total, never in it.
 */
export function predictionHeadFlopPerToken(
  shape: TransformerShape,
  { sequence, attended }: TokenContext,
): FlopPerToken {
  const { mixture, width, predictionHeads } = shape;
  if (predictionHeads === 0) return FlopPerToken(0);
  const last = mixture === null ? null : { ...mixture, layers: 1 };
  const block: TransformerShape = { ...shape, layers: 1, stateSpace: null, mixture: last, head: "logits", image: null };
  return FlopPerToken(predictionHeads * (eachToken(block, sequence, attended) + 4 * width * width));
}

function eachToken(shape: TransformerShape, sequence: number, attended: number): number {
  return (
    queriesAndOutputOf(shape) +
    keysAndValuesOf(shape) +
    scoresOf(shape, attended) +
    crossAttentionOf(shape, sequence) +
    encoderOf(shape, sequence) +
    stateSpaceOf(shape) +
    feedForwardOf(shape) +
    expertsOf(shape) +
    routerOf(shape) +
    projectionsOf(shape) +
    logitsOf(shape) +
    transformOf(shape)
  );
}

function queriesAndOutputOf(shape: TransformerShape): number {
  return attentionBlocks(shape) * 2 * (attentionParameters(shape, "queries") + attentionParameters(shape, "output"));
}

function keysAndValuesOf(shape: TransformerShape): number {
  return attentionBlocks(shape) * 2 * (attentionParameters(shape, "keys") + attentionParameters(shape, "values"));
}

/** Scores of one layer over `attended` tokens, and the sum of values that they weigh. */
function scoresOfLayer(shape: TransformerShape, attended: number): number {
  return 2 * shape.heads * (shape.headSize + valueSize(shape)) * attended;
}

function scoresOf(shape: TransformerShape, attended: number): number {
  return attentionBlocks(shape) * scoresOfLayer(shape, attended);
}

/** Tokens of the source; as many as the target has, where the model does not say. */
const sourceOf = ({ encoder }: TransformerShape, sequence: number): number => encoder?.sequence ?? sequence;

function crossAttentionOf(shape: TransformerShape, sequence: number): number {
  if (shape.encoder === null) return 0;
  const source = sourceOf(shape, sequence);
  const { width, heads, keyValueHeads, headSize } = shape;
  const maps = 4 * width * heads * headSize + (4 * width * keyValueHeads * headSize * source) / sequence;
  return shape.layers * (maps + scoresOfLayer(shape, source));
}

function encoderOf(shape: TransformerShape, sequence: number): number {
  if (shape.encoder === null) return 0;
  const source = sourceOf(shape, sequence);
  const block =
    2 * attentionParameters(shape) + scoresOfLayer(shape, source) + feedForwardOfBlock(shape, shape.feedForward);
  return (shape.encoder.layers * block * source) / sequence;
}

function stateSpaceOf({ stateSpace, width }: TransformerShape): number {
  return stateSpace === null ? 0 : stateSpace.layers * stateSpaceFlop(stateSpace, width);
}

function feedForwardOfBlock(shape: TransformerShape, feedForward: number): number {
  return 2 * feedForwardMatrices(shape) * shape.width * feedForward;
}

function feedForwardOf(shape: TransformerShape): number {
  return denseBlocks(shape) * feedForwardOfBlock(shape, shape.feedForward);
}

function expertsOf(shape: TransformerShape): number {
  const { mixture, width } = shape;
  if (mixture === null) return 0;
  const chosen = mixture.expertsPerToken * feedForwardOfBlock(shape, mixture.expertFeedForward);
  const shared = mixture.sharedExperts * feedForwardOfBlock(shape, mixture.sharedExpertFeedForward);
  return mixture.layers * (chosen + shared + (mixture.sharedExpertGate ? 2 * width : 0));
}

function routerOf({ mixture, width }: TransformerShape): number {
  return mixture === null ? 0 : mixture.layers * 2 * width * mixture.experts;
}

function projectionsOf({ image, embeddingWidth, width, head }: TransformerShape): number {
  if (image !== null || embeddingWidth === width) return 0;
  return (head === "logits" ? 4 : 2) * embeddingWidth * width;
}

function logitsOf({ head, embeddingWidth, vocabulary }: TransformerShape): number {
  return head === "logits" || head === "masked" ? 2 * embeddingWidth * vocabulary : 0;
}

function transformOf({ head, width, embeddingWidth }: TransformerShape): number {
  return head === "masked" ? 2 * width * embeddingWidth : 0;
}

function onceASequence({ head, pooler, width, classes, image }: TransformerShape): number {
  const patches = image === null ? 0 : 2 * image.channels * image.imageSize ** 2 * width;
  return patches + (head === "classes" ? 2 * width * classes : 0) + (pooler ? 2 * width * width : 0);
}
