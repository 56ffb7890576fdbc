/** What the page and the worker that draws ranges say to each other. */
import type { ClusterSchedule } from "../../shared/estimate/schedule/cluster-schedule.ts";
import type { EstimateRanges } from "../../shared/estimate/types.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";

export interface RangesQuestion {
  readonly plan: ResolvedPlan;
  readonly document: PlanDocument;
}

/** What takes too long for the page: the draws, the fingerprint that tells one plan from another, and the schedules. */
export interface Drawn {
  readonly ranges: EstimateRanges;
  /** SHA-256 of the document as canonical JSON, in hexadecimal: the same that the command line prints. */
  readonly planFingerprint: string;
  /** Of the plan's clusters; null in the first of two answers. */
  readonly schedules: readonly ClusterSchedule[] | null;
}

/** Comes twice: the schedules take longer than the draws, and rest on them. */
export type RangesAnswer =
  | { readonly ok: true; readonly drawn: Drawn }
  | { readonly ok: false; readonly message: string };
