/** Totals by the value of an axis. */
import { byAxis, classesAt } from "../breakdown.ts";
import type { Trace, TraceTerm } from "../trace.ts";
import type { Measure } from "../types.ts";
import { at, type Context, classTitle, measureWords, UnknownFigureError } from "./context.ts";
import { equal, num, sumOfTerms, sumOver, sym } from "./formula.ts";
import { explainShare } from "./sums.ts";

export function explainAxisValue(context: Context, axis: string, value: string, measure: Measure | "share"): Trace {
  const { plan, estimated } = context;
  const row = byAxis(plan, estimated, axis).find((one) => one.value === value);
  if (row === undefined) throw new UnknownFigureError(`no run of the plan has ${axis} at ${value}`);
  const name = `${axis} ${value}`;
  if (measure === "share")
    return explainShare(context, name, row.totals, { of: "axisValue", axis, value, measure: "cost" });
  const { unit, symbol, name: measured } = measureWords(plan, measure);
  const terms = classesAt(plan, axis, value).flatMap(({ runClass, part }): TraceTerm[] => {
    const own = at(estimated.classes, runClass, "run class")[measure] * part;
    if (own === 0) return [];
    const figure = part === 1 ? ({ of: "class", runClass, measure } as const) : null;
    return [{ name: classTitle(context, runClass), value: own, figure }];
  });
  return {
    title: `${name}: ${measured}`,
    value: row.totals[measure],
    unit,
    formula: equal(sym(symbol), sumOver(`run classes with ${name}`, sym(symbol, "i"))),
    substituted: equal(sym(symbol), sumOfTerms(terms, unit), num(row.totals[measure], unit)),
    formulaSource: "sum over the run classes that have this value; labels of one class share it evenly",
    inputs: [],
    terms,
    notes: [],
  };
}
