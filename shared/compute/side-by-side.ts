/** One model under every convention, with its unit, its value, and why it differs: what the panel and a command show. */
import { itemsOf, type ModelShape } from "../models/shape.ts";
import type { FlopPerToken } from "../units/brands.ts";
import { whyNotApplicable } from "./applicability.ts";
import { ALL_CONVENTIONS, type Convention } from "./convention.ts";
import { conventionTerms } from "./convention-terms.ts";
import { DIFFERENCES } from "./differences.ts";
import { type TermDifference, termDifferences } from "./term-words.ts";
import type { TokenContext } from "./token-context.ts";
import { trainingFlopPerToken } from "./training-flop.ts";

export interface ConventionFigure {
  readonly convention: Convention;
  /** As a reader names it: "six-nd, N total", "megatron with recomputation". */
  readonly title: string;
  readonly unit: "FLOP per token" | "FLOP per example";
  /** Training FLOP of one item; null where the convention does not hold for the model. */
  readonly flop: FlopPerToken | null;
  /** Why there is no value, a sentence without a full stop; null where there is one. */
  readonly refusal: string | null;
  /** The value as a part of that of the default; null where there is none. */
  readonly share: number | null;
  /** What it counts otherwise than the default, the largest first. */
  readonly differences: readonly TermDifference[];
  readonly holdsFor: string;
  readonly source: string;
}

/**
 * The model under every convention, the default first and six-nd once for each N that differs. The context is ignored by
 * models whose items are examples.
 *
 * Worked example, Llama 3 8B at 8,192 tokens: matmul 51,470,401,536; six-nd, N total 48,181,567,488, 93.6 % of it, as it
 * leaves out the attention scores and takes the embedding table for a product; palm 61,066,469,376; megatron refused,
 * as 32 heads share 8 keys and values.
 */
export function sideBySide(shape: ModelShape, context: TokenContext): ConventionFigure[] {
  const reference = trainingFlopPerToken(shape, context, MATMUL) ?? 0;
  const isOfTokens = itemsOf(shape) === "tokens";
  return ALL_CONVENTIONS.filter((convention) => !isRepetition(convention)).map((convention) => {
    const { holdsFor, source } = DIFFERENCES[convention.name];
    const flop = trainingFlopPerToken(shape, context, convention);
    const differences =
      flop === null || shape.kind !== "transformer" || !isOfTokens
        ? []
        : termDifferences(conventionTerms(shape, context, convention), conventionTerms(shape, context, MATMUL));
    return {
      convention,
      title: conventionTitle(convention),
      unit: isOfTokens ? "FLOP per token" : "FLOP per example",
      flop,
      refusal: whyNotApplicable(shape, convention),
      share: flop === null || reference === 0 ? null : flop / reference,
      differences,
      holdsFor,
      source,
    };
  });
}

const MATMUL: Convention = { name: "matmul" };

/** 6·N takes of every model what is active of it, so that N active says what N total does. */
const isRepetition = (convention: Convention): boolean => convention.name === "six-nd" && convention.of === "active";

const N_WORDS = { total: "N total", nonEmbedding: "N without embeddings", active: "N active" } as const;

/** How a reader names a convention. */
function conventionTitle(convention: Convention): string {
  switch (convention.name) {
    case "six-nd":
      return `six-nd, ${N_WORDS[convention.of]}`;
    case "megatron":
      return convention.recomputation ? "megatron with recomputation" : "megatron";
    default:
      return convention.name;
  }
}
