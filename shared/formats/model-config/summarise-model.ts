/** What a model amounts to before anything is trained on it: its parameters, and FLOP a token by every convention. */
import { whyNotApplicable } from "../../compute/applicability.ts";
import { ALL_CONVENTIONS, type Convention } from "../../compute/convention.ts";
import { trainingFlopPerToken } from "../../compute/training-flop.ts";
import { tokensOfImage } from "../../models/complete-ends.ts";
import { countParameters } from "../../models/count-parameters.ts";
import { attendedBy } from "../../models/mean-attended-length.ts";
import type { ParameterCount, ParameterParts } from "../../models/parameter-count.ts";
import { itemsOf, type ModelItems, type ModelShape } from "../../models/shape.ts";

/** The length of a sequence where neither a person nor the file says one: that of GPT-2 and its time. */
export const DEFAULT_CONTEXT = 1_024;

export interface ConventionFlop {
  /** As printed: the convention's name, and for the second of a kind what tells it apart. */
  readonly key: string;
  readonly convention: Convention;
  /** Training FLOP of one token, or of one example where the model's items are examples; null where it does not apply. */
  readonly flop: number | null;
  /** Why it does not apply; null where it does. */
  readonly reason: string | null;
}

export interface ModelSummary {
  readonly count: ParameterCount;
  readonly items: ModelItems;
  /** Tokens of a sequence; null for a model of examples that has none. */
  readonly context: number | null;
  readonly conventions: readonly ConventionFlop[];
}

/**
 * Counts a model on sequences of `context` tokens. Images have the length that their patches make.
 *
 * Worked example, LLaMA-2 7B at 4,096: 6,738,415,616 parameters; matmul 42,863,689,728 FLOP a token, six-nd 40,430,493,696.
 */
export function summariseModel(shape: ModelShape, context: number): ModelSummary {
  const sequence = sequenceOf(shape, context);
  const span = { sequence: sequence ?? 1, attended: 0 };
  const at = shape.kind === "transformer" ? { ...span, attended: attendedBy(shape, span.sequence) } : span;
  return {
    count: countParameters(shape),
    items: itemsOf(shape),
    context: sequence,
    conventions: PRINTED.map((convention) => ({
      key: keyOf(convention),
      convention,
      flop: trainingFlopPerToken(shape, at, convention),
      reason: whyNotApplicable(shape, convention),
    })),
  };
}

function sequenceOf(shape: ModelShape, context: number): number | null {
  if (shape.kind !== "transformer") return null;
  return shape.image === null ? context : tokensOfImage(shape.image);
}

/** Of 6·N the active parameters are what the total means, too: a mixture's idle experts are never counted. */
const PRINTED = ALL_CONVENTIONS.filter((one) => one.name !== "six-nd" || one.of !== "active");

/** "six-nd" alone means every parameter that a token passes, which is what is usually meant. */
function keyOf(convention: Convention): string {
  if (convention.name === "six-nd" && convention.of === "nonEmbedding") return "six-nd-non-embedding";
  return convention.name === "megatron" && convention.recomputation ? "megatron-recomputation" : convention.name;
}

/** What each part of a count is, in words. */
export const PART_WORDS: Readonly<Record<keyof ParameterParts, string>> = {
  embedding: "Embedding table",
  output: "Logits’ own matrix",
  positions: "Positions",
  patches: "Patches",
  queries: "Queries",
  keys: "Keys",
  values: "Values",
  attentionOutput: "Attention output",
  crossAttention: "Cross-attention",
  stateSpace: "State-space layers",
  feedForward: "Feed-forward",
  experts: "Experts",
  sharedExperts: "Shared experts",
  router: "Routers",
  norms: "Norms",
  biases: "Biases",
  projections: "Maps to and from the embedding",
  head: "Head",
  layers: "Layers",
};
