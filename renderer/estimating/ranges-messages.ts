/** What the page and the worker that draws ranges say to each other. */
import type { ClusterSchedule } from "../../shared/estimate/schedule/cluster-schedule.ts";
import type { EstimateRanges } from "../../shared/estimate/types.ts";

/** The text of a plan without faults, and not the plan: to copy ten thousand run classes for a worker would hold up the page at each key. */
export interface RangesQuestion {
  readonly text: string;
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
