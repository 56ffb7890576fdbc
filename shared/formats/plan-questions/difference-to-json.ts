/** How two plans differ, for another program. */
import type { PlanDifference } from "../../estimate/difference/plan-difference.ts";
import type { Totals } from "../../estimate/types.ts";

/** Unrounded numbers; money in `currency`, which is null where the plans are in two. */
export function differenceToJson({
  currency,
  before,
  after,
  budget,
  changes,
  remainder,
  quiet,
  lines,
}: PlanDifference): string {
  const totals = ({ runs, flop, cardHours, nodeHours, cost }: Totals) => ({ runs, flop, cardHours, nodeHours, cost });
  const json = {
    schemaVersion: 1,
    currency,
    before: totals(before),
    after: totals(after),
    difference: currency === null ? null : after.cost - before.cost,
    request: budget === null ? null : { currency: budget.currency, ...budget.request },
    changes: changes.map(({ words, place, inTurn, alone }) => ({ change: words, place, inTurn, alone })),
    remainder,
    changesWithoutMoney: quiet,
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      before: line.before === null ? null : totals(line.before),
      after: line.after === null ? null : totals(line.after),
      difference: currency === null ? null : line.difference,
    })),
    budgetLines: (budget?.rows ?? []).map(({ title, before: was, after: is }) => ({
      title,
      before: was,
      after: is,
      difference: (is ?? 0) - (was ?? 0),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
