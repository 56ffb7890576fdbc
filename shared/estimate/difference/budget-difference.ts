/** By how much two versions of a budget differ: what is asked for, and row by row. */
import type { RoundedRow } from "../../money/budget/round-budget.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import type { PlanBudget } from "../budget/budget-of.ts";
import { chargeOf, experimentOf } from "../budget/estimated-lines.ts";
import type { BudgetMeasure, Figure } from "../figure.ts";

/** A version of a plan with its budget; null for a plan without one. */
export interface Budgeted {
  readonly plan: Pick<ResolvedPlan, "experiments" | "quotes">;
  readonly budget: PlanBudget | null;
}

export interface BudgetRowDifference {
  /** The same in both versions, wherever the row stands in them. */
  readonly key: string;
  readonly title: string;
  /** As printed; null in the version that does not have the row. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of the later version; null where it does not have the row. */
  readonly figure: Figure | null;
}

export interface BudgetDifference {
  /** Of every amount. */
  readonly currency: string;
  /** What is asked for, as printed; null in a version without a budget. */
  readonly request: { readonly before: number | null; readonly after: number | null };
  /**
   * Lines, indirect costs and, less, what others bear, in so far as they differ, in the order of the later version, what is gone after
   * them. Of two budgets their differences add up to that of the request.
   */
  readonly rows: readonly BudgetRowDifference[];
}

/** Null without a budget in either version, and where they are in two currencies. */
export function budgetDifference(before: Budgeted, after: Budgeted): BudgetDifference | null {
  const currencies = [before, after].flatMap(({ budget }) => budget?.resolved.currencies.budget ?? []);
  const [currency] = currencies;
  if (currency === undefined || currencies.some((one) => one !== currency)) return null;
  const [then, now] = [rowsOf(before), rowsOf(after)];
  const was = new Map(then.map((row) => [row.key, row]));
  const is = new Set(now.map(({ key }) => key));
  const rows = [
    ...now.map((row) => ({ ...row, before: was.get(row.key)?.amount ?? null, after: row.amount })),
    ...then.flatMap((row) => (is.has(row.key) ? [] : [{ ...row, before: row.amount, after: null, figure: null }])),
  ].map(({ amount: _, ...row }) => row);
  return {
    currency,
    request: {
      before: before.budget?.rounded.request.total ?? null,
      after: after.budget?.rounded.request.total ?? null,
    },
    rows: rows.filter((row) => (row.before ?? 0) !== (row.after ?? 0)),
  };
}

interface BudgetRow {
  readonly key: string;
  readonly title: string;
  readonly amount: number;
  readonly figure: Figure;
}

const SUMS = [
  ["indirect", "Indirect costs", 1],
  ["internal", "Less what the organisation bears", -1],
  ["external", "Less what others bear", -1],
  ["unfunded", "Less what the funder does not pay", -1],
] as const;

function rowsOf({ plan, budget }: Budgeted): BudgetRow[] {
  if (budget === null) return [];
  const { rounded } = budget;
  const sum = (measure: BudgetMeasure, title: string, row: RoundedRow | null | undefined, sign = 1): BudgetRow[] =>
    row == null
      ? []
      : [
          {
            key: `budget.${measure}`,
            title,
            amount: sign * row.total,
            figure: { of: "budget", measure, year: null },
          },
        ];
  return [
    ...rounded.lines.map(
      ({ result: { line }, total }): BudgetRow => ({
        key: keyOf(line.id, plan),
        title: line.title,
        amount: total,
        figure: { of: "budgetLine", line: line.id, year: null },
      }),
    ),
    ...sum("ownDirect", "Direct costs, in modules", rounded.modular?.direct),
    ...sum("borneDirect", "Direct costs that others bear", rounded.modular?.borne),
    ...SUMS.flatMap(([measure, title, sign]) => sum(measure, title, rounded[measure], sign)),
  ];
}

/** Lines that are made are known by their place in the plan; another version may have its parts at other places. */
function keyOf(line: string, { experiments, quotes }: Budgeted["plan"]): string {
  const experiment = experimentOf(line);
  if (experiment !== null) return `experiment ${experiments[experiment]?.id}`;
  const charge = chargeOf(line);
  return charge === null ? line : `${charge.kind} ${quotes[charge.quote]?.id}`;
}

/** Decimals of all amounts: whole units, and cents where a version is rounded to these. */
export const budgetPlaces = ({ request, rows }: BudgetDifference): number =>
  [request, ...rows].some(({ before, after }) => [before, after].some((money) => !Number.isInteger(money ?? 0)))
    ? 2
    : 0;
