/** Which uncertain input moves the total most. */
import type { ResolvedPlan } from "../plan/resolved.ts";
import { type CostModel, costModel } from "./cost-model.ts";
import { evaluate } from "./evaluate.ts";
import type { Swing } from "./types.ts";

/**
 * For every uncertain input the total cost with that input at its low and at its high end, the others at their likely
 * values (conditional sweeps at their expected value); the widest swing first.
 *
 * In the plan of arXiv 2407.05872 "points per line" moves the total from 9.92 M USD (10) to 12.91 M USD (15).
 */
export function swings(plan: ResolvedPlan, model: CostModel = costModel(plan)): Swing[] {
  // Two points an input: everything likely, but for that input at its low, then at its high end.
  const count = 2 * plan.inputs.length;
  const inputs = plan.inputs.map(({ low, likely, high }, index) => {
    const column = new Float64Array(count).fill(likely);
    column[2 * index] = low;
    column[2 * index + 1] = high;
    return column;
  });
  const conditions = model.conditions.map(({ probability }) => new Float64Array(count).fill(probability));
  const { cost } = evaluate(model, { count, inputs, conditions }).total;
  return plan.inputs
    .map((_, input) => ({ input, costAtLow: cost[2 * input] ?? 0, costAtHigh: cost[2 * input + 1] ?? 0 }))
    .sort((a, b) => width(b) - width(a));
}

const width = (swing: Swing): number => Math.abs(swing.costAtHigh - swing.costAtLow);
