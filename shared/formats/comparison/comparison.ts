import type { QuoteComparison } from "../../estimate/compare/compare-quotes.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import type { SkippedGroup } from "../quotes/summary.ts";

/** A comparison with what it is of. */
export interface Comparison {
  readonly plan: ResolvedPlan;
  /** Name of the plan's file; null of standard input. */
  readonly file: string | null;
  readonly quotes: readonly ResolvedQuote[];
  readonly compared: readonly QuoteComparison[];
  /** Of a price list: its rows, and those that offer nothing to compare, by reason; null of quotes in the form of a plan. */
  readonly list: { readonly rows: number; readonly left: readonly SkippedGroup[] } | null;
}

/** Why nothing can be told of an offer, as a clause. */
export function whyNot(offer: Extract<QuoteComparison, { comparable: false }>): string {
  const { because } = offer;
  return "unknownCard" in because
    ? `the card ${because.unknownCard} is neither in the catalogue nor in the plan`
    : `no dense peak is known of ${because.accelerator} in ${because.format}`;
}
