/** Table: how the base of indirect costs comes about, and what is counted on it. */
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import { roundToTotal } from "../../money/round.ts";
import { exact } from "../../units/format/exact.ts";
import { LEFT_OUT } from "../budget/justification.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Row, Section } from "../sheet.ts";
import { perCent } from "../text/amounts.ts";
import { base } from "./base.ts";
import { budgetCell } from "./budget-lines.ts";

/** A base is worked out where indirect costs are asked for. */
export const saysBase = ({ resolved, rounded }: PlanBudget): boolean =>
  resolved.indirect.rule.kind !== "none" && (rounded.indirect.total !== 0 || resolved.indirect.isRateStated);

export function budgetBase(context: SheetContext, budget: PlanBudget): Section {
  const { resolved, rounded } = budget;
  const { rule, baseName } = resolved.indirect;
  return {
    ...base(context, "budget-base", {
      title: "Indirect costs.",
      subtitle:
        rule.kind === "base" ? `On ${baseName.charAt(0).toLowerCase()}${baseName.slice(1)}.` : "By full-time year.",
      outline: "indirect costs",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "what", title: "Part", unit: "", align: "left" },
        { key: "amount", title: "Amount", unit: resolved.currencies.budget, align: "right" },
      ],
      rows: rule.kind === "perFteYear" ? fteRows(budget, rule) : baseRows(budget),
      total: {
        cells: [
          cell.words("Indirect costs"),
          budgetCell(rounded.indirect.total, budget, { of: "budget", measure: "indirect", year: null }),
        ],
      },
    },
    notes: [],
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Direct costs, what of every line is left out and why, the base, and the rate or rates on it. */
function baseRows(budget: PlanBudget): Row[] {
  const { resolved, rounded } = budget;
  const { lines, modular } = budget.budget;
  const unit = Math.max(1, resolved.roundTo);
  const round = (amount: number) => roundToTotal([amount], unit, resolved.roundTo < 1 ? 2 : 0).total * unit;
  const left = lines.flatMap(({ line, leftOut, amounts, base: own }) => {
    const amount = round(sum(amounts) - sum(own));
    return leftOut === null || amount === 0 ? [] : [{ line, leftOut, amount }];
  });
  const inBase = rounded.direct.total - sum(left.map(({ amount }) => amount));
  const ownRate = resolved.indirect.rule.kind === "base" ? resolved.indirect.rule.rate : 0;
  const other = lines.filter(({ rate, base: own }) => rate !== ownRate && sum(own) > 0);
  const rateRows = other.map(
    ({ line, rate }): Row => ({
      cells: [cell.words(`${line.title} at ${perCent(rate)}, the rest at ${perCent(ownRate)}`), cell.empty],
    }),
  );
  return [
    row(
      modular === null
        ? "Direct costs"
        : `Direct costs, in modules${rounded.modular?.borne == null ? "" : " and borne by others"}`,
      budgetCell(rounded.direct.total, budget, { of: "budget", measure: "direct", year: null }),
    ),
    ...left.map(({ line, leftOut, amount }) =>
      row(
        `${line.title}: ${LEFT_OUT[leftOut]}`,
        budgetCell(-amount, budget, { of: "budgetLine", line: line.id, year: null }),
      ),
    ),
    row("Base", budgetCell(inBase, budget, { of: "budget", measure: "base", year: null })),
    ...(other.length > 0 ? rateRows : [row("Rate", cell.words(perCent(ownRate)))]),
  ];
}

function fteRows(
  { budget, resolved }: PlanBudget,
  { estates, indirects }: { estates: number; indirects: number },
): Row[] {
  const years = sum(budget.fteYears);
  const perYear = (amount: number) =>
    cell.number(exact(amount), amount, `${exact(amount)} ${resolved.currencies.budget} a full-time year`, null);
  return [
    row(
      "Full-time years",
      cell.number(exact(Number(years.toPrecision(6))), years, `${exact(years)} full-time years`, null),
    ),
    row("Estates for a full-time year", perYear(estates)),
    row("Indirect costs for a full-time year", perYear(indirects)),
  ];
}

const row = (what: string, amount: Row["cells"][number]): Row => ({ cells: [cell.words(what), amount] });
