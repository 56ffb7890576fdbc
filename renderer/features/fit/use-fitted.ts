import { useEffect, useState } from "react";
import { type Fitted, fitted } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";

interface Answer {
  readonly plan: OpenedPlan["document"];
  readonly ceiling: number;
  readonly fitted: Fitted;
}

/** Typing goes on meanwhile. */
const AFTER_MS = 150;

/** What fits the plan to `ceiling`; null while it is worked out. Half a second for a large plan, so not at every key. */
export function useFitted({ document, resolved }: OpenedPlan, ceiling: number): Fitted | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => setAnswer({ plan: document, ceiling, fitted: fitted({ document, resolved }, catalogue, ceiling) }),
      AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [document, resolved, ceiling]);
  return answer !== null && answer.plan === document && answer.ceiling === ceiling ? answer.fitted : null;
}
