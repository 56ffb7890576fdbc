import type { ClusterSchedule } from "../../shared/estimate/schedule/cluster-schedule.ts";
import type { Estimate, EstimateRanges } from "../../shared/estimate/types.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";

/** What figures are explained from: an opened plan has it, and so has a saved sheet. */
export interface Explained {
  readonly resolved: ResolvedPlan;
  readonly estimated: Estimate;
  readonly ranges: EstimateRanges | null;
  /** Of the plan's clusters; null where they are not known, or not yet. */
  readonly schedules: readonly ClusterSchedule[] | null;
  /** Of an opened plan; a saved sheet has none, and no figures that need one. */
  readonly document?: PlanDocument;
}
