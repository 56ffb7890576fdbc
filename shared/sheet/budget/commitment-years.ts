/** Whether a budget spreads what a reservation costs over more years than the reservation is paid for. */

import { headlineBeyondUse } from "../../estimate/budget/beyond-use.ts";
import { yearShares } from "../../estimate/budget/estimated-lines.ts";
import type { ResolvedQuote } from "../../plan/resolved.ts";
import { HOURS_PER_YEAR } from "../../units/constants.ts";
import type { Figures } from "../context.ts";

export interface ShortCommitment {
  readonly quote: ResolvedQuote;
  /** That it is paid for in all, term after term. */
  readonly hours: number;
  /** Grant years that the plan does work in. */
  readonly years: number;
}

/**
 * The commitments of headline quotes that end sooner than the work as the budget places it. The shares of the grant years are the plan's to
 * say: when a term begins nobody else knows.
 *
 * @example one term of 8,760 hours, and work spread evenly over 3 years
 */
export function shortCommitments({
  plan,
  estimate,
  budget,
}: Pick<Figures, "plan" | "estimate" | "budget">): ShortCommitment[] {
  if (budget === null) return [];
  const { computeLines, layout } = budget.resolved;
  if (computeLines.leaveOut || layout.asks === "allocation") return [];
  const years = yearShares(budget.resolved).filter((share) => share > 0).length;
  return headlineBeyondUse(plan, estimate).flatMap(({ quote: index, committedHours: hours }) => {
    const quote = plan.quotes[index];
    return quote === undefined || hours === null || years <= Math.ceil(hours / HOURS_PER_YEAR)
      ? []
      : [{ quote, hours, years }];
  });
}
