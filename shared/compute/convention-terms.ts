/** A convention's count split by what it is spent on, so that two conventions can be told apart term by term. */
import { assertNever } from "../lib/assert-never.ts";
import { activeOf, countParameters, positionParameters } from "../models/count-parameters.ts";
import type { ParametersOf } from "../models/parameter-count.ts";
import type { TransformerShape } from "../models/shape.ts";
import type { Convention } from "./convention.ts";
import { forwardFlopPerToken } from "./forward-flop.ts";
import type { TokenContext } from "./token-context.ts";
import { palmAttention, TRAINING_TO_FORWARD } from "./training-flop.ts";

/** What training operations are spent on, the largest first as a rule. */
export const TERMS = [
  "feedForward",
  "attentionMaps",
  "stateSpace",
  "logits",
  "scores",
  "embedding",
  "smallWeights",
  "softmax",
  "recomputation",
  "other",
] as const;
export type Term = (typeof TERMS)[number];

export type ConventionTerms = Readonly<Record<Term, number>>;

const NOTHING: ConventionTerms = {
  feedForward: 0,
  attentionMaps: 0,
  stateSpace: 0,
  logits: 0,
  scores: 0,
  embedding: 0,
  smallWeights: 0,
  softmax: 0,
  recomputation: 0,
  other: 0,
};

/**
 * Training FLOP per token by term; they sum to `trainingFlopPerToken`, but for the last place of a double. Makes sense
 * only where the convention applies.
 *
 * Experts and router are part of the feed-forward; norms, biases and positions are small weights; cross-attention,
 * encoder, heads once a sequence and maps to a narrower embedding are other.
 */
export function conventionTerms(
  shape: TransformerShape,
  context: TokenContext,
  convention: Convention,
): ConventionTerms {
  const { layers: L, width: d, heads: h, vocabulary: V } = shape;
  const s = context.sequence;
  switch (convention.name) {
    case "matmul":
      return forwardTerms(shape, context);
    case "six-nd":
      return parameterTerms(shape, convention.of, 6 * activeOf(shape, convention.of));
    case "palm": {
      const parameters = 6 * (activeOf(shape, "total") - positionParameters(shape));
      return { ...parameterTerms(shape, "total", parameters), scores: palmAttention(shape, s) };
    }
    case "megatron":
      return {
        ...NOTHING,
        attentionMaps: 24 * L * d * d,
        feedForward: 48 * L * d * d,
        scores: 12 * L * d * s,
        logits: 6 * d * V,
        recomputation: convention.recomputation ? 24 * L * d * d + 4 * L * d * s : 0,
      };
    case "chinchilla": {
      const forward = forwardTerms(shape, { sequence: s, attended: s });
      return { ...forward, embedding: 6 * V * d, softmax: 9 * h * s * L };
    }
    case "coppock": {
      // The form has one term for a block's matrices: attention takes a third of it, the feed-forward the rest.
      return {
        ...NOTHING,
        attentionMaps: 24 * L * d * d,
        feedForward: 48 * L * d * d,
        scores: 12 * L * s * d,
        softmax: 9 * h * s * L,
      };
    }
    default:
      return assertNever(convention);
  }
}

function forwardTerms(shape: TransformerShape, context: TokenContext): ConventionTerms {
  const parts = forwardFlopPerToken(shape, context);
  const times = (forward: number) => TRAINING_TO_FORWARD * forward;
  return {
    ...NOTHING,
    attentionMaps: times(parts.queriesAndOutput + parts.keysAndValues),
    scores: times(parts.scores),
    feedForward: times(parts.feedForward + parts.experts + parts.router),
    stateSpace: times(parts.stateSpace),
    logits: times(parts.logits),
    other: times(parts.crossAttention + parts.encoder + parts.projections + parts.ends),
  };
}

/** Six FLOP for every parameter in a token's N, by what the parameter does; `all` is their sum. */
function parameterTerms(shape: TransformerShape, of: ParametersOf, all: number): ConventionTerms {
  const { parts } = countParameters(shape);
  const { mixture, head, tiedEmbeddings, vocabulary, embeddingWidth } = shape;
  const hasTables = of !== "nonEmbedding";
  const hasLogits = head === "logits" || head === "masked";
  const chosen = mixture === null ? 0 : (parts.experts / mixture.experts) * mixture.expertsPerToken;
  // The table that logits use again is a product there, and not a look-up only.
  const asLogits = tiedEmbeddings && hasLogits ? vocabulary * embeddingWidth : parts.output;
  const lookedUp = parts.embedding + parts.output - asLogits;
  const terms = {
    attentionMaps: 6 * (parts.queries + parts.keys + parts.values + parts.attentionOutput),
    feedForward: 6 * (parts.feedForward + chosen + parts.sharedExperts + parts.router),
    stateSpace: 6 * parts.stateSpace,
    logits: hasTables ? 6 * asLogits : 0,
    embedding: hasTables ? 6 * lookedUp : 0,
    other: 6 * (parts.projections + parts.head + parts.patches + parts.crossAttention),
  };
  const smallWeights = Object.values(terms).reduce((rest, term) => rest - term, all);
  return { ...NOTHING, ...terms, smallWeights };
}
