/** How a figure of the pages that weigh a plan beside its sheet was computed, on demand. */
import { assertNever } from "../lib/assert-never.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { contextOf } from "./explain/context.ts";
import { explainAfterCuts, explainCut } from "./explain/cuts.ts";
import { explainOwned, explainOwning, explainWaiting } from "./explain/owning.ts";
import type { Beside } from "./explain/page-context.ts";
import { explainTenth } from "./explain/tenth.ts";
import { explainBudgetVersions, explainChange, explainTogether, explainVersions } from "./explain/versions.ts";
import { type AnyFigure, PAGE_FIGURES, type PageFigure } from "./figure.ts";
import type { Trace } from "./trace.ts";
import type { Estimate } from "./types.ts";

/** Whether a figure is one of these, and not of the sheet. */
export const isPageFigure = (figure: AnyFigure): figure is PageFigure =>
  (PAGE_FIGURES as readonly string[]).includes(figure.of);

/**
 * The trace of `figure`, as `explain` gives it for those of the sheet.
 *
 * @example the cut of 128 heads from the golden plan: Σ over 7 experiments = 5,281,874.91 USD
 * @throws UnknownFigureError when the plan has no such figure: nothing to cut there, no purchase, no version to compare with
 */
export function explainPage(plan: ResolvedPlan, estimated: Estimate, beside: Beside, figure: PageFigure): Trace {
  const context = contextOf(plan, estimated, null);
  switch (figure.of) {
    case "tenth":
      return explainTenth(context, figure.tenth);
    case "owning":
      return explainOwning(context, figure);
    case "owned":
      return explainOwned(context, figure);
    case "waiting":
      return explainWaiting(context, beside, figure);
    case "cut":
      return explainCut(context, beside, figure.cut);
    case "afterCuts":
      return explainAfterCuts(context, beside, figure.cuts, figure.ceiling, figure.measure);
    case "change":
      return explainChange(context, beside, figure);
    case "changesTogether":
      return explainTogether(context, beside);
    case "versions":
      return explainVersions(context, beside, figure);
    case "budgetVersions":
      return explainBudgetVersions(context, beside, figure.row);
    default:
      return assertNever(figure);
  }
}
