/** What every explanation of a budget needs at hand. */
import type { RoundedRow } from "../../money/budget/round-budget.ts";
import { exact } from "../../units/format/exact.ts";
import { budgetOf, type PlanBudget } from "../budget/budget-of.ts";
import { at, type Context, UnknownFigureError } from "./context.ts";

export function planBudget({ plan, estimated }: Context): PlanBudget {
  const found = budgetOf(plan, estimated);
  if (found === null) throw new UnknownFigureError("the plan has no budget");
  return found;
}

/** @param year from 0; null: all of them */
export const inYear = (title: string, year: number | null): string =>
  year === null ? title : `${title}, year ${year + 1}`;

/** An amount of one year, or of all. */
export const ofYear = (amounts: readonly number[], year: number | null): number =>
  year === null ? amounts.reduce((sum, amount) => sum + amount, 0) : at(amounts, year, "grant year");

/** The same as it is printed. */
export const roundedOf = ({ byYear, total }: RoundedRow, year: number | null): number =>
  year === null ? total : at(byYear, year, "grant year");

export const roundingText = ({ resolved }: PlanBudget, unrounded: number): string =>
  `Rounded once with all lines and years, to multiples of ${exact(resolved.roundTo)}, so that rows and columns add up. Unrounded it is ${exact(unrounded)}.`;
