/** What every explanation needs at hand. */
import { DEFAULT_CARDS_PER_NODE } from "../../plan/defaults.ts";
import type { ResolvedCard, ResolvedPlan, ResolvedQuote, UncertainInput } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { amountAt, type InputValues, likelyValues } from "../amounts.ts";
import { classSpeed, hasCardSpeed, speedOf } from "../class-estimate.ts";
import type { TraceInput } from "../trace.ts";
import type { Estimate, EstimateRanges, Measure } from "../types.ts";

export interface Context {
  readonly plan: ResolvedPlan;
  readonly estimated: Estimate;
  /** Null while the draws are still running. */
  readonly ranges: EstimateRanges | null;
  readonly values: InputValues;
}

export const contextOf = (plan: ResolvedPlan, estimated: Estimate, ranges: EstimateRanges | null): Context => ({
  plan,
  estimated,
  ranges,
  values: likelyValues(plan),
});

/** A figure that the plan at hand does not have: a caller's mistake, never a reader's. */
export class UnknownFigureError extends RangeError {
  override readonly name = "UnknownFigureError";
}

/** The element of a list that a figure points at. */
export function at<T>(list: readonly T[], index: number, what: string): T {
  const found = list[index];
  if (found === undefined) throw new UnknownFigureError(`the plan has no ${what} ${index}; it has ${list.length}`);
  return found;
}

/** A run class by its experiment, its sweep where it has a title, and its model. */
export function classTitle({ plan }: Context, index: number): string {
  const runClass = at(plan.classes, index, "run class");
  const experiment = at(plan.experiments, runClass.experiment, "experiment");
  const sweep = experiment.sweeps[runClass.sweep]?.title;
  const whose = sweep == null ? experiment.title : `${experiment.title}: ${sweep}`;
  return runClass.model === null ? whose : `${whose}, ${at(plan.models, runClass.model, "model").label}`;
}

export const STATED = "stated in the plan";

/** Full names and units of the five measures. */
export function measureWords(plan: ResolvedPlan, measure: Measure): { name: string; unit: string; symbol: string } {
  switch (measure) {
    case "runs":
      return { name: "runs", unit: "runs", symbol: "n" };
    case "flop":
      return { name: "training operations", unit: "FLOP", symbol: "C" };
    case "cardHours":
      return { name: "card-hours", unit: "card-hours", symbol: "h" };
    case "nodeHours":
      return { name: "node-hours", unit: "node-hours", symbol: "node-h" };
    case "cost":
      return { name: "rental cost", unit: plan.currency, symbol: "cost" };
  }
}

/** The achieved speed of a card as an input, where it is the card's own. */
export function speedInput(context: Context, index: number): TraceInput {
  const card = at(context.plan.cards, index, "card");
  const speed = speedOf(card, context.values);
  if (speed === null) throw new UnknownFigureError(`card ${index} has a speed for each class of runs`);
  return {
    symbol: "v",
    name: `Achieved speed per card, ${card.accelerator.name}`,
    value: speed,
    unit: "FLOP/s",
    note: `${percent(speed / card.densePeak)} % of the dense ${card.format} peak of ${exact(card.densePeak / 1e12)} × 10¹² FLOP/s`,
    source: card.speedSource ?? STATED,
    date: null,
    figure: { of: "speed", card: index },
    place: card.places.speed,
  };
}

/** The achieved speed of a card in the runs of one class as an input: the card's own, or one of the class. */
export function classSpeedInput(context: Context, index: number): TraceInput {
  const { plan, values } = context;
  const runClass = at(plan.classes, index, "run class");
  if (hasCardSpeed(plan, runClass)) return speedInput(context, runClass.card);
  const card = at(plan.cards, runClass.card, "card");
  const speed = classSpeed(plan, runClass, card, values);
  return {
    symbol: "v",
    name: `Achieved speed per card in these runs, ${card.accelerator.name}`,
    value: speed,
    unit: "FLOP/s",
    note: `${percent(speed / card.densePeak)} % of the dense ${card.format} peak of ${exact(card.densePeak / 1e12)} × 10¹² FLOP/s`,
    source: card.speedSource ?? STATED,
    date: null,
    figure: { of: "class", runClass: index, measure: "speed" },
    place: card.places.speed,
  };
}

/** How many cards a node has as an input. */
export function cardsPerNodeInput({ cardsPerNode, accelerator, places }: ResolvedCard): TraceInput {
  const isUsual = cardsPerNode === (accelerator.cardsPerNode ?? DEFAULT_CARDS_PER_NODE);
  return {
    symbol: "k",
    name: "Cards per node",
    value: cardsPerNode,
    unit: "cards",
    note: null,
    source: isUsual ? "the usual node of this card" : STATED,
    date: null,
    figure: null,
    place: places.accelerator,
  };
}

/** The price of a card-hour on a card as an input. */
export function priceInput(context: Context, card: ResolvedCard): TraceInput {
  const quote = at(context.plan.quotes, card.quote, "quote");
  return quoteInput(context, quote);
}

export function quoteInput(context: Context, quote: ResolvedQuote): TraceInput {
  return {
    symbol: "p",
    name: `Price of a card-hour, ${quote.title}`,
    value: amountAt(quote.price, context.values),
    unit: `${context.plan.currency}/h`,
    note: priceNote(context, quote),
    source: quote.source ?? STATED,
    date: quote.date,
    figure: null,
    place: quote.path,
  };
}

/** Where a price is not simply what was quoted: its range, the currency that it was quoted in, or what it is worked out from. */
function priceNote(context: Context, { price, native, purchase }: ResolvedQuote): string | null {
  const { currency } = context.plan;
  // A sheet that was saved before quotes had currencies of their own is explained without.
  const exchange = native?.exchange ?? null;
  const parts = [
    rangeNote(context, price.input),
    purchase == null ? null : "what owning costs for each card-hour that is used",
    exchange === null
      ? null
      : `${native.price === null ? "" : `${exact(amountAt(native.price, context.values))} `}${native.currency}, of which one is ${exact(exchange.rate)} ${currency} on ${exchange.date}${exchange.source === null ? "" : `, ${exchange.source}`}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join("; ");
}

/** "10 to 15" for an uncertain input, null for a certain number. */
export function rangeNote(context: Context, input: number | null): string | null {
  const range = input === null ? undefined : context.plan.inputs[input];
  return range === undefined ? null : `${exact(range.low)} to ${exact(range.high)}, likely ${exact(range.likely)}`;
}

/** An uncertain input that stands inside a formula without a symbol of its own. */
export function uncertainInput(range: UncertainInput): TraceInput {
  return {
    symbol: "",
    name: capital(range.title),
    value: range.likely,
    unit: "",
    note: `likely, of ${exact(range.low)} to ${exact(range.high)}; one draw wherever it is used`,
    source: range.source ?? STATED,
    date: null,
    figure: null,
    place: range.path,
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
