/** The same plan read otherwise: under the other side of a dispute, or at another price. */
import type { ResolvedPlan } from "../plan/resolved.ts";
import { Money } from "../units/brands.ts";
import { amountAt, likelyValues } from "./amounts.ts";
import { estimate } from "./estimate.ts";
import { difference } from "./totals.ts";
import type { Estimate, Totals } from "./types.ts";

/** What a dispute makes of its experiment, and by how much that differs from the plan's own reading. */
export interface DisputeOutcome {
  /** Index into the plan's disputes. */
  readonly dispute: number;
  readonly then: Totals;
  /** `then` less the plan's own figure, taken unrounded. */
  readonly difference: Totals;
}

/**
 * Every dispute of the plan with the experiment's totals under the other reading.
 *
 * "Alignment with 3 optimizers" of arXiv 2407.05872: 888.81 USD become 2,666.44, a difference of 1,777.63.
 */
export function disputeOutcomes(plan: ResolvedPlan, estimated: Estimate): DisputeOutcome[] {
  return plan.disputes.flatMap((dispute, index) => {
    const own = estimated.experiments[dispute.experiment];
    if (own === undefined) return [];
    const then = estimate(dispute.alternative).withRepeats;
    return [{ dispute: index, then, difference: difference(then, own) }];
  });
}

/** The plan's total cost at a quote that is not the headline. */
export interface OtherPrice {
  /** Index into the plan's quotes. */
  readonly quote: number;
  readonly cost: Money;
}

/** The plan's work as a quote divides it, reruns included. */
export interface QuoteSplit {
  /** Card-hours that the quote prices. */
  readonly cardHours: number;
  /** Cost of the rest, at its own prices. */
  readonly otherCost: number;
}

/** A headline quote prices the cards that the plan costs by it, any other the cards that it applies to. */
export function splitByQuote(plan: ResolvedPlan, estimated: Estimate, index: number): QuoteSplit {
  const quote = plan.quotes[index];
  const again = 1 + amountAt(plan.reruns, likelyValues(plan));
  let cardHours = 0;
  let otherCost = 0;
  plan.classes.forEach((runClass, position) => {
    const own = estimated.classes[position];
    const card = plan.cards[runClass.card];
    if (own === undefined || card === undefined || quote === undefined) return;
    const applies = quote.headline
      ? card.quote === index
      : quote.accelerator === null || quote.accelerator === card.accelerator.id;
    if (applies) cardHours += own.cardHours;
    else otherCost += own.cost;
  });
  return { cardHours: cardHours * again, otherCost: otherCost * again };
}

/**
 * The plan's total at each quote that is not the headline and applies to a card of the plan: the card-hours of those cards at its
 * price, all others at their own. 4,302,487.06 card-hours at 2.00, 2.85 and 3.50 USD: 8.60, 12.26 and 15.06 M USD.
 */
export function atOtherQuotes(plan: ResolvedPlan, estimated: Estimate): OtherPrice[] {
  const values = likelyValues(plan);
  return plan.quotes.flatMap((quote, index) => {
    const prices = plan.cards.some(({ accelerator: { id } }) => quote.accelerator === null || quote.accelerator === id);
    if (quote.headline || !prices) return [];
    const { cardHours, otherCost } = splitByQuote(plan, estimated, index);
    return [{ quote: index, cost: Money(cardHours * amountAt(quote.price, values) + otherCost) }];
  });
}
