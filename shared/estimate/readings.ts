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

/**
 * The plan's total at each quote that is not the headline: the card-hours of the cards that the quote applies to at its
 * price, all others at their own. 4,302,487.06 card-hours at 2.00, 2.85 and 3.50 USD: 8.60, 12.26 and 15.06 M USD.
 */
export function atOtherQuotes(plan: ResolvedPlan, estimated: Estimate): OtherPrice[] {
  const values = likelyValues(plan);
  const again = 1 + amountAt(plan.reruns, values);
  return plan.quotes.flatMap((quote, index) => {
    if (quote.headline) return [];
    const price = amountAt(quote.price, values);
    let cost = 0;
    plan.classes.forEach((runClass, position) => {
      const own = estimated.classes[position];
      const card = plan.cards[runClass.card];
      if (own === undefined || card === undefined) return;
      const applies = quote.accelerator === null || quote.accelerator === card.accelerator.id;
      cost += applies ? own.cardHours * price : own.cost;
    });
    return [{ quote: index, cost: Money(cost * again) }];
  });
}
