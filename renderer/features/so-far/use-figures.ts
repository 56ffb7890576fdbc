import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { EstimateRanges } from "../../../shared/estimate/types.ts";
import { type Figures, figuresOf } from "../../../shared/sheet/context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";

export interface FiguresSoFar {
  readonly figures: Figures;
  /** Ranges as they were drawn last, of this text or an earlier one; null until there are any. */
  readonly drawn: EstimateRanges | null;
  /** The plan that they are of. */
  readonly live: OpenedPlan;
}

/** What a plan comes to. A keystroke is on the screen before it: it is worked out when the page has time. */
export function useFigures(live: OpenedPlan | null): FiguresSoFar | null {
  const plan = useDeferredValue(live);
  const drawn = useRef<EstimateRanges | null>(null);
  useEffect(() => {
    if (plan !== null && plan.ranges !== null) drawn.current = plan.ranges;
  }, [plan]);
  return useMemo(() => {
    if (plan === null) return null;
    const { resolved, estimated, ranges, swings } = plan;
    return { figures: figuresOf({ resolved, estimate: estimated, ranges, swings }), drawn: drawn.current, live: plan };
  }, [plan]);
}
