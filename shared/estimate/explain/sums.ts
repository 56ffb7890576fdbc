/** Totals, experiments and sweeps: sums of the level below, with the law that turns FLOP into hours and money. */
import type { Amount, RunClass } from "../../plan/resolved.ts";
import { amountAt } from "../amounts.ts";
import { hasCardSpeed } from "../class-estimate.ts";
import { lengthAmounts } from "../cost-model.ts";
import type { Figure } from "../figure.ts";
import { sumTotals } from "../totals.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import type { Measure, Totals } from "../types.ts";
import {
  at,
  type Context,
  cardsPerNodeInput,
  measureWords,
  priceInput,
  STATED,
  speedInput,
  uncertainInput,
} from "./context.ts";
import { equal, group, num, over, plus, sumOfTerms, sumOver, sym, times, words } from "./formula.ts";
import { outsideNote, ROUNDING_NOTE } from "./notes.ts";

const SOURCE =
  "Epoch AI, “Estimating training compute”, method 1: operations counted, then divided by the achieved speed";

/** The plan's total at one of its three stages. */
export function explainTotal(context: Context, measure: Measure, stage: "core" | "withRepeats" | "withReruns"): Trace {
  const { plan, estimated } = context;
  const { name } = measureWords(plan, measure);
  const again = amountAt(plan.reruns, context.values);
  if (stage === "withReruns" && again > 0 && measure !== "runs") return withReruns(context, measure, again);
  const terms = plan.experiments.map((experiment, index): TraceTerm => {
    const own = at(estimated.experiments, index, "experiment");
    const value = stage === "core" ? coreOf(context, index)[measure] : own[measure];
    return {
      name: experiment.title,
      value,
      figure: stage === "core" ? null : { of: "experiment", experiment: index, measure },
    };
  });
  const title = stage === "core" ? `Total of every run once, ${name}` : `Total, ${name}`;
  return {
    ...sumTrace(context, measure, estimated[stage], title, "experiments", terms),
    notes: [...outsideNote(context, measure), ...ROUNDING_NOTE],
  };
}

function withReruns(context: Context, measure: Measure, again: number): Trace {
  const { plan, estimated } = context;
  const { name, unit, symbol } = measureWords(plan, measure);
  const before = estimated.withRepeats[measure];
  const value = estimated.withReruns[measure];
  return {
    title: `Total with reruns, ${name}`,
    value,
    unit,
    formula: equal(sym(symbol), times(sym(symbol, "runs"), group(plus(num(1), sym("r"))))),
    substituted: equal(sym(symbol), times(num(before, unit), group(plus(num(1), num(again)))), num(value, unit)),
    formulaSource: "Reruns are put into quantities, with their evidence, and not into a contingency",
    inputs: [
      {
        symbol: `${symbol}_runs`,
        name: "All runs, repeats included",
        value: before,
        unit,
        note: null,
        source: "sum of the experiments",
        date: null,
        figure: { of: "total", measure, stage: "withRepeats" },
        place: null,
      },
      {
        symbol: "r",
        name: "Work done again after failures and mistakes",
        value: again,
        unit: "of all runs",
        note: null,
        source: plan.rerunsSource ?? STATED,
        date: null,
        figure: null,
        place: "overhead.reruns",
      },
    ],
    terms: [],
    notes: [...outsideNote(context, measure), ...ROUNDING_NOTE],
  };
}

/** What the reruns add. */
export function explainReruns(context: Context, measure: Exclude<Measure, "runs">): Trace {
  const { plan, estimated, values } = context;
  const { name, unit, symbol } = measureWords(plan, measure);
  const again = amountAt(plan.reruns, values);
  const before = estimated.withRepeats[measure];
  const value = before * again;
  return {
    ...withReruns(context, measure, again),
    title: `Reruns and failures, ${name}`,
    value,
    formula: equal(sym(symbol, "again"), times(sym(symbol, "runs"), sym("r"))),
    substituted: equal(sym(symbol, "again"), times(num(before, unit), num(again)), num(value, unit)),
    notes: [],
  };
}

/** One experiment. */
export function explainExperiment(context: Context, experiment: number, measure: Measure | "share"): Trace {
  const { plan, estimated } = context;
  const resolved = at(plan.experiments, experiment, "experiment");
  const totals = at(estimated.experiments, experiment, "experiment");
  if (measure === "share")
    return explainShare(context, resolved.title, totals, { of: "experiment", experiment, measure: "cost" });
  const { name } = measureWords(plan, measure);
  const terms = resolved.sweeps.map((sweep, index): TraceTerm => {
    const own = at(estimated.sweeps[experiment] ?? [], index, "sweep");
    return {
      name: sweep.title ?? (resolved.sweeps.length === 1 ? "Its one sweep" : `Sweep ${index + 1}`),
      value: own[measure],
      figure: { of: "sweep", experiment, sweep: index, measure },
    };
  });
  return sumTrace(context, measure, totals, `${resolved.title}, ${name}`, "sweeps", terms, experiment);
}

/** One sweep: the sum over its run classes. */
export function explainSweep(context: Context, experiment: number, sweep: number, measure: Measure): Trace {
  const { plan, estimated } = context;
  const resolved = at(plan.experiments, experiment, "experiment");
  const own = at(resolved.sweeps, sweep, "sweep");
  const totals = at(estimated.sweeps[experiment] ?? [], sweep, "sweep");
  const terms = plan.classes.flatMap((runClass, index): TraceTerm[] => {
    if (runClass.experiment !== experiment || runClass.sweep !== sweep) return [];
    const values = at(estimated.classes, index, "run class");
    const name = runClass.model === null ? "Without a model" : at(plan.models, runClass.model, "model").label;
    return [{ name, value: values[measure], figure: { of: "class", runClass: index, measure } }];
  });
  const { name } = measureWords(plan, measure);
  const title = `${resolved.title}${own.title === null ? "" : `: ${own.title}`}, ${name}`;
  return sumTrace(context, measure, totals, title, "run classes", terms, experiment, sweep);
}

/** A part of the plan's cost. */
export function explainShare(context: Context, title: string, part: Totals, figure: Figure): Trace {
  const { plan, estimated } = context;
  const total = estimated.withReruns.cost;
  const value = total === 0 ? 0 : part.cost / total;
  const input = (symbol: string, name: string, amount: number, to: Figure): TraceInput => ({
    symbol,
    name,
    value: amount,
    unit: plan.currency,
    note: null,
    source: "this estimate",
    date: null,
    figure: to,
    place: null,
  });
  return {
    title: `${title}, share of the cost`,
    value: value * 100,
    unit: "%",
    formula: equal(words("share"), over(sym("cost", "part"), sym("cost"))),
    substituted:
      total === 0
        ? equal(words("share of nothing"), num(0, "%"))
        : equal(words("share"), over(num(part.cost, plan.currency), num(total, plan.currency)), num(value * 100, "%")),
    formulaSource: "part over whole, both unrounded",
    inputs: [
      input("cost_part", title, part.cost, figure),
      input("cost", "Total", total, { of: "total", measure: "cost", stage: "withReruns" }),
    ],
    terms: [],
    notes: [],
  };
}

/** A sum over the level below, and, where one card does all of it, the closed form over all sweeps. */
function sumTrace(
  context: Context,
  measure: Measure,
  totals: Totals,
  title: string,
  index: string,
  terms: readonly TraceTerm[],
  experiment?: number,
  sweep?: number,
): Trace {
  const { plan } = context;
  const { unit, symbol } = measureWords(plan, measure);
  const value = totals[measure];
  const classes = plan.classes.filter(
    (one) =>
      (experiment === undefined || one.experiment === experiment) && (sweep === undefined || one.sweep === sweep),
  );
  const cards = [...new Set(classes.map((one) => one.card))];
  const base = {
    title,
    value,
    unit,
    formulaSource: SOURCE,
    terms,
    notes: [],
  };
  const doubts = doubtsIn(context, measure, classes);
  // One division says it all where every class computes at the speed of the one card.
  const onlyCard = cards.length === 1 && classes.every((one) => hasCardSpeed(plan, one)) ? cards[0] : undefined;
  if (measure === "runs" || measure === "flop" || onlyCard === undefined) {
    const inner: Formula =
      measure === "runs" ? sym("n") : measure === "flop" ? times(sym("n"), sym("F")) : sym(symbol, "i");
    return {
      ...base,
      formula: equal(sym(symbol), sumOver(index, inner)),
      substituted: equal(sym(symbol), sumOfTerms(terms, unit), num(value, unit)),
      formulaSource: measure === "runs" ? "runs of a sweep are the product of its axes, times the repeats" : SOURCE,
      inputs: doubts,
    };
  }
  return { ...base, ...closedForm(context, measure, totals, index, onlyCard, doubts) };
}

function closedForm(
  context: Context,
  measure: Measure,
  totals: Totals,
  index: string,
  cardIndex: number,
  doubts: readonly TraceInput[],
): Pick<Trace, "formula" | "substituted" | "inputs"> {
  const { plan } = context;
  const { unit, symbol } = measureWords(plan, measure);
  const card = at(plan.cards, cardIndex, "card");
  const speed = speedInput(context, cardIndex);
  const price = priceInput(context, card);
  const hours = (top: Formula): Formula => over(top, times(speedSymbol, num(3_600, "s/h")));
  const speedSymbol = sym("v");
  const operations: TraceInput = {
    symbol: "Σ n·F",
    name: `Operations of all ${index}`,
    value: totals.flop,
    unit: "FLOP",
    note: `number of runs × operations of a run, added up over ${index}`,
    source: "counted, see the sum",
    date: null,
    figure: null,
    place: null,
  };
  const left = sym(symbol);
  const symbolic = hours(sumOver(index, times(sym("n"), sym("F"))));
  const numeric = over(num(totals.flop, "FLOP"), times(num(speed.value, "FLOP/s"), num(3_600, "s/h")));
  const value = totals[measure];
  if (measure === "cost") {
    return {
      formula: equal(left, times(symbolic, sym("p"))),
      substituted: equal(
        left,
        times(numeric, num(price.value, price.unit)),
        times(num(totals.cardHours, "card-hours"), num(price.value, price.unit)),
        num(value, unit),
      ),
      inputs: [operations, speed, price, ...doubts],
    };
  }
  if (measure === "nodeHours") {
    return {
      formula: equal(left, over(symbolic, sym("k"))),
      substituted: equal(left, over(num(totals.cardHours, "card-hours"), num(card.cardsPerNode)), num(value, unit)),
      inputs: [operations, speed, cardsPerNodeInput(card), ...doubts],
    };
  }
  return {
    formula: equal(left, symbolic),
    substituted: equal(left, numeric, num(value, unit)),
    inputs: [operations, speed, ...doubts],
  };
}

/** The uncertain inputs that the runs of `classes`, and how long they are, depend on. */
function doubtsIn(context: Context, measure: Measure, classes: readonly RunClass[]): TraceInput[] {
  const amounts = classes.flatMap((one): readonly Amount[] => {
    const runs = [...one.counts, one.repeats];
    const { earlyStopped: early } = one;
    return measure === "runs"
      ? runs
      : [
          ...runs,
          ...lengthAmounts(one),
          ...(early === null ? [] : [early.share, early.at]),
          ...(one.training.work?.generation == null ? [] : [one.training.work.generation.tokensPerSecond]),
        ];
  });
  const inputs = new Set(amounts.flatMap((amount) => (amount.input === null ? [] : [amount.input])));
  return [...inputs].map((input) => uncertainInput(at(context.plan.inputs, input, "uncertain input")));
}

/** An experiment's totals with every run once. */
function coreOf({ plan, estimated, values }: Context, experiment: number): Totals {
  return sumTotals(
    plan.classes.flatMap((runClass, index) => {
      const own = estimated.classes[index];
      if (runClass.experiment !== experiment || own === undefined) return [];
      const repeats = amountAt(runClass.repeats, values);
      return [sumTotals([own].map((one) => scaled(one, 1 / repeats)))];
    }),
  );
}

const scaled = (totals: Totals, by: number) => ({
  runs: totals.runs * by,
  flop: totals.flop * by,
  cardHours: totals.cardHours * by,
  nodeHours: totals.nodeHours * by,
  cost: totals.cost * by,
});
