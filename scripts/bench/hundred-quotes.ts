/** A hundred offers of three kinds of card for one plan: what a search of a few providers comes to. */
import { compareQuotes, type QuoteComparison } from "../../shared/estimate/compare/compare-quotes.ts";
import type { Estimate } from "../../shared/estimate/types.ts";
import type { Accelerator } from "../../shared/hardware/accelerator.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";

const CARDS = ["h100-sxm", "a100-sxm-80", "h200-sxm"];
const QUOTES = 100;

/** Compares them from scratch: nothing of an earlier call is kept. */
export function compareHundredQuotes(
  plan: ResolvedPlan,
  estimated: Estimate,
  accelerators: readonly Accelerator[],
): readonly QuoteComparison[] {
  const [own] = plan.quotes;
  if (own === undefined) throw new Error("the bench's own plan has no quote");
  const quotes = Array.from({ length: QUOTES }, (_, index) => {
    const card = accelerators.find(({ id }) => id === CARDS[index % CARDS.length]) ?? null;
    return { ...own, price: { likely: 1 + index / QUOTES, input: null }, accelerator: card?.id ?? null, card };
  });
  return compareQuotes(plan, estimated, quotes);
}
