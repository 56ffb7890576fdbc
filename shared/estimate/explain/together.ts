/** Rows of a sheet that stand on paper as one: the sum of what each of them is. */
import type { Trace, TraceTerm } from "../trace.ts";
import type { Measure } from "../types.ts";
import { at, type Context, measureWords, UnknownFigureError } from "./context.ts";
import { equal, num, sumOfTerms, sumOver, sym } from "./formula.ts";
import { inYear, planBudget, roundedOf } from "./plan-budget.ts";

export function explainExperiments(context: Context, experiments: readonly number[], of: Measure | "share"): Trace {
  const { plan, estimated } = context;
  const measure = of === "share" ? "cost" : of;
  const { name, unit, symbol } = measureWords(plan, measure);
  const total = estimated.withReruns.cost;
  const terms = experiments.map(
    (experiment): TraceTerm => ({
      name: at(plan.experiments, experiment, "experiment").title,
      value: partOf(at(estimated.experiments, experiment, "experiment")[measure], of === "share" ? total : null),
      figure: { of: "experiment", experiment, measure: of },
    }),
  );
  return of === "share"
    ? sumTrace(`${experiments.length} experiments, share of the cost`, "%", "share", "experiments", terms)
    : sumTrace(`${experiments.length} experiments, ${name}`, unit, symbol, "experiments", terms);
}

/** An amount, or its part of a whole in per cent. */
const partOf = (amount: number, whole: number | null): number =>
  whole === null ? amount : whole === 0 ? 0 : (amount / whole) * 100;

/** As printed, so that a page adds up. */
export function explainBudgetLines(context: Context, ids: readonly string[], year: number | null): Trace {
  const { rounded, resolved } = planBudget(context);
  const lines = new Map(rounded.lines.map((line) => [line.result.line.id, line]));
  const terms = ids.map((id): TraceTerm => {
    const line = lines.get(id);
    if (line === undefined) throw new UnknownFigureError(`the budget has no line ${id}`);
    return { name: line.result.line.title, value: roundedOf(line, year), figure: { of: "budgetLine", line: id, year } };
  });
  return sumTrace(inYear(`${ids.length} lines`, year), resolved.currencies.budget, "lines", "lines", terms);
}

function sumTrace(title: string, unit: string, symbol: string, index: string, terms: readonly TraceTerm[]): Trace {
  const value = terms.reduce((sum, term) => sum + term.value, 0);
  return {
    title,
    value,
    unit,
    formula: equal(sym(symbol), sumOver(index, sym(symbol, "i"))),
    substituted: equal(sym(symbol), sumOfTerms(terms, unit), num(value, unit)),
    formulaSource: "added up: on paper these rows are one, so that the request keeps to its pages",
    inputs: [],
    terms,
    notes: [],
  };
}
