/** By how much two versions of a plan differ, as a whole, by experiment and change by change. */
import { type PlanDifference, planDifference } from "../difference/plan-difference.ts";
import { estimate } from "../estimate.ts";
import type { PageFigure } from "../figure.ts";
import type { Trace, TraceInput, TraceTerm } from "../trace.ts";
import type { Totals } from "../types.ts";
import { at, type Context, measureWords, UnknownFigureError } from "./context.ts";
import { equal, minus, num, sumOver, sym, words } from "./formula.ts";
import { type Beside, givenInput, TOTAL_COST } from "./page-context.ts";

type Of<Kind extends PageFigure["of"]> = Extract<PageFigure, { readonly of: Kind }>;

export function explainVersions(context: Context, beside: Beside, { measure, experiment }: Of<"versions">): Trace {
  const { plan, estimated } = context;
  const before = beforeOf(beside);
  const old = estimate(before.resolved);
  const { name, unit, symbol } = measureWords(plan, measure);
  if (measure === "cost" && before.resolved.currency !== plan.currency)
    throw new UnknownFigureError("the versions are in two currencies");
  const [was, is] =
    experiment === null
      ? [old.withReruns, estimated.withReruns]
      : [
          old.experiments[before.resolved.experiments.findIndex(({ id }) => id === experiment)],
          estimated.experiments[plan.experiments.findIndex(({ id }) => id === experiment)],
        ];
  const own = [...plan.experiments, ...before.resolved.experiments].find(({ id }) => id === experiment);
  const [then, now] = [was?.[measure] ?? 0, is?.[measure] ?? 0];
  const terms = experiment === null ? lineTerms(differenceOf(context, beside), measure) : [];
  return {
    title: `${own?.title ?? "The whole"}: difference, ${name}`,
    value: now - then,
    unit,
    formula: equal(words("difference"), minus(sym(symbol, "after"), sym(symbol, "before"))),
    substituted: equal(words("difference"), minus(num(now, unit), num(then, unit)), num(now - then, unit)),
    formulaSource: "taken unrounded, rounded once; both versions estimated by this program",
    inputs: [
      {
        ...givenInput(`${symbol}_after`, "In the later version", now, unit),
        figure:
          experiment === null
            ? { ...TOTAL_COST, measure }
            : is === undefined
              ? null
              : { of: "experiment", experiment: plan.experiments.findIndex(({ id }) => id === experiment), measure },
      },
      earlier(symbol, then, unit, was === undefined),
    ],
    terms,
    notes: [],
  };
}

const earlier = (symbol: string, value: number, unit: string, isMissing: boolean): TraceInput => ({
  ...givenInput(`${symbol}_before`, "In the earlier version", value, unit),
  note: isMissing ? "it does not have this experiment" : null,
  source: "the estimate of the earlier version",
});

const lineTerms = ({ lines }: PlanDifference, measure: Exclude<keyof Totals, "nodeHours">): TraceTerm[] =>
  lines
    .map(({ title, before, after }) => ({
      name: title,
      value: (after?.[measure] ?? 0) - (before?.[measure] ?? 0),
      figure: null,
    }))
    .filter(({ value }) => value !== 0);

export function explainChange(context: Context, beside: Beside, { change: index, measure }: Of<"change">): Trace {
  const { currency } = context.plan;
  const difference = differenceOf(context, beside);
  const change = at(difference.changes, index, "change");
  const value = change[measure];
  if (value === null) throw new UnknownFigureError("the change makes no plan by itself");
  const earlierOnes = difference.changes.slice(0, index);
  const start = difference.before.cost + (measure === "alone" ? 0 : sum(earlierOnes.map(({ inTurn }) => inTurn)));
  return {
    title: measure === "alone" ? `${change.words}, alone` : `${change.words}, in turn`,
    value,
    unit: currency,
    formula: equal(words("effect"), minus(sym("cost", "with"), sym("cost", "without"))),
    substituted: equal(
      words("effect"),
      minus(num(start + value, currency), num(start, currency)),
      num(value, currency),
    ),
    formulaSource:
      measure === "alone"
        ? "the earlier version with this change alone, estimated again"
        : "the earlier version with the changes above made, with this one and without it",
    inputs: [
      {
        ...givenInput("cost_with", "Total with the change", start + value, currency),
        place: change.place === "" ? null : change.place,
      },
      {
        ...givenInput("cost_without", "Total without it", start, currency),
        note:
          measure === "alone" || index === 0
            ? "the earlier version"
            : `with ${index === 1 ? "the change" : `the ${index} changes`} above it`,
      },
    ],
    terms: [],
    notes: [],
  };
}

export function explainTogether(context: Context, beside: Beside): Trace {
  const { currency } = context.plan;
  const { remainder, changes, before, after } = differenceOf(context, beside);
  if (remainder === null) throw new UnknownFigureError("a change makes no plan by itself");
  const all = after.cost - before.cost;
  const singles = changes.map(
    ({ words: name, alone }, change): TraceTerm => ({
      name: `Less: ${name}, alone`,
      value: -(alone ?? 0),
      figure: { of: "change", change, measure: "alone" },
    }),
  );
  const alone = -sum(singles.map(({ value }) => value));
  return {
    title: "Changes together, beyond each alone",
    value: remainder,
    unit: currency,
    formula: equal(words("together"), minus(words("difference"), sumOver("changes", sym("effect", "alone")))),
    substituted: equal(words("together"), minus(num(all, currency), num(alone, currency)), num(remainder, currency)),
    formulaSource: "more seeds of a wider model cost more than the seeds and the width each",
    inputs: [
      {
        ...givenInput("", "Difference of the totals", all, currency),
        figure: { of: "versions", measure: "cost", experiment: null },
      },
    ],
    terms: [
      { name: "Difference of the totals", value: all, figure: { of: "versions", measure: "cost", experiment: null } },
      ...singles,
    ],
    notes: [],
  };
}

export function explainBudgetVersions(context: Context, beside: Beside, key: string | null): Trace {
  const { budget } = differenceOf(context, beside);
  const named = budget?.rows.find((one) => one.key === key);
  const row = key === null ? budget?.request : named;
  if (budget === null || row === undefined) throw new UnknownFigureError(`the budgets differ in no row ${key}`);
  const { currency, rows } = budget;
  const [then, now] = [row.before ?? 0, row.after ?? 0];
  const request = { of: "budget", measure: "request", year: null } as const;
  const own = row.after === null ? null : request;
  const figure = named === undefined ? own : named.figure;
  const terms = rows.map(
    (one): TraceTerm => ({
      name: one.title,
      value: (one.after ?? 0) - (one.before ?? 0),
      figure: { of: "budgetVersions", row: one.key },
    }),
  );
  return {
    title: `${named?.title ?? "Asked for"}: difference`,
    value: now - then,
    unit: currency,
    formula: equal(words("difference"), minus(sym("amount", "after"), sym("amount", "before"))),
    substituted: equal(words("difference"), minus(num(now, currency), num(then, currency)), num(now - then, currency)),
    formulaSource: "of amounts as both budgets print them, so that the rows add up",
    inputs: [
      {
        ...givenInput("amount_after", "In the later version", now, currency, figure),
        note: row.after === null ? MISSING : null,
      },
      {
        ...givenInput("amount_before", "In the earlier version", then, currency),
        note: row.before === null ? MISSING : null,
        source: "the budget of the earlier version",
      },
    ],
    terms: key === null ? terms : [],
    notes: [],
  };
}

const MISSING = "it does not have this";

function beforeOf({ before }: Beside) {
  if (before === null) throw new UnknownFigureError("the plan is compared with no other version");
  return before;
}

const differenceOf = ({ plan }: Context, beside: Beside): PlanDifference =>
  planDifference(beforeOf(beside), { document: beside.document, resolved: plan }, beside.catalogue, beside.nameOf);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
