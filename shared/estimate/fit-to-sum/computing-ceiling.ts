import type { ResolvedPlan } from "../../plan/resolved.ts";
import { affordableComputing } from "../budget/budget-of.ts";
import type { Estimate } from "../types.ts";

/**
 * What the plan's computing may cost under the ceiling that the plan states: the ceiling itself, or, where a budget has other lines and
 * indirect costs, what they leave of it. Null where the plan states no ceiling, and where its budget asks for no computing.
 *
 * @example a ceiling of 500,000 and indirect costs of 56 % on computing alone: 320,512.82
 */
export function computingCeiling(plan: ResolvedPlan, estimated: Estimate): number | null {
  if (plan.ceiling === null) return null;
  const affordable = affordableComputing(plan, estimated, plan.ceiling);
  return Number.isFinite(affordable) ? affordable : null;
}
