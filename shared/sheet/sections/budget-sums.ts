/** Table: the sums of the budget by grant year, down to what is asked for. */
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import type { BudgetMeasure } from "../../estimate/figure.ts";
import type { RoundedRow } from "../../money/budget/round-budget.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Section } from "../sheet.ts";
import { base } from "./base.ts";
import { amountColumn, budgetCell } from "./budget-lines.ts";

type Summed = Exclude<BudgetMeasure, "base" | "ownDirect" | "borneDirect">;

const TITLES: Readonly<Record<Summed, string>> = {
  direct: "Direct",
  indirect: "Indirect",
  total: "Total",
  internal: "We bear",
  external: "Others bear",
  unfunded: "Not funded",
  request: "Asked for",
};

export function budgetSums(context: SheetContext, budget: PlanBudget): Section {
  const { rounded, resolved } = budget;
  const isBorne = [rounded.internal, rounded.external, rounded.unfunded].some((row) => row !== null);
  const measures: Summed[] = ["direct", "indirect", "total", ...(isBorne ? BORNE : [])];
  const columns = measures.flatMap((measure): { measure: Summed; row: RoundedRow }[] => {
    const row = rounded[measure];
    return row === null ? [] : [{ measure, row }];
  });
  return {
    ...base(context, "budget-sums", {
      title: "Sums by grant year.",
      subtitle: isBorne ? "Total less what others bear is asked for." : "The total is asked for.",
      outline: "sums by year",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "year", title: "Year", unit: "", align: "left" },
        ...columns.map(({ measure }) => amountColumn(measure, TITLES[measure], budget)),
      ],
      rows: Array.from({ length: resolved.years }, (_, year) => ({
        cells: [
          cell.words(String(year + 1)),
          ...columns.map(({ measure, row }) =>
            budgetCell(row.byYear[year] ?? 0, budget, { of: "budget", measure, year }),
          ),
        ],
      })),
      total: {
        cells: [
          cell.words("All"),
          ...columns.map(({ measure, row }) => budgetCell(row.total, budget, { of: "budget", measure, year: null })),
        ],
      },
    },
    notes: [],
  };
}

const BORNE: readonly Summed[] = ["internal", "external", "unfunded", "request"];
