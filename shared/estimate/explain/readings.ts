/** The total at another price, under another reading, with one input moved, and over ten thousand draws. */
import { counted } from "../../units/format/counted.ts";
import { fixed, percent } from "../../units/format/exact.ts";
import type { SpreadPart } from "../figure.ts";
import { atOtherQuotes, disputeOutcomes, splitByQuote } from "../readings.ts";
import { swings } from "../sensitivity.ts";
import type { Trace, TraceInput } from "../trace.ts";
import {
  at,
  type Context,
  capital,
  measureWords,
  quoteInput,
  STATED,
  UnknownFigureError,
  uncertainInput,
} from "./context.ts";
import { equal, minus, num, over, plus, sumOver, sym, times, words } from "./formula.ts";
import { outsideNote } from "./notes.ts";
import { cardHoursInput } from "./time-and-energy.ts";

function totalCost(context: Context): TraceInput {
  return {
    symbol: "cost",
    name: "Total at likely values",
    value: context.estimated.withReruns.cost,
    unit: context.plan.currency,
    note: null,
    source: "this estimate",
    date: null,
    figure: { of: "total", measure: "cost", stage: "withReruns" },
    place: null,
  };
}

export function explainQuote(context: Context, index: number): Trace {
  const { plan, estimated } = context;
  const quote = at(plan.quotes, index, "quote");
  const price = quoteInput(context, quote);
  const { currency } = plan;
  const value = quote.headline
    ? estimated.withReruns.cost
    : atOtherQuotes(plan, estimated).find((other) => other.quote === index)?.cost;
  if (value === undefined) throw new UnknownFigureError(`quote ${index} has no total`);
  const { cardHours, otherCost } = splitByQuote(plan, estimated, index);
  const hours = cardHoursInput(context);
  const base = { title: `Total at ${quote.title}`, value, unit: currency, terms: [] };
  const priced = num(price.value, price.unit);
  if (otherCost === 0) {
    return {
      ...base,
      formula: equal(sym("cost"), times(sym("C"), sym("p"))),
      substituted: equal(sym("cost"), times(num(cardHours, "card-hours"), priced), num(value, currency)),
      formulaSource: "card-hours × price of a card-hour",
      inputs: [hours, price],
      notes: [],
    };
  }
  return {
    ...base,
    formula: equal(sym("cost"), plus(times(sym("C", "q"), sym("p")), sym("cost", "rest"))),
    substituted: equal(
      sym("cost"),
      plus(times(num(cardHours, "card-hours"), priced), num(otherCost, currency)),
      num(value, currency),
    ),
    formulaSource: "card-hours × price of a card-hour, the other cards at their own price",
    inputs: [
      { ...hours, symbol: "C_q", name: "Card-hours that this quote prices", value: cardHours, figure: null },
      price,
      { ...totalCost(context), symbol: "cost_rest", name: "Cost of the other cards", value: otherCost, figure: null },
    ],
    notes: [
      { title: "Part of the cards", text: "This quote prices some of the cards; the others keep their own price." },
    ],
  };
}

export function explainDispute(context: Context, index: number, measure: "then" | "difference"): Trace {
  const { plan, estimated } = context;
  const dispute = at(plan.disputes, index, "dispute");
  const outcome = disputeOutcomes(plan, estimated).find((one) => one.dispute === index);
  const experiment = at(plan.experiments, dispute.experiment, "experiment");
  // Where the cards cost nothing, the sheet compares their hours.
  const of = estimated.withReruns.cost > 0 ? "cost" : "cardHours";
  const own = at(estimated.experiments, dispute.experiment, "experiment")[of];
  if (outcome === undefined) throw new UnknownFigureError(`dispute ${index} has no outcome`);
  const { unit, symbol } = measureWords(plan, of);
  const place = `disputes[${index}].instead`;
  const then: TraceInput = {
    symbol: `${symbol}_then`,
    name: dispute.title,
    value: outcome.then[of],
    unit,
    note: dispute.note,
    source: dispute.source ?? STATED,
    date: null,
    figure: null,
    place,
  };
  const now: TraceInput = {
    symbol: `${symbol}_here`,
    name: `${experiment.title}, as this plan reads it`,
    value: own,
    unit,
    note: null,
    source: "this estimate",
    date: null,
    figure: { of: "experiment", experiment: dispute.experiment, measure: of },
    place: null,
  };
  if (measure === "then") {
    const { flop, cardHours, runs } = outcome.then;
    return {
      title: `${dispute.title}: the row then`,
      value: outcome.then[of],
      unit,
      formula: equal(sym(symbol, "then"), sumOver("sweeps", of === "cost" ? times(sym("h"), sym("p")) : sym("h"))),
      substituted: equal(sym(symbol, "then"), num(outcome.then[of], unit)),
      formulaSource: "the same estimate of this one experiment, read the other way",
      inputs: [
        {
          ...then,
          note: `${counted(Math.round(runs), "run")}, ${flop.toExponential(3)} FLOP, ${fixed(cardHours, 1)} card-hours`,
        },
        now,
      ],
      terms: [],
      notes: dispute.note === null ? [] : [{ title: "The other reading", text: dispute.note }],
    };
  }
  return {
    title: `${dispute.title}: difference`,
    value: outcome.difference[of],
    unit,
    formula: equal(words("difference"), minus(sym(symbol, "then"), sym(symbol, "here"))),
    substituted: equal(
      words("difference"),
      minus(num(outcome.then[of], unit), num(own, unit)),
      num(outcome.difference[of], unit),
    ),
    formulaSource: "taken unrounded, rounded once",
    inputs: [then, now],
    terms: [],
    notes: [],
  };
}

export function explainSwing(context: Context, input: number, end: "low" | "high"): Trace {
  const { plan } = context;
  const range = at(plan.inputs, input, "uncertain input");
  const swing = swings(plan).find((one) => one.input === input);
  if (swing === undefined) throw new UnknownFigureError(`input ${input} has no swing`);
  const value = end === "low" ? swing.costAtLow : swing.costAtHigh;
  return {
    title: `Total with ${range.title} at ${fixedOrExact(end === "low" ? range.low : range.high)}`,
    value,
    unit: plan.currency,
    formula: equal(sym("cost"), words(`the total with ${range.title} at its ${end} end, every other at likely`)),
    substituted: equal(sym("cost"), num(value, plan.currency)),
    formulaSource: "one input moved at a time",
    inputs: [uncertainInput(range), totalCost(context)],
    terms: [],
    notes: [],
  };
}

const PART_WORDS: Readonly<Record<SpreadPart, string>> = {
  low: "all low",
  p10: "P10",
  p50: "P50",
  p90: "P90",
  high: "all high",
};

export function explainRange(
  context: Context,
  measure: "flop" | "cardHours" | "cost",
  part: SpreadPart,
  experiment: number | null,
): Trace {
  const { plan, ranges } = context;
  if (ranges === null) throw new UnknownFigureError("the draws are not finished");
  const { name, unit } = measureWords(plan, measure);
  const totals = experiment === null ? ranges.total : at(ranges.experiments, experiment, "experiment");
  const whose = experiment === null ? "Total" : at(plan.experiments, experiment, "experiment").title;
  const value = totals[measure][part];
  const extreme = part === "low" || part === "high";
  const law = extreme
    ? words(`every range at the end that makes the total ${part === "low" ? "least" : "most"}`)
    : words(`${PART_WORDS[part]} of ${fixed(ranges.draws, 0)} draws`);
  return {
    title: `${whose}, ${name}, ${PART_WORDS[part]}`,
    value,
    unit,
    formula: law,
    substituted: equal(law, num(value, unit)),
    formulaSource: "PERT with λ = 4 (Malcolm et al. 1959); percentiles of type 7 (Hyndman and Fan 1996)",
    inputs: plan.inputs.map(uncertainInput),
    terms: [],
    notes: [
      {
        title: "How it is drawn",
        text: `${fixed(ranges.draws, 0)} stratified draws from xoshiro128**, seed ${ranges.seed}: the same plan gives the same range. Equal variables are one draw, everything else is independent.`,
      },
      ...(experiment === null ? outsideNote(context, measure) : []),
    ],
  };
}

export function explainChance(context: Context): Trace {
  const { plan, ranges } = context;
  if (ranges?.chanceUnderCeiling == null || plan.ceiling === null)
    throw new UnknownFigureError("the plan has no ceiling");
  const value = ranges.chanceUnderCeiling;
  return {
    title: "Chance of staying under the ceiling",
    value: value * 100,
    unit: "%",
    formula: words("share of the draws whose total is at most the ceiling"),
    substituted: equal(words("share"), num(value * 100, "%")),
    formulaSource: "type 7 percentile, read backwards",
    inputs: [
      {
        symbol: "",
        name: "Ceiling",
        value: plan.ceiling,
        unit: plan.currency,
        note: null,
        source: plan.funder ?? STATED,
        date: null,
        figure: null,
        place: "ceiling",
      },
      totalCost(context),
      ...plan.inputs.map(uncertainInput),
    ],
    terms: [],
    notes: [],
  };
}

export function explainComparison(context: Context): Trace {
  const { plan, estimated } = context;
  const { compareWith } = plan;
  if (compareWith === null) throw new UnknownFigureError("the plan compares itself with nothing");
  const value = estimated.withReruns.flop / compareWith.flop;
  return {
    title: `Against ${compareWith.title}`,
    value: value * 100,
    unit: "%",
    formula: over(sym("C"), sym("C", "other")),
    substituted: equal(
      over(num(estimated.withReruns.flop, "FLOP"), num(compareWith.flop, "FLOP")),
      words(`${percent(value)} %`),
    ),
    formulaSource: "operations over operations",
    inputs: [
      {
        symbol: "C",
        name: "Operations of this plan",
        value: estimated.withReruns.flop,
        unit: "FLOP",
        note: null,
        source: "this estimate",
        date: null,
        figure: { of: "total", measure: "flop", stage: "withReruns" },
        place: null,
      },
      {
        symbol: "C_other",
        name: capital(`training of ${compareWith.title}`),
        value: compareWith.flop,
        unit: "FLOP",
        note: null,
        source: compareWith.source ?? STATED,
        date: null,
        figure: null,
        place: "compareWith.flop",
      },
    ],
    terms: [],
    notes: [],
  };
}

const fixedOrExact = (value: number): string => fixed(value, Number.isInteger(value) ? 0 : 2);
