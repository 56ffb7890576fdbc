/** What a page explains its figures from, where that is not the plan that is open: two versions of it, beside each other. */
import { createContext, useContext, useEffect } from "react";
import type { ReadPlan } from "../../shared/plan/read.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";

export interface ExplainedHere {
  /** The later version. */
  readonly plan: OpenedPlan;
  readonly before: ReadPlan;
}

export const ExplainedHereContext = createContext<(here: ExplainedHere | null) => void>(() => {});

/** While the page shows it, figures are asked of `here`; null where there is nothing to ask. */
export function useExplainedHere(here: ExplainedHere | null): void {
  const show = useContext(ExplainedHereContext);
  useEffect(() => {
    show(here);
    return () => show(null);
  }, [show, here]);
}
