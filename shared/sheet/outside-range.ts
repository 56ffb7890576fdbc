/** Why the headline lies outside P10–P90, in one sentence, where it does. */
import type { ResolvedPlan, UncertainInput } from "../plan/resolved.ts";
import type { Figures } from "./context.ts";
import { stated } from "./text/amounts.ts";
import { listed } from "./text/words.ts";

/** Inputs that move the total less than this part of what the strongest one does explain nothing. */
const WORTH_NAMING = 0.2;
const MOST_NAMED = 2;

/** On which side of P10–P90 the headline lies, and because of what. */
interface Outside {
  readonly side: "above" | "below";
  /** The inputs to blame, by index: their likely value is an end of their range. Empty where another reason holds. */
  readonly inputs: readonly number[];
  /** Where no input is to blame: a draw has all of a conditional sweep or none, or the ranges reach further one way. */
  readonly otherwise: "conditional" | "lopsided";
  /** Nothing can move the number the other way. */
  readonly only: boolean;
}

function outsideOf(figures: Figures): Outside | null {
  const { plan, ranges, swings, total } = figures;
  if (ranges === null) return null;
  const { p10, p90 } = ranges.total.cost;
  if (total.cost >= p10 && total.cost <= p90) return null;
  const above = total.cost > p90;
  const strongest = Math.max(0, ...swings.map(reach));
  // An input at its end can move the total one way only: away from the headline.
  const oneWay = swings.filter((swing) =>
    above ? highest(swing) <= total.cost * ALMOST : lowest(swing) * ALMOST >= total.cost,
  );
  const named = oneWay.filter((swing) => reach(swing) >= WORTH_NAMING * strongest).slice(0, MOST_NAMED);
  return {
    side: above ? "above" : "below",
    inputs: named.map(({ input }) => input),
    otherwise: conditionalCost(figures) > WORTH_NAMING * strongest ? "conditional" : "lopsided",
    only: swings.length === oneWay.length && !isConditional(plan),
  };
}

/**
 * The sentence, or null where the headline lies inside. It names the inputs whose likely value is an end of their range:
 * "The headline lies above its own range because it counts 15 points per line, and the source shows 10 to 15: the number
 * can only fall."
 */
export function whyOutside(figures: Figures): string | null {
  const outside = outsideOf(figures);
  if (outside === null) return null;
  const { side, inputs, only } = outside;
  if (inputs.length === 0) return `The headline lies ${side} P10–P90 because ${otherReason(outside)}.`;
  const reasons = listed(inputs.map((input) => reason(figures.plan, input)));
  const end = only ? "the number can only" : "the number will sooner";
  return `The headline lies ${side} its own P10–P90 because ${reasons}: ${end} ${side === "above" ? "fall" : "rise"}.`;
}

/**
 * The same for where the range already stands beside the number: "The likely value lies above P90, because points per line
 * can only be fewer than 15."
 */
export function whyOutsideInShort(figures: Figures): string | null {
  const outside = outsideOf(figures);
  if (outside === null) return null;
  const { side, inputs } = outside;
  const reasons =
    inputs.length === 0 ? otherReason(outside) : listed(inputs.map((input) => onlyWay(figures.plan, input)));
  return `The likely value lies ${side} ${side === "above" ? "P90" : "P10"}, because ${reasons}.`;
}

function otherReason({ side, otherwise }: Outside): string {
  if (otherwise === "conditional")
    return "it counts what is conditional at its probability, and a draw has all of a sweep or none";
  const [more, less] = side === "above" ? ["down", "up"] : ["up", "down"];
  return `the ranges reach further ${more} than ${less}`;
}

/** "points per line can only be fewer than 15", for an input that stands at an end of its range. */
function onlyWay(plan: ResolvedPlan, index: number): string {
  const input = inputAt(plan, index);
  const [fewer, more] = countedInputs(plan).has(index) ? ["fewer", "more"] : ["lower", "higher"];
  const way = input.likely - input.low > input.high - input.likely ? fewer : more;
  return `${input.title} can only be ${way} than ${stated(input.likely)}`;
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
  const input = inputAt(plan, index);
  const verb = countedInputs(plan).has(index) ? `counts ${stated(input.likely)} ${input.title}` : null;
  const takes = verb ?? `takes ${stated(input.likely)} for ${input.title}`;
  const who = input.source === null ? "the range is" : "the source shows";
  return `it ${takes}, and ${who} ${stated(input.low)} to ${stated(input.high)}`;
}

function inputAt(plan: ResolvedPlan, index: number): UncertainInput {
  const input = plan.inputs[index];
  if (input === undefined) throw new RangeError(`a swing names input ${index}, which the plan does not have`);
  return input;
}

/** Inputs that say how many of something there are. */
function countedInputs(plan: ResolvedPlan): ReadonlySet<number> {
  const amounts = plan.classes.flatMap((runClass) => runClass.counts);
  return new Set(amounts.flatMap((amount) => (amount.input === null ? [] : [amount.input])));
}

/** What conditional sweeps cost when they are all run: as far as they can move the total. */
const conditionalCost = ({ plan, estimate }: Figures): number =>
  plan.classes.reduce((sum, { probability }, index) => {
    const expected = estimate.classes[index]?.cost ?? 0;
    return probability < 1 && expected > 0 ? sum + expected / probability : sum;
  }, 0);

const isConditional = (plan: ResolvedPlan): boolean => plan.classes.some((runClass) => runClass.probability < 1);
