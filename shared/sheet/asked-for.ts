/** Which sections a sheet has for whom it asks. */
import type { ResolvedPlan } from "../plan/resolved.ts";
import type { SectionId } from "./layout.ts";
import { fillsThePages } from "./on-paper.ts";

/** A request for credits or for an allocation is its own few pages: of the rest it has what backs its estimate. */
const OF_A_REQUEST: ReadonlySet<SectionId> = new Set([
  "budget-head",
  "budget-lines",
  "budget-units",
  "budget-justification",
  "experiments",
  "times",
  "assumptions",
  "sources",
]);

export function isAskedFor(
  { budget, experiments }: Pick<ResolvedPlan, "budget" | "experiments">,
  id: SectionId,
): boolean {
  if (budget === undefined || budget.layout.asks === "money") return true;
  // The lead has the times in words, which is enough where three pages hardly hold the experiments.
  if (id === "times" && budget.layout.asks === "credits" && fillsThePages(experiments.length)) return false;
  return OF_A_REQUEST.has(id);
}
