import { useEffect, useMemo, useState } from "react";
import type { QuoteComparison } from "../../../shared/estimate/compare/compare-quotes.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { comparisonRunner, startComparisonWorker } from "./comparison-runner.ts";

/** A plan is not compared at every key. */
const PAUSE_MS = 120;

export interface Compared {
  /** The plan that it is of: the one before stays until the next is compared. */
  readonly plan: ResolvedPlan;
  readonly compared: readonly QuoteComparison[];
}

export interface ComparisonState {
  /** Null until there was any. */
  readonly last: Compared | null;
  /** Why the plan at hand could not be compared; null where it could, or will be. */
  readonly failure: string | null;
}

/** What the plan costs and takes at each of its quotes, computed beside the page. */
export function useComparison(plan: ResolvedPlan | null): ComparisonState {
  const runner = useMemo(() => comparisonRunner(startComparisonWorker), []);
  const [state, setState] = useState<ComparisonState>({ last: null, failure: null });
  useEffect(() => () => runner.stop(), [runner]);
  useEffect(() => {
    if (plan === null) return undefined;
    const timer = setTimeout(
      () =>
        runner.ask(plan, (answer) =>
          setState(({ last }) =>
            answer.ok
              ? { last: { plan, compared: answer.compared }, failure: null }
              : { last, failure: answer.message },
          ),
        ),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [runner, plan]);
  return state;
}
