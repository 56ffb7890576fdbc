/** What a reservation or a block costs in all, where the estimate counts the card-hours that are used. */
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { amountAt, likelyValues } from "../amounts.ts";
import { compareQuotes } from "../compare/compare-quotes.ts";
import { splitByQuote } from "../readings.ts";
import type { Estimate } from "../types.ts";

export interface CommittedCost {
  /** Index into the plan's quotes. */
  readonly quote: number;
  /** The card-hours that are used × the price: what the estimate counts. */
  readonly used: number;
  /** Of the cards for the whole of the commitment, used or not; storage and data transfer are not in it. At least `used`. */
  readonly total: number;
}

/** Asked for again and again while a ceiling is searched, and a schedule is made for it. */
const KNOWN = new WeakMap<Estimate, { readonly plan: ResolvedPlan; readonly found: readonly CommittedCost[] }>();

/**
 * The plan's quotes with a commitment, and what it costs as the comparison of quotes prices it; quotes that price no card of the plan
 * are left out.
 *
 * @example 80,000 card-hours on 64 cards reserved for 8,760 hours at 1.80: 144,000 is used of 1,009,152
 */
export function committedCosts(plan: ResolvedPlan, estimated: Estimate): readonly CommittedCost[] {
  const known = KNOWN.get(estimated);
  if (known?.plan === plan) return known.found;
  const found = plan.quotes.flatMap((_, index) => committedCost(plan, estimated, index));
  KNOWN.set(estimated, { plan, found });
  return found;
}

function committedCost(plan: ResolvedPlan, estimated: Estimate, index: number): CommittedCost[] {
  const quote = plan.quotes[index];
  if (quote === undefined || quote.commitment === null) return [];
  const { cardHours } = splitByQuote(plan, estimated, index);
  const [offer] = compareQuotes(plan, estimated, [quote]);
  if (cardHours === 0 || offer?.comparable !== true) return [];
  const { work, idle, commitment, increments, interruptions } = offer.cost;
  const used = cardHours * amountAt(quote.price, likelyValues(plan));
  return [{ quote: index, used, total: Math.max(used, work + idle + commitment + increments + interruptions) }];
}

/** Commitments of the quotes that the plan is costed by. */
export function headlineCommitments(plan: ResolvedPlan, estimated: Estimate): readonly CommittedCost[] {
  const costed = new Set(plan.cards.map((card) => card.quote));
  return committedCosts(plan, estimated).filter(({ quote }) => costed.has(quote));
}
