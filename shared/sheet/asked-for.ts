/** Which sections a sheet has for whom it asks. */
import type { ResolvedPlan } from "../plan/resolved.ts";
import type { SectionId } from "./layout.ts";

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

export const isAskedFor = ({ budget }: Pick<ResolvedPlan, "budget">, id: SectionId): boolean =>
  budget === undefined || budget.layout.asks === "money" || OF_A_REQUEST.has(id);
