/** Why the headline lies outside P10–P90, in one sentence, where it does. */
import type { ResolvedPlan } from "../plan/resolved.ts";
import type { SheetContext } from "./context.ts";
import { stated } from "./text/amounts.ts";
import { listed } from "./text/words.ts";

/** Inputs that move the total less than this part of what the strongest one does explain nothing. */
const WORTH_NAMING = 0.2;
const MOST_NAMED = 2;

/**
 * The sentence, or null where the headline lies inside. It names the inputs whose likely value is an end of their range:
 * "The headline lies above its own range because it counts 15 points per line, and the source shows 10 to 15: the number
 * can only fall."
 */
export function whyOutside(context: SheetContext): string | null {
  const { plan, ranges, swings, total } = context;
  if (ranges === null) return null;
  const { p10, p90 } = ranges.total.cost;
  if (total.cost >= p10 && total.cost <= p90) return null;
  const above = total.cost > p90;
  const side = above ? "above" : "below";
  const strongest = Math.max(0, ...swings.map(reach));
  // An input at its end can move the total one way only: away from the headline.
  const oneWay = swings.filter((swing) =>
    above ? highest(swing) <= total.cost * ALMOST : lowest(swing) * ALMOST >= total.cost,
  );
  const named = oneWay.filter((swing) => reach(swing) >= WORTH_NAMING * strongest).slice(0, MOST_NAMED);
  const others = swings.length - oneWay.length;
  if (named.length === 0 && conditionalCost(context) > WORTH_NAMING * strongest) {
    return `The headline lies ${side} P10–P90 because it counts what is conditional at its probability, and a draw has all of a sweep or none.`;
  }
  if (named.length === 0) {
    return `The headline lies ${side} P10–P90 because the ranges reach further ${above ? "down" : "up"} than ${above ? "up" : "down"}.`;
  }
  const reasons = listed(named.map((swing) => reason(plan, swing.input)));
  const end = others === 0 && !isConditional(plan) ? "the number can only" : "the number will sooner";
  return `The headline lies ${side} its own P10–P90 because ${reasons}: ${end} ${above ? "fall" : "rise"}.`;
}

/** Room for the last digits of sums that are added in another order. */
const ALMOST = 1 + 1e-9;

interface Ends {
  readonly costAtLow: number;
  readonly costAtHigh: number;
}
const highest = (swing: Ends): number => Math.max(swing.costAtLow, swing.costAtHigh);
const lowest = (swing: Ends): number => Math.min(swing.costAtLow, swing.costAtHigh);
const reach = (swing: Ends): number => highest(swing) - lowest(swing);

function reason(plan: ResolvedPlan, index: number): string {
  const input = plan.inputs[index];
  if (input === undefined) throw new RangeError(`a swing names input ${index}, which the plan does not have`);
  const verb = countedInputs(plan).has(index) ? `counts ${stated(input.likely)} ${input.title}` : null;
  const takes = verb ?? `takes ${stated(input.likely)} for ${input.title}`;
  const who = input.source === null ? "the range is" : "the source shows";
  return `it ${takes}, and ${who} ${stated(input.low)} to ${stated(input.high)}`;
}

/** Inputs that say how many of something there are. */
function countedInputs(plan: ResolvedPlan): ReadonlySet<number> {
  const amounts = plan.classes.flatMap((runClass) => runClass.counts);
  return new Set(amounts.flatMap((amount) => (amount.input === null ? [] : [amount.input])));
}

/** What conditional sweeps cost when they are all run: as far as they can move the total. */
const conditionalCost = ({ plan, estimate }: SheetContext): number =>
  plan.classes.reduce((sum, { probability }, index) => {
    const expected = estimate.classes[index]?.cost ?? 0;
    return probability < 1 && expected > 0 ? sum + expected / probability : sum;
  }, 0);

const isConditional = (plan: ResolvedPlan): boolean => plan.classes.some((runClass) => runClass.probability < 1);
