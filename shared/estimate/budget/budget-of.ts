/** The budget of a plan: what its estimate gives and what it states, worked out by its layout's rules. */
import { type Budget, computeBudget } from "../../money/budget/compute-budget.ts";
import { inBudget } from "../../money/budget/exchange.ts";
import { type RoundedBudget, roundBudget } from "../../money/budget/round-budget.ts";
import type { ResolvedBudget, ResolvedPlan } from "../../plan/resolved.ts";
import type { Estimate } from "../types.ts";
import { computingCost } from "./computing.ts";
import { estimatedLines } from "./estimated-lines.ts";

export interface PlanBudget {
  readonly resolved: ResolvedBudget;
  /** Unrounded. */
  readonly budget: Budget;
  /** As printed. */
  readonly rounded: RoundedBudget;
}

/** Null for a plan without a budget. */
export function budgetOf(plan: ResolvedPlan, estimated: Estimate): PlanBudget | null {
  const resolved = plan.budget;
  if (resolved === undefined) return null;
  const budget = workedOut(plan, estimated, resolved, null);
  return { resolved, budget, rounded: roundBudget(budget, resolved.roundTo) };
}

/** @param computing what the plan's computing costs with all that is charged, in the plan's currency; null: its likely cost */
function workedOut(
  plan: ResolvedPlan,
  estimated: Estimate,
  resolved: ResolvedBudget,
  computing: number | null,
): Budget {
  const made = estimatedLines(plan, estimated, resolved, computing);
  return computeBudget([...made, ...resolved.lines], {
    years: resolved.years,
    layout: resolved.layout,
    indirect: resolved.indirect.rule,
    tax: resolved.tax,
    escalationRate: resolved.escalation?.rate ?? 0,
    currencies: resolved.currencies,
  });
}

type Measured = "ownDirect" | "request";

/**
 * A sum of the budget, in the budget's currency, if the plan's computing cost `computing` in the plan's currency, with what the headline
 * quotes charge beyond used card-hours: what the draws of it make of the sum.
 */
export function budgetAt(plan: ResolvedPlan, estimated: Estimate, measure: Measured, computing: number): number {
  const { budget: resolved } = plan;
  if (resolved === undefined) throw new RangeError("the plan has no budget");
  return workedOut(plan, estimated, resolved, computing)[measure].reduce((sum, amount) => sum + amount, 0);
}

/** What the plan's ceiling is a ceiling of: what others bear of direct costs is not asked for. */
export const ceilingMeasure = ({ ceilingKind }: ResolvedBudget): Measured =>
  ceilingKind === "direct" ? "ownDirect" : "request";

/** The budget's currency in the plan's: a ceiling is in the plan's. */
export const toPlanCurrency = ({ currencies }: ResolvedBudget): number => 1 / inBudget(currencies.plan, currencies);

/** Halvings that are enough for a double. */
const HALVINGS = 60;

/**
 * The greatest cost of computing, in the plan's currency, at which what the ceiling is of stays at or under it; the ceiling itself for a
 * plan without a budget, 0 where even no computing is over it, and infinite where computing adds nothing to the budget.
 */
export function affordableComputing(plan: ResolvedPlan, estimated: Estimate, ceiling: number): number {
  const { budget } = plan;
  if (budget === undefined) return ceiling;
  const measure = ceilingMeasure(budget);
  const rate = toPlanCurrency(budget);
  const fits = (computing: number) => budgetAt(plan, estimated, measure, computing) * rate <= ceiling * (1 + 1e-12);
  if (!fits(0)) return 0;
  let [low, high] = [0, Math.max(1, ceiling, computingCost(plan, estimated))];
  for (let doubling = 0; fits(high); doubling++) {
    if (doubling === HALVINGS) return Number.POSITIVE_INFINITY;
    [low, high] = [high, high * 2];
  }
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
