/** One line of a plan's budget. */
import type { Category } from "../../money/budget/category.ts";
import type { LineResult } from "../../money/budget/compute-budget.ts";
import { exact } from "../../units/format/exact.ts";
import type { PlanBudget } from "../budget/budget-of.ts";
import { chargeOf } from "../budget/estimated-lines.ts";
import type { Figure } from "../figure.ts";
import type { Trace, TraceInput } from "../trace.ts";
import { chargedHours } from "./charged-hours.ts";
import { type Context, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, num, plus, power, sym, times } from "./formula.ts";
import { inYear, ofYear, planBudget, roundedOf, roundingText } from "./plan-budget.ts";

/** What the quantity of a line is a part of, where the plan's estimate makes it. */
const MADE_OF: Partial<Record<Category, Figure>> = {
  compute: { of: "total", measure: "cardHours", stage: "withReruns" },
  storage: { of: "stored", measure: "storageTBMonths" },
  egress: { of: "stored", measure: "egressTB" },
};

/** Quantity × price, with tax and escalation. */
export function explainBudgetLine(context: Context, id: string, year: number | null): Trace {
  const found = planBudget(context);
  const { resolved, budget, rounded: table } = found;
  const result = budget.lines.find(({ line }) => line.id === id);
  if (result === undefined) throw new UnknownFigureError(`the budget has no line ${id}`);
  const { line } = result;
  const unit = resolved.currencies.budget;
  const row = table.lines.find((one) => one.result.line.id === id);
  const unrounded = ofYear(result.amounts, year);
  const value = row === undefined ? unrounded : roundedOf(row, year);
  const quantity = ofYear(line.quantities, year);
  const net = unrounded - ofYear(result.tax, year);
  const mean = quantity === 0 ? line.price : net / quantity;
  const taxRate = net === 0 ? 0 : ofYear(result.tax, year) / net;
  const charge = chargeOf(id);
  const amount =
    charge === null
      ? quantityOf(found, result, quantity)
      : chargedHours(context, charge, year === null ? null : quantity / add(line.quantities));
  return {
    title: inYear(line.title, year),
    value,
    unit,
    formula: equal(
      sym("line"),
      times(
        amount.formula,
        sym("price"),
        power(group(plus(num(1), sym("rise"))), sym("year")),
        group(plus(num(1), sym("tax"))),
      ),
    ),
    substituted: equal(
      sym("line"),
      times(amount.substituted, num(mean), group(plus(num(1), num(taxRate)))),
      num(value, unit),
    ),
    formulaSource: `Rules of the layout ${resolved.layout.title}; heading ${[result.heading.code, result.heading.title].filter((word) => word !== "").join(", ")}`,
    inputs: [
      ...amount.inputs,
      {
        symbol: "price",
        name: "Price of one, escalation included",
        value: mean,
        unit,
        note:
          line.currency === unit
            ? null
            : `${exact(line.price)} ${line.currency}, by the plan’s table of exchange rates`,
        source: line.source ?? STATED,
        date: line.date,
        figure: null,
        place: placeOf(resolved.lines, id) ?? "quotes",
      },
    ],
    terms: [],
    notes: [{ title: "Rounding", text: roundingText(found, unrounded) }],
  };
}

/** How much a line is of, in its formula and among its inputs. */
export type ExplainedQuantity = Pick<Trace, "formula" | "substituted" | "inputs">;

function quantityOf({ resolved }: PlanBudget, { line }: LineResult, quantity: number): ExplainedQuantity {
  const place = placeOf(resolved.lines, line.id);
  const input: TraceInput = {
    symbol: "quantity",
    name: "Quantity",
    value: quantity,
    unit: line.unit,
    note: place === null ? "of the plan’s own estimate" : null,
    source: place === null ? "the plan’s estimate" : STATED,
    date: null,
    figure: place === null ? (MADE_OF[line.category] ?? null) : null,
    place,
  };
  return { formula: sym("quantity"), substituted: num(quantity), inputs: [input] };
}

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Null of a line that the estimate makes. */
function placeOf(lines: readonly { readonly id: string }[], id: string): string | null {
  const index = lines.findIndex((line) => line.id === id);
  return index < 0 ? null : `budget.lines[${index}]`;
}
