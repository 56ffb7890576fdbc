/** Run classes: how many runs, how long each is, and what one costs. */
import type { RunClass } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { amountAt } from "../amounts.ts";
import { meanLength } from "../class-estimate.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import type { ClassEstimate, Measure } from "../types.ts";
import {
  at,
  type Context,
  capital,
  cardsPerNodeInput,
  classSpeedInput,
  measureWords,
  priceInput,
  rangeNote,
  STATED,
} from "./context.ts";
import { equal, num, over, sym, times } from "./formula.ts";
import { explainItems, itemWord, timeInputs } from "./run-length.ts";
import { explainClassSpeed, explainFlopOfTime, explainPasses, explainPassSpeed, flopPerItemFigure } from "./work.ts";

export type ClassMeasure = Measure | "flopPerRun" | "cardHoursPerRun" | "items" | "flopPerItem" | "speed" | "passSpeed";

/** Any figure of one run class. */
export function explainClass(context: Context, index: number, measure: ClassMeasure): Trace {
  const runClass = at(context.plan.classes, index, "run class");
  const own = at(context.estimated.classes, index, "run class");
  const name = nameOf(context, runClass);
  switch (measure) {
    case "items":
      return { ...explainItems(context, runClass, own, index), title: `${name}: training length of a run` };
    case "flopPerItem":
      return { ...explainPasses(context, runClass), title: `${name}: operations of one item` };
    case "speed":
      return { ...explainClassSpeed(context, runClass, index), title: `${name}: achieved speed of one card` };
    case "passSpeed":
      return { ...explainPassSpeed(context, runClass), title: `${name}: achieved speed but for writing` };
    case "flopPerRun":
      return { ...explainFlopPerRun(context, runClass, own, index), title: `${name}: operations of a run` };
    case "cardHoursPerRun":
      return { ...explainHoursPerRun(context, runClass, own, index), title: `${name}: card-hours of a run` };
    case "runs":
      return { ...explainRuns(context, runClass, own), title: `${name}: number of runs` };
    default:
      return {
        ...explainMeasure(context, runClass, own, index, measure),
        title: `${name}: ${measureWords(context.plan, measure).name}`,
      };
  }
}

function nameOf({ plan }: Context, runClass: RunClass): string {
  const experiment = at(plan.experiments, runClass.experiment, "experiment");
  return runClass.model === null
    ? experiment.title
    : `${experiment.title}, ${at(plan.models, runClass.model, "model").label}`;
}

type Untitled = Omit<Trace, "title">;

function explainMeasure(
  context: Context,
  runClass: RunClass,
  own: ClassEstimate,
  index: number,
  measure: Exclude<Measure, "runs">,
): Untitled {
  const { plan } = context;
  const card = at(plan.cards, runClass.card, "card");
  const { unit, symbol } = measureWords(plan, measure);
  const share = meanLength(runClass.earlyStopped, context.values);
  const runs: TraceInput = {
    symbol: "n",
    name: "Runs of this class",
    value: own.runs,
    unit: "runs",
    note: runClass.sharedWith === null ? null : `already counted in ${runClass.sharedWith}, so none here`,
    source: "product of the axes, times the repeats",
    date: null,
    figure: { of: "class", runClass: index, measure: "runs" },
    place: null,
  };
  const operations = operationsInput(own, index);
  const early = earlyInputs(context, runClass);
  const workSymbols: Formula[] = early.length > 0 ? [sym("n"), sym("e"), sym("F")] : [sym("n"), sym("F")];
  const workNumbers: Formula[] =
    early.length > 0
      ? [num(own.runs), num(share), num(own.flopPerRun, "FLOP")]
      : [num(own.runs), num(own.flopPerRun, "FLOP")];
  const result = num(own[measure], unit);
  const base = {
    value: own[measure],
    unit,
    formulaSource: "operations ÷ achieved speed × price",
    terms: [],
    notes: [],
  };
  if (measure === "flop") {
    return {
      ...base,
      formula: equal(sym(symbol), times(...workSymbols)),
      substituted: equal(sym(symbol), times(...workNumbers), result),
      inputs: [runs, operations, ...early],
    };
  }
  const isTime = runClass.training.length.kind === "hours";
  const speed = isTime ? hoursInput(own, index) : classSpeedInput(context, index);
  const one = isTime
    ? { symbols: times(...workSymbols.slice(0, -1)), numbers: times(...workNumbers.slice(0, -1)) }
    : null;
  const hours =
    one === null
      ? over(times(...workSymbols), times(sym("v"), num(3_600, "s/h")))
      : times(one.symbols, sym("h", "run"));
  const hoursNumbers =
    one === null
      ? over(times(...workNumbers), times(num(speed.value, "FLOP/s"), num(3_600, "s/h")))
      : times(one.numbers, num(speed.value, "card-hours"));
  const worked = isTime ? [runs] : [runs, operations];
  if (measure === "cardHours") {
    return {
      ...base,
      formula: equal(sym(symbol), hours),
      substituted: equal(sym(symbol), hoursNumbers, result),
      inputs: [...worked, speed, ...early],
    };
  }
  if (measure === "nodeHours") {
    return {
      ...base,
      formula: equal(sym(symbol), over(hours, sym("k"))),
      substituted: equal(sym(symbol), over(hoursNumbers, num(card.cardsPerNode)), result),
      inputs: [...worked, speed, cardsPerNodeInput(card), ...early],
    };
  }
  const price = priceInput(context, card);
  return {
    ...base,
    formula: equal(sym(symbol), times(hours, sym("p"))),
    substituted: equal(sym(symbol), times(hoursNumbers, num(price.value, price.unit)), result),
    inputs: [...worked, speed, price, ...early],
  };
}

const operationsInput = (own: ClassEstimate, index: number): TraceInput => ({
  symbol: "F",
  name: "Operations of one run",
  value: own.flopPerRun,
  unit: "FLOP",
  note: null,
  source: "counted",
  date: null,
  figure: { of: "class", runClass: index, measure: "flopPerRun" },
  place: null,
});

const hoursInput = (own: ClassEstimate, index: number): TraceInput => ({
  symbol: "h_run",
  name: "Card-hours of one run",
  value: own.cardHoursPerRun,
  unit: "card-hours",
  note: "cards × hours",
  source: STATED,
  date: null,
  figure: { of: "class", runClass: index, measure: "cardHoursPerRun" },
  place: null,
});

function earlyInputs(context: Context, { earlyStopped }: RunClass): TraceInput[] {
  if (earlyStopped === null) return [];
  const share = amountAt(earlyStopped.share, context.values);
  const end = amountAt(earlyStopped.at, context.values);
  return [
    {
      symbol: "e",
      name: "Mean part of the training that a run does",
      value: meanLength(earlyStopped, context.values),
      unit: "of a full run",
      note: `${percent(share)} % of the runs end after ${percent(end)} % of the training: 1 − ${exact(share)} × (1 − ${exact(end)})`,
      source: STATED,
      date: null,
      figure: null,
      place: null,
    },
  ];
}

function explainRuns(context: Context, runClass: RunClass, own: ClassEstimate): Untitled {
  const { plan, values } = context;
  const sweep = at(at(plan.experiments, runClass.experiment, "experiment").sweeps, runClass.sweep, "sweep");
  const row = (name: string, value: number, note: string | null): TraceInput => ({
    symbol: "",
    name,
    value,
    unit: "",
    note,
    source: STATED,
    date: null,
    figure: null,
    place: sweep.path,
  });
  const lists = sweep.axes.flatMap((axis, position) =>
    axis.kind === "labels" && axis.values && (runClass.values[position] ?? null) === null
      ? [row(capital(axis.name), axis.values.length, axis.values.join(", "))]
      : [],
  );
  const counted = sweep.axes.filter((axis) => axis.kind === "count");
  const counts = runClass.counts.map((count, position) =>
    row(capital(counted[position]?.name ?? "Count"), amountAt(count, values), rangeNote(context, count.input)),
  );
  const repeats = amountAt(runClass.repeats, values);
  const others = [
    ...(repeats === 1 ? [] : [row("Repeats", repeats, rangeNote(context, runClass.repeats.input))]),
    ...(runClass.probability === 1
      ? []
      : [row("Probability that the sweep is run", runClass.probability, "the runs are an expected value")]),
    ...(runClass.sharedWith === null ? [] : [row("Counted here", 0, `already counted in ${runClass.sharedWith}`)]),
  ];
  const factors = [runClass.labels, ...[...counts, ...others].map((input) => input.value)].map((value) => num(value));
  return {
    value: own.runs,
    unit: "runs",
    formula: equal(
      sym("n"),
      times(
        sym("labels"),
        ...(counts.length === 0 ? [] : [sym("counts")]),
        ...(repeats === 1 ? [] : [sym("repeats")]),
        ...(runClass.probability === 1 ? [] : [sym("probability")]),
        ...(runClass.sharedWith === null ? [] : [num(0)]),
      ),
    ),
    substituted: equal(sym("n"), times(...factors), num(own.runs, "runs")),
    formulaSource: "runs of a sweep are the product of its axes, times the repeats",
    inputs: [...lists, ...counts, ...others],
    terms: [],
    notes:
      runClass.sharedWith === null
        ? []
        : [
            {
              title: "Counted elsewhere",
              text: `These runs are counted in ${runClass.sharedWith}; here they add nothing.`,
            },
          ],
  };
}

function explainFlopPerRun(context: Context, runClass: RunClass, own: ClassEstimate, index: number): Untitled {
  const { length } = runClass.training;
  if (length.kind === "hours") return explainFlopOfTime(context, runClass, own, index);
  const items = itemWord(context, runClass);
  const item = items === "tokens" ? "token" : "example";
  return {
    value: own.flopPerRun,
    unit: "FLOP",
    formula: equal(sym("F"), times(sym("M"), sym("D"))),
    substituted: equal(
      sym("F"),
      times(num(own.flopPerItem, `FLOP per ${item}`), num(own.items, items)),
      num(own.flopPerRun, "FLOP"),
    ),
    formulaSource:
      "Kaplan et al. 2020; Hoffmann et al. 2022: operations of a run are those of a token times its tokens",
    inputs: [
      {
        symbol: "M",
        name: runClass.training.work === undefined ? `Training operations per ${item}` : `Operations per ${item}`,
        value: own.flopPerItem,
        unit: `FLOP per ${item}`,
        note: `convention ${context.plan.convention.name}`,
        source: "counted from the model",
        date: null,
        figure: flopPerItemFigure(context, runClass, index),
        place: null,
      },
      {
        symbol: "D",
        name: capital(`${items} of one run`),
        value: own.items,
        unit: items,
        note: null,
        source: "training length of the plan",
        date: null,
        figure: { of: "class", runClass: index, measure: "items" },
        place: null,
      },
    ],
    terms: [],
    notes: [],
  };
}

function explainHoursPerRun(context: Context, runClass: RunClass, own: ClassEstimate, index: number): Untitled {
  const { length } = runClass.training;
  if (length.kind === "hours") {
    const inputs = timeInputs(context, length);
    return {
      value: own.cardHoursPerRun,
      unit: "card-hours",
      formula: equal(sym("h"), times(...inputs.map(({ symbol }) => sym(symbol)))),
      substituted: equal(
        sym("h"),
        times(...inputs.map(({ value, unit }) => num(value, unit))),
        num(own.cardHoursPerRun, "card-hours"),
      ),
      formulaSource: "stated as a time: Epoch AI, “Estimating training compute”, method 2",
      inputs,
      terms: [],
      notes: [],
    };
  }
  const speed = classSpeedInput(context, index);
  return {
    value: own.cardHoursPerRun,
    unit: "card-hours",
    formula: equal(sym("h"), over(sym("F"), times(sym("v"), num(3_600, "s/h")))),
    substituted: equal(
      sym("h"),
      over(num(own.flopPerRun, "FLOP"), times(num(speed.value, "FLOP/s"), num(3_600, "s/h"))),
      num(own.cardHoursPerRun, "card-hours"),
    ),
    formulaSource: "operations ÷ achieved speed",
    inputs: [operationsInput(own, index), speed],
    terms: [],
    notes: [],
  };
}
