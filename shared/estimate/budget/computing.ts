/** What a plan's computing costs, likely and drawn: its used card-hours, and what its headline quotes charge beyond them. */
import type { ResolvedPlan, UncertainInput } from "../../plan/resolved.ts";
import { percentile } from "../../ranges/percentile.ts";
import type { CostModel } from "../cost-model.ts";
import { estimate } from "../estimate.ts";
import { type Columns, evaluate, type Points } from "../evaluate.ts";
import { splitByQuote } from "../readings.ts";
import { plansAtWork } from "../schedule/at-work.ts";
import type { Estimate } from "../types.ts";
import { type BeyondUse, hasTerms, headlineBeyondUse } from "./beyond-use.ts";

/**
 * At likely values, in the plan's currency. A plan without a budget asks for nothing beyond its used card-hours.
 *
 * @example 128,000 card-hours used at 1.00 of 560,640 that are reserved: 560,640 with a budget, 128,000 without
 */
export function computingCost(plan: ResolvedPlan, estimated: Estimate): number {
  if (plan.budget === undefined) return estimated.withReruns.cost;
  const charged = headlineBeyondUse(plan, estimated).flatMap(({ charges }) => charges.map(({ cost }) => cost));
  return charged.reduce((sum, cost) => sum + cost, estimated.withReruns.cost);
}

export interface Drawn {
  readonly points: Points;
  /** What the model gives at these points. */
  readonly total: Columns;
}

/**
 * The same at the points of draws, and at those where every input is at an end: used card-hours at their cost, and what is paid beyond them by
 * each quote's terms, at the quote's own price at the point. The columns of costs themselves where no quote can charge for more.
 */
export function computingAt(
  plan: ResolvedPlan,
  estimated: Estimate,
  model: CostModel,
  [drawn, ends]: readonly [drawn: Drawn, ends: Drawn],
): readonly [drawn: Float64Array, ends: Float64Array] {
  const charging = chargingIn(plan, estimated);
  if (charging.length === 0) return [drawn.total.cost, ends.total.cost];
  const computing = [drawn, ends].map(({ total }) => total.cost.slice());
  const [ofDraws = drawn.total.cost, ofEnds = ends.total.cost] = computing;
  const moved = chargeDraws(plan, estimated)?.moreRunsAre === "scheduled" ? plansBetween(plan, drawn) : [];
  for (const beyond of charging) {
    const quote = plan.quotes[beyond.quote];
    if (quote === undefined) continue;
    const { price } = quote;
    const chargedAt = chargedHours(basesOf(plan, estimated, beyond, moved), quote.commitment !== null);
    const add = (column: Float64Array, { points, total }: Drawn): void => {
      const prices = price.input === null ? null : points.inputs[price.input];
      const hours = hoursOf(model, points, total, beyond.quote);
      for (let point = 0; point < points.count; point++) {
        const each = prices == null ? price.likely : (prices[point] as number) * (price.factor ?? 1);
        (column[point] as number) += chargedAt(hours[point] as number) * each;
      }
    };
    add(ofDraws, drawn);
    add(ofEnds, ends);
  }
  return [ofDraws, ofEnds];
}

function hoursOf(model: CostModel, points: Points, total: Columns, quote: number): Float64Array {
  const terms = model.terms.filter((term) => term.quote === quote);
  return terms.length === model.terms.length ? total.cardHours : evaluate({ ...model, terms }, points).total.cardHours;
}

/** In a plan of more classes its further schedules would take longer than its draws. */
const MOST_CLASSES = 100;

/** Whether the number of runs is in doubt: their length alone moves no card of a schedule. */
const isCountOpen = ({ classes, cards, inputs }: ResolvedPlan, charging: readonly BeyondUse[]): boolean =>
  classes.some(
    ({ card, counts, repeats, probability }) =>
      charging.some(({ quote }) => cards[card]?.quote === quote) &&
      (probability < 1 || [...counts, repeats].some(({ input }) => input !== null && isOpen(inputs[input]))),
  );

/** What is drawn of the charges beyond use, and how more or fewer runs count. */
export interface ChargeDraws {
  /** Titles of the quotes that charge, or may. */
  readonly quotes: readonly string[];
  /** On schedules of their own; in a large plan as longer or shorter runs; null where the number of runs is certain. */
  readonly moreRunsAre: "scheduled" | "longer" | null;
}

/** Null where no quote charges beyond use in any draw. */
export function chargeDraws(plan: ResolvedPlan, estimated: Estimate): ChargeDraws | null {
  const charging = chargingIn(plan, estimated);
  if (charging.length === 0) return null;
  const isLarge = plan.classes.length > MOST_CLASSES;
  return {
    quotes: charging.flatMap(({ quote }) => plan.quotes[quote]?.title ?? []),
    moreRunsAre: !isCountOpen(plan, charging) ? null : isLarge ? "longer" : "scheduled",
  };
}

const chargingIn = (plan: ResolvedPlan, estimated: Estimate): readonly BeyondUse[] =>
  plan.budget === undefined
    ? []
    : headlineBeyondUse(plan, estimated).filter(({ quote: index, charges }) => {
        // Longer or less work may leave a term, a minimum or an increment that is used up today.
        const quote = plan.quotes[index];
        return charges.length > 0 || (quote !== undefined && hasTerms(quote));
      });

const isOpen = (range: UncertainInput | undefined): boolean => range !== undefined && range.low < range.high;

/** The plan at its least work, at P10, P50 and P90 of it, and at its most. */
function plansBetween(plan: ResolvedPlan, { total }: Drawn): ResolvedPlan[] {
  const sorted = total.cardHours.toSorted();
  const targets = [0, ...[0.1, 0.5, 0.9].map((share) => percentile(sorted, share)), Number.POSITIVE_INFINITY];
  return plansAtWork(plan, targets).map(({ plan: moved, values }) => ({
    ...moved,
    inputs: moved.inputs.map((range, input) => ({ ...range, likely: values[input] ?? range.likely })),
  }));
}

/** A schedule whose charges are known, and the card-hours of the quote in it. */
interface Base {
  readonly hours: number;
  readonly chargesAt: BeyondUse["chargesAt"];
}

function basesOf(plan: ResolvedPlan, estimated: Estimate, beyond: BeyondUse, moved: readonly ResolvedPlan[]): Base[] {
  const base = (of: ResolvedPlan, by: Estimate, { quote, chargesAt }: BeyondUse): Base => ({
    hours: splitByQuote(of, by, quote).cardHours,
    chargesAt,
  });
  const others = moved.flatMap((of) => {
    const by = estimate(of);
    return headlineBeyondUse(of, by).flatMap((one) => (one.quote === beyond.quote ? [base(of, by, one)] : []));
  });
  return [base(plan, estimated, beyond), ...others];
}

/**
 * Card-hours beyond use where the work has `hours`: between two schedules in proportion; of a reservation or blocks, whose terms are taken whole,
 * and beyond the ends those of the nearest schedule with every run as much longer or shorter.
 */
function chargedHours(bases: readonly Base[], isWhole: boolean): (hours: number) => number {
  const sorted = bases.toSorted((a, b) => a.hours - b.hours).map((base) => ({ ...base, charged: sumAt(base, 1) }));
  const at = (hours: number): number => {
    const above = sorted.findIndex((base) => base.hours >= hours);
    const [left, right] = [sorted[above - 1], sorted[above]];
    if (left !== undefined && right !== undefined && !isWhole) {
      const part = (hours - left.hours) / (right.hours - left.hours);
      return left.charged + part * (right.charged - left.charged);
    }
    const far = (base: Base | undefined): number =>
      base === undefined ? Number.POSITIVE_INFINITY : Math.abs(hours - base.hours);
    const near = right === undefined ? sorted.at(-1) : far(left) < far(right) ? left : right;
    return near === undefined ? 0 : sumAt(near, hours / near.hours);
  };
  // Where only the price is in doubt the hours are the same at every point.
  let [known, charged] = [Number.NaN, 0];
  return (hours) => {
    if (hours !== known) [known, charged] = [hours, at(hours)];
    return charged;
  };
}

const sumAt = ({ chargesAt }: Base, times: number): number =>
  chargesAt(times).reduce((sum, { from, to }) => sum + (to - from), 0);
