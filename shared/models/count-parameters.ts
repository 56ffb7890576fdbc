/**
 * How many parameters a model has, exactly and part by part.
 *
 * With d width, h heads of size e, g key/value heads, f feed-forward width, n = 2 matrices (3 gated), L layers and V
 * tokens in the vocabulary:
 *
 * | part        | parameters                                                                          |
 * | ----------- | ----------------------------------------------------------------------------------- |
 * | embedding   | V·d                                                                                 |
 * | output      | V·d, 0 when tied to the embedding                                                   |
 * | positions   | maxPositions·d when learned, else 0                                                 |
 * | attention   | L·(2·d·h·e + 2·d·g·e)                                                               |
 * | feedForward | L·n·d·f                                                                             |
 * | norms       | (2·L + 1)·d, twice that with a bias: two in each block and one before the logits    |
 * | biases      | queries, keys, values: L·(h·e + 2·g·e); all: + L·(d for the output + (n − 1)·f + d) |
 *
 * Sources: Vaswani et al. 2017 (blocks), Shazeer 2019 and Ainslie et al. 2023 (shared key/value heads), Shazeer 2020
 * (gating); checked against the published weights named in the tests. Counts are exact up to 2^53.
 */
import { assertNever } from "../lib/assert-never.ts";
import { Parameters } from "../units/brands.ts";
import type { ParameterCount, ParametersOf, TransformerParameterCount } from "./parameter-count.ts";
import type { ModelShape, TransformerShape } from "./shape.ts";

/**
 * Counts the parameters of any model.
 *
 * Worked example, LLaMA-2 7B (32 layers, width 4096, 32 heads, gated feed-forward 11,008, vocabulary 32,000 untied, RMS
 * norms, no biases): embedding and output 131,072,000 each, attention 2,147,483,648, feed-forward 4,328,521,728, norms
 * 266,240; total 6,738,415,616.
 */
export function countParameters(shape: TransformerShape): TransformerParameterCount;
export function countParameters(shape: ModelShape): ParameterCount;
export function countParameters(shape: ModelShape): ParameterCount {
  switch (shape.kind) {
    case "transformer":
      return {
        total: Parameters(totalOf(shape)),
        nonEmbedding: Parameters(blocksOf(shape)),
        active: Parameters(totalOf(shape)),
        parts: {
          embedding: Parameters(embeddingOf(shape)),
          output: Parameters(outputOf(shape)),
          positions: Parameters(positionsOf(shape)),
          attention: Parameters(attentionOf(shape)),
          feedForward: Parameters(feedForwardOf(shape)),
          norms: Parameters(normsOf(shape)),
          biases: Parameters(biasesOf(shape)),
        },
      };
    case "stated":
      return {
        total: Parameters(shape.parameters),
        nonEmbedding: null,
        active: Parameters(shape.activeParameters),
        parts: null,
      };
    default:
      return assertNever(shape);
  }
}

/**
 * One of the counts of `countParameters`, without making the table: for the walk over a plan. Null where the model's
 * non-embedding count is not known, which is so for every model with stated counts.
 */
export function parametersOf(shape: TransformerShape, of: ParametersOf): Parameters;
export function parametersOf(shape: ModelShape, of: ParametersOf): Parameters | null;
export function parametersOf(shape: ModelShape, of: ParametersOf): Parameters | null {
  switch (shape.kind) {
    case "transformer":
      return Parameters(of === "nonEmbedding" ? blocksOf(shape) : totalOf(shape));
    case "stated":
      if (of === "nonEmbedding") return null;
      return Parameters(of === "active" ? shape.activeParameters : shape.parameters);
    default:
      return assertNever(shape);
  }
}

/** Parameters of the learned position table of a transformer; 0 without one. */
export function positionParameters(shape: TransformerShape): Parameters {
  return Parameters(positionsOf(shape));
}

function totalOf(shape: TransformerShape): number {
  return embeddingOf(shape) + outputOf(shape) + positionsOf(shape) + blocksOf(shape);
}

function blocksOf(shape: TransformerShape): number {
  return attentionOf(shape) + feedForwardOf(shape) + normsOf(shape) + biasesOf(shape);
}

function embeddingOf(shape: TransformerShape): number {
  return shape.vocabulary * shape.width;
}

function outputOf(shape: TransformerShape): number {
  return shape.tiedEmbeddings ? 0 : shape.vocabulary * shape.width;
}

function positionsOf(shape: TransformerShape): number {
  return shape.positions === "learned" ? (shape.maxPositions ?? 0) * shape.width : 0;
}

function attentionOf(shape: TransformerShape): number {
  return shape.layers * 2 * shape.width * shape.headSize * (shape.heads + shape.keyValueHeads);
}

function feedForwardOf(shape: TransformerShape): number {
  return shape.layers * (shape.gated ? 3 : 2) * shape.width * shape.feedForward;
}

function normsOf(shape: TransformerShape): number {
  if (shape.norm === "none") return 0;
  return (2 * shape.layers + 1) * shape.width * (shape.normBias ? 2 : 1);
}

function biasesOf(shape: TransformerShape): number {
  if (shape.biases === "none") return 0;
  const queryKeyValue = shape.headSize * (shape.heads + 2 * shape.keyValueHeads);
  if (shape.biases === "queryKeyValue") return shape.layers * queryKeyValue;
  return shape.layers * (queryKeyValue + shape.width + (shape.gated ? 2 : 1) * shape.feedForward + shape.width);
}
