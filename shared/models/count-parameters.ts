/**
 * How many parameters a model has, exactly and part by part.
 *
 * With d width, h heads of size e, g key/value heads, f feed-forward width, n = 2 matrices (3 gated), L layers (shared
 * weights once) and V tokens in the vocabulary; of a mixture E experts of width f_e in M layers, S shared ones of width
 * f_s; of latent attention ranks q and k, head sizes c, r, v without and with a position and of the values:
 *
 * | part            | parameters                                                                            |
 * | --------------- | ------------------------------------------------------------------------------------- |
 * | embedding       | V·d, and a row of d for each kind of token                                            |
 * | output          | V·d, 0 when tied to the embedding, and without logits                                 |
 * | positions       | maxPositions·d when learned, buckets·h when relative, for each stack; the class token |
 * | queries         | L·d·h·e; latent: L·(d·q + q·h·(c + r)), or L·d·h·(c + r) without a rank               |
 * | keys, values    | L·d·g·e each; latent: L·(d·(k + r) + k·h·c) and L·k·h·v                               |
 * | attentionOutput | L·h·e·d; latent: L·h·v·d                                                              |
 * | crossAttention  | L·(2·d·h·e + 2·d·g·e) beside an encoder                                               |
 * | feedForward     | (L − M)·n·d·f                                                                         |
 * | experts         | M·E·n·d·f_e; shared M·S·n·d·f_s; router M·d·E                                         |
 * | norms           | (2·L + 1)·d, twice that with a bias, of the usual block; latent + L·(q + k)           |
 * | biases          | queries, keys, values: L·(h·e + 2·g·e); all: + L·(d for the output + (n − 1)·f + d)   |
 *
 * State-space layers: state-space-parameters.ts. Layer lists: layer-counts.ts.
 *
 * Sources: Vaswani et al. 2017 (blocks), Shazeer 2019 and Ainslie et al. 2023 (shared key/value heads), Shazeer 2020
 * (gating), Jiang et al. 2024 (mixtures), DeepSeek-AI 2024 (latent attention, further tokens), Devlin et al. 2018,
 * Raffel et al. 2020, Dosovitskiy et al. 2020; checked against the published weights named in the tests. Counts are exact
 * up to 2^53.
 */
import { assertNever } from "../lib/assert-never.ts";
import { Parameters } from "../units/brands.ts";
import {
  type AttentionProjection,
  attentionBiases as attentionBiasesOf,
  attentionNorms,
  attentionParameters,
} from "./attention-parameters.ts";
import { attentionWeights, blockNorms, denseWeights, feedForwardMatrices, stacksOf } from "./blocks.ts";
import { countLayer } from "./layer-counts.ts";
import type { ParameterCount, ParameterParts, ParametersOf, TransformerParameterCount } from "./parameter-count.ts";
import type { LayerListShape, ModelShape, TransformerShape } from "./shape.ts";
import { stateSpaceParameters } from "./state-space-parameters.ts";

/**
 * Counts the parameters of any model.
 *
 * Worked example, LLaMA-2 7B (32 layers, width 4096, 32 heads, gated feed-forward 11,008, vocabulary 32,000 untied, RMS
 * norms, no biases): embedding and output 131,072,000 each, queries, keys, values and attention output 536,870,912 each,
 * feed-forward 4,328,521,728, norms 266,240; total 6,738,415,616. Mixtral 8x7B: 46,702,792,704, active 12,879,925,248.
 */
export function countParameters(shape: TransformerShape): TransformerParameterCount;
export function countParameters(shape: ModelShape): ParameterCount;
export function countParameters(shape: ModelShape): ParameterCount {
  switch (shape.kind) {
    case "transformer":
      return {
        total: Parameters(totalOf(shape)),
        nonEmbedding: Parameters(blocksOf(shape)),
        active: activeOf(shape, "active"),
        predictionHeads: Parameters(predictionHeadsOf(shape)),
        parts: partsOf(shape),
      };
    case "layers":
      return countList(shape);
    case "stated":
      return {
        total: Parameters(shape.parameters),
        nonEmbedding: null,
        active: Parameters(shape.activeParameters),
        predictionHeads: Parameters(0),
        parts: null,
      };
    default:
      return assertNever(shape);
  }
}

/**
 * One of the counts of `countParameters`, without making the table: for the walk over a plan. Null where the model's
 * non-embedding count is not known, which is so for every model with stated counts or listed layer by layer.
 */
export function parametersOf(shape: TransformerShape, of: ParametersOf): Parameters;
export function parametersOf(shape: ModelShape, of: ParametersOf): Parameters | null;
export function parametersOf(shape: ModelShape, of: ParametersOf): Parameters | null {
  switch (shape.kind) {
    case "transformer":
      if (of === "nonEmbedding") return Parameters(blocksOf(shape));
      return of === "active" ? activeOf(shape, of) : Parameters(totalOf(shape));
    case "layers":
      return of === "nonEmbedding" ? null : countList(shape).total;
    case "stated":
      if (of === "nonEmbedding") return null;
      return Parameters(of === "active" ? shape.activeParameters : shape.parameters);
    default:
      return assertNever(shape);
  }
}

/** A transformer's count, of a mixture only what takes part in a token: the N that 6·N means. */
export function activeOf(shape: TransformerShape, of: ParametersOf): Parameters {
  const count = of === "nonEmbedding" ? blocksOf(shape) : totalOf(shape);
  return Parameters(count - idleExperts(shape));
}

/** Parameters of a transformer's positions: learned tables, buckets and a class token; 0 without them. */
export function positionParameters(shape: TransformerShape): Parameters {
  return Parameters(positionsOf(shape));
}

function partsOf(shape: TransformerShape): ParameterParts {
  return {
    ...NO_PARTS,
    embedding: Parameters(embeddingOf(shape)),
    output: Parameters(outputOf(shape)),
    positions: Parameters(positionsOf(shape)),
    patches: Parameters(patchesOf(shape)),
    queries: Parameters(projectionOf(shape, "queries")),
    keys: Parameters(projectionOf(shape, "keys")),
    values: Parameters(projectionOf(shape, "values")),
    attentionOutput: Parameters(projectionOf(shape, "output")),
    crossAttention: Parameters(crossAttentionOf(shape)),
    stateSpace: Parameters(stateSpaceOf(shape)),
    feedForward: Parameters(feedForwardOf(shape)),
    experts: Parameters(expertsOf(shape)),
    sharedExperts: Parameters(sharedExpertsOf(shape)),
    router: Parameters(routerOf(shape)),
    norms: Parameters(normsOf(shape)),
    biases: Parameters(biasesOf(shape)),
    projections: Parameters(projectionsOf(shape)),
    head: Parameters(headOf(shape)),
  };
}

const NONE = Parameters(0);
const NO_PARTS: ParameterParts = {
  embedding: NONE,
  output: NONE,
  positions: NONE,
  patches: NONE,
  queries: NONE,
  keys: NONE,
  values: NONE,
  attentionOutput: NONE,
  crossAttention: NONE,
  stateSpace: NONE,
  feedForward: NONE,
  experts: NONE,
  sharedExperts: NONE,
  router: NONE,
  norms: NONE,
  biases: NONE,
  projections: NONE,
  head: NONE,
  layers: NONE,
};

/** Parts of a list by what its layers are: the tables and norms apart, the biases apart, and the rest. */
function countList({ list }: LayerListShape): ParameterCount {
  const sums = { embedding: 0, norms: 0, layers: 0, biases: 0 };
  for (const layer of list) {
    const { weights, biases } = countLayer(layer);
    if (layer.layer === "norm") sums.norms += weights + biases;
    else {
      sums[layer.layer === "embedding" ? "embedding" : "layers"] += weights;
      sums.biases += biases;
    }
  }
  const total = Parameters(sums.embedding + sums.norms + sums.layers + sums.biases);
  return {
    total,
    nonEmbedding: null,
    active: total,
    predictionHeads: NONE,
    parts: {
      ...NO_PARTS,
      embedding: Parameters(sums.embedding),
      norms: Parameters(sums.norms),
      layers: Parameters(sums.layers),
      biases: Parameters(sums.biases),
    },
  };
}

function totalOf(shape: TransformerShape): number {
  return embeddingOf(shape) + outputOf(shape) + positionsOf(shape) + blocksOf(shape);
}

function blocksOf(shape: TransformerShape): number {
  return (
    patchesOf(shape) +
    attentionWeights(shape) * attentionParameters(shape) +
    crossAttentionOf(shape) +
    stateSpaceOf(shape) +
    feedForwardOf(shape) +
    expertsOf(shape) +
    sharedExpertsOf(shape) +
    routerOf(shape) +
    normsOf(shape) +
    biasesOf(shape) +
    projectionsOf(shape) +
    headOf(shape)
  );
}

function embeddingOf({ vocabulary, tokenTypes, embeddingWidth }: TransformerShape): number {
  return (vocabulary + tokenTypes) * embeddingWidth;
}

function outputOf({ head, tiedEmbeddings, vocabulary, embeddingWidth }: TransformerShape): number {
  return tiedEmbeddings || (head !== "logits" && head !== "masked") ? 0 : vocabulary * embeddingWidth;
}

/**
 * Whether the embedding is a module of its own width with its own norm, as ALBERT's is: its positions then have that
 * width, and the map into the blocks has a bias. OPT-350M has a narrow table alone.
 */
const isNarrow = ({ embeddingNorm, embeddingWidth, width, image }: TransformerShape): boolean =>
  image === null && embeddingNorm && embeddingWidth !== width;

function positionsOf(shape: TransformerShape): number {
  const { positions, maxPositions, positionBuckets, heads, width, image } = shape;
  const stacks = stacksOf(shape);
  const rowSize = isNarrow(shape) ? shape.embeddingWidth : width;
  const classToken = image?.classToken === true ? width : 0;
  switch (positions) {
    case "learned":
      return stacks * (maxPositions ?? 0) * rowSize + classToken;
    case "relative":
      return stacks * positionBuckets * heads + classToken;
    default:
      return classToken;
  }
}

function patchesOf({ image, width }: TransformerShape): number {
  return image === null ? 0 : image.channels * image.patchSize ** 2 * width;
}

function projectionOf(shape: TransformerShape, projection: AttentionProjection): number {
  return attentionWeights(shape) * attentionParameters(shape, projection);
}

function crossAttentionOf(shape: TransformerShape): number {
  return shape.encoder === null ? 0 : shape.uniqueLayers * attentionParameters(shape);
}

function stateSpaceOf({ stateSpace, width }: TransformerShape): number {
  return stateSpace === null ? 0 : stateSpace.layers * stateSpaceParameters(stateSpace, width);
}

function feedForwardOf(shape: TransformerShape): number {
  return denseWeights(shape) * feedForwardMatrices(shape) * shape.width * shape.feedForward;
}

function expertsOf(shape: TransformerShape): number {
  const { mixture, width } = shape;
  if (mixture === null) return 0;
  return mixture.layers * mixture.experts * feedForwardMatrices(shape) * width * mixture.expertFeedForward;
}

function sharedExpertsOf(shape: TransformerShape): number {
  const { mixture, width } = shape;
  if (mixture === null) return 0;
  const one = feedForwardMatrices(shape) * width * mixture.sharedExpertFeedForward;
  return mixture.layers * (mixture.sharedExperts * one + (mixture.sharedExpertGate ? width : 0));
}

function routerOf({ mixture, width }: TransformerShape): number {
  return mixture === null ? 0 : mixture.layers * width * mixture.experts;
}

/** Matrices and biases of the experts that a token does not pass. */
function idleExperts(shape: TransformerShape): number {
  const { mixture } = shape;
  if (mixture === null) return 0;
  const idle = mixture.experts - mixture.expertsPerToken;
  const { expertFeedForward } = mixture;
  const one =
    feedForwardMatrices(shape) * shape.width * expertFeedForward + feedForwardBiases(shape, expertFeedForward);
  return mixture.layers * idle * one;
}

/** Numbers of one norm over `size` features: its weights, and its biases where norms have them. */
function normOver({ norm, normBias }: TransformerShape, size: number): number {
  return norm === "none" ? 0 : size * (normBias ? 2 : 1);
}

function normsOf(shape: TransformerShape): number {
  const stacks = stacksOf(shape);
  const overWidth = blockNorms(shape) + (shape.finalNorm ? stacks : 0);
  return (
    normOver(shape, overWidth * shape.width) +
    (shape.embeddingNorm ? normOver(shape, stacks * shape.embeddingWidth) : 0) +
    (shape.head === "masked" ? normOver(shape, shape.embeddingWidth) : 0) +
    attentionWeights(shape) * attentionNorms(shape)
  );
}

function feedForwardBiases({ biases, gated, width }: TransformerShape, feedForward: number): number {
  if (biases !== "all" && biases !== "feedForward") return 0;
  return (gated ? 2 : 1) * feedForward + width;
}

function biasesOf(shape: TransformerShape): number {
  const { mixture, encoder, uniqueLayers } = shape;
  const attention = (attentionWeights(shape) + (encoder === null ? 0 : uniqueLayers)) * attentionBiasesOf(shape);
  const dense = denseWeights(shape) * feedForwardBiases(shape, shape.feedForward);
  const experts =
    mixture === null
      ? 0
      : mixture.layers *
        (mixture.experts * feedForwardBiases(shape, mixture.expertFeedForward) +
          mixture.sharedExperts * feedForwardBiases(shape, mixture.sharedExpertFeedForward) +
          (mixture.routerBias ? mixture.experts : 0));
  return attention + dense + experts + endBiases(shape);
}

/** Biases outside the blocks: of patches, pooler, transform and what is predicted. */
function endBiases(shape: TransformerShape): number {
  const { image, pooler, head, outputBias, vocabulary, classes, width, embeddingWidth } = shape;
  const predicted = { logits: vocabulary, masked: vocabulary, classes, none: 0 }[head];
  return (
    (image === null ? 0 : width) +
    (pooler ? width : 0) +
    (head === "masked" ? embeddingWidth : 0) +
    (isNarrow(shape) ? width : 0) +
    (outputBias ? predicted : 0)
  );
}

/** Into the blocks, and out of them where no transform leads to the table's width already. */
function projectionsOf({ image, embeddingWidth, width, head }: TransformerShape): number {
  if (image !== null || embeddingWidth === width) return 0;
  return (head === "logits" ? 2 : 1) * embeddingWidth * width;
}

function headOf({ head, classes, pooler, width, embeddingWidth }: TransformerShape): number {
  const transform = head === "masked" ? width * embeddingWidth : 0;
  return transform + (head === "classes" ? width * classes : 0) + (pooler ? width * width : 0);
}

/**
 * Blocks that predict further tokens, as DeepSeek-V3 has them: each a block like the last one, a map from two widths to
 * one, norms of both inputs, and a final norm. Embedding and logits are the model's own.
 */
function predictionHeadsOf(shape: TransformerShape): number {
  if (shape.predictionHeads === 0) return 0;
  const { width, mixture } = shape;
  const single: TransformerShape = {
    ...shape,
    layers: 1,
    uniqueLayers: 1,
    stateSpace: null,
    mixture: mixture === null ? null : { ...mixture, layers: 1 },
    finalNorm: false,
    embeddingNorm: false,
    head: "none",
    pooler: false,
    outputBias: false,
    embeddingWidth: width,
  };
  return shape.predictionHeads * (blocksOf(single) + 2 * width * width + normOver(shape, 3 * width));
}
