/** The trace of a figure of a resolved plan, with few draws, and the numbers that were put into it. */
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { estimate } from "../estimate.ts";
import { explain } from "../explain.ts";
import type { Figure } from "../figure.ts";
import { estimateRanges } from "../ranges.ts";
import type { Trace } from "../trace.ts";
import { evaluateFormula } from "./evaluate-formula.fixture.ts";

export const traceOf = (resolved: ResolvedPlan, figure: Figure): Trace => {
  const estimated = estimate(resolved);
  return explain(resolved, estimated, estimateRanges(resolved, estimated, { draws: 100 }), figure);
};

/** The sides of an equation that have only numbers in them. */
export function numericSides(trace: Trace): number[] {
  const sides = trace.substituted.kind === "equals" ? trace.substituted.sides : [trace.substituted];
  return sides.map(evaluateFormula).filter((value) => value !== null);
}
