/** Charges beyond the work, as the lines of a printed budget have them: a sheet says one amount everywhere. */
import type { BeyondUse } from "../../estimate/budget/beyond-use.ts";
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import { chargeOf } from "../../estimate/budget/estimated-lines.ts";
import type { RoundedLine } from "../../money/budget/round-budget.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";

/** Lines that the layout prints: a modular budget asks for none of them, and a request to a computing centre is in other units. */
export const printedIn = ({ resolved, rounded }: PlanBudget): readonly RoundedLine[] =>
  resolved.layout.asks === "allocation" ? [] : rounded.lines;

/**
 * The same charges, those that are lines of the budget at the amount that is printed there. Lines foot by largest remainders, so that one
 * may differ by a whole from its own amount. Amounts in another currency, with tax or rises stay what the quote charges.
 */
export function asPrinted(
  one: BeyondUse,
  { currency }: Pick<ResolvedPlan, "currency">,
  budget: PlanBudget | null,
): BeyondUse {
  if (budget === null || budget.resolved.currencies.budget !== currency) return one;
  const { roundTo } = budget.resolved;
  return {
    ...one,
    charges: one.charges.map((charge) => {
      const line = printedIn(budget).find(({ result }) => {
        const of = chargeOf(result.line.id);
        return of !== null && of.kind === charge.kind && of.quote === one.quote;
      });
      const isSame = line !== undefined && line.total > 0 && Math.abs(line.total - charge.cost) <= Math.max(1, roundTo);
      return isSame ? { ...charge, cost: line.total } : charge;
    }),
  };
}
