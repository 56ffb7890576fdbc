/** Totals by the value of an axis. */
import { byAxis } from "../breakdown.ts";
import type { Trace } from "../trace.ts";
import type { Measure } from "../types.ts";
import { type Context, measureWords, UnknownFigureError } from "./context.ts";
import { equal, num, sumOver, sym } from "./formula.ts";
import { explainShare } from "./sums.ts";

export function explainAxisValue(context: Context, axis: string, value: string, measure: Measure | "share"): Trace {
  const { plan, estimated } = context;
  const rows = byAxis(plan, estimated, axis);
  const row = rows.find((one) => one.value === value);
  if (row === undefined) throw new UnknownFigureError(`no run of the plan has ${axis} at ${value}`);
  const name = `${axis} ${value}`;
  if (measure === "share")
    return explainShare(context, name, row.totals, { of: "axisValue", axis, value, measure: "cost" });
  const { unit, symbol, name: measured } = measureWords(plan, measure);
  return {
    title: `${name}: ${measured}`,
    value: row.totals[measure],
    unit,
    formula: equal(sym(symbol), sumOver(`run classes with ${name}`, sym(symbol, "i"))),
    substituted: equal(sym(symbol), num(row.totals[measure], unit)),
    formulaSource: "sum over the run classes that have this value; labels of one class share it evenly",
    inputs: [],
    terms: rows.flatMap((one) =>
      one.value === null
        ? []
        : [
            {
              name: one.value,
              value: one.totals[measure],
              figure: { of: "axisValue" as const, axis, value: one.value, measure },
            },
          ],
    ),
    notes: [],
  };
}
