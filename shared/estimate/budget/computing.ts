/** What a plan's computing costs, likely and drawn: its used card-hours, and what its headline quotes charge beyond them. */
import type { ResolvedPlan } from "../../plan/resolved.ts";
import type { CostModel } from "../cost-model.ts";
import { type Columns, evaluate, type Points } from "../evaluate.ts";
import { splitByQuote } from "../readings.ts";
import type { Estimate } from "../types.ts";
import { type BeyondUse, headlineBeyondUse } from "./beyond-use.ts";

/**
 * At likely values, in the plan's currency. A plan without a budget asks for nothing beyond its used card-hours.
 *
 * @example 128,000 card-hours used at 1.00 of 560,640 that are reserved: 560,640 with a budget, 128,000 without
 */
export function computingCost(plan: ResolvedPlan, estimated: Estimate): number {
  if (plan.budget === undefined) return estimated.withReruns.cost;
  const charged = headlineBeyondUse(plan, estimated).flatMap(({ charges }) => charges.map(({ cost }) => cost));
  return charged.reduce((sum, cost) => sum + cost, Number(estimated.withReruns.cost));
}

export interface Drawn {
  readonly model: CostModel;
  readonly points: Points;
  /** What the model gives at these points. */
  readonly total: Columns;
}

/**
 * The same at every point: each quote's work takes as much longer as it has more card-hours there, what is paid beyond them follows by the
 * quote's terms, and the price is the quote's own at the point. The column of costs itself where no quote can charge for more.
 */
export function computingAt(plan: ResolvedPlan, estimated: Estimate, { model, points, total }: Drawn): Float64Array {
  if (plan.budget === undefined) return total.cost;
  const charging = headlineBeyondUse(plan, estimated).filter((beyond) => canCharge(plan, beyond));
  if (charging.length === 0) return total.cost;
  const computing = total.cost.slice();
  for (const beyond of charging) {
    const price = plan.quotes[beyond.quote]?.price;
    if (price === undefined) continue;
    const prices = price.input === null ? null : points.inputs[price.input];
    const likely = splitByQuote(plan, estimated, beyond.quote).cardHours;
    const hours = hoursOf(model, points, total, beyond.quote);
    const chargedAt = chargedHours(beyond);
    for (let point = 0; point < points.count; point++) {
      const each = prices == null ? price.likely : (prices[point] as number) * (price.factor ?? 1);
      (computing[point] as number) += chargedAt((hours[point] as number) / likely) * each;
    }
  }
  return computing;
}

/** Longer work leaves a whole term or increment that is used up today; what is nothing by the other terms stays nothing. */
function canCharge({ quotes }: ResolvedPlan, { quote, charges }: BeyondUse): boolean {
  const terms = quotes[quote];
  return charges.length > 0 || terms?.commitment != null || (terms?.billingIncrementMinutes ?? 0) > 0;
}

function hoursOf(model: CostModel, points: Points, total: Columns, quote: number): Float64Array {
  const terms = model.terms.filter((term) => term.quote === quote);
  return terms.length === model.terms.length ? total.cardHours : evaluate({ ...model, terms }, points).total.cardHours;
}

/** Card-hours beyond use where the work takes `times` as long. Where only the price is in doubt that is the same at every point. */
function chargedHours({ chargesAt }: BeyondUse): (times: number) => number {
  let [known, charged] = [Number.NaN, 0];
  return (times) => {
    if (times !== known) {
      known = times;
      charged = chargesAt(times).reduce((sum, { from, to }) => sum + (to - from), 0);
    }
    return charged;
  };
}
