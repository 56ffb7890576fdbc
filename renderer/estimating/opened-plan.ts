/** From the text of a plan to everything that the screen shows of it. */
import type { SizeCurve } from "../../shared/cluster/size-curve.ts";
import { estimate } from "../../shared/estimate/estimate.ts";
import type { ClusterSchedule } from "../../shared/estimate/schedule/cluster-schedule.ts";
import { swings } from "../../shared/estimate/sensitivity.ts";
import type { Estimate, EstimateRanges, Swing } from "../../shared/estimate/types.ts";
import { ok, type Result } from "../../shared/lib/result.ts";
import type { Catalogue } from "../../shared/plan/catalogue.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { PlanFault } from "../../shared/plan/fault.ts";
import { readPlan } from "../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../shared/plan/resolved.ts";
import { buildSheet } from "../../shared/sheet/build-sheet.ts";
import type { Sheet } from "../../shared/sheet/sheet.ts";
import type { Drawn } from "./ranges-messages.ts";

/** A text that is, or should become, a plan. */
export interface PlanSource {
  /** File name, as chosen or as the template has it. */
  readonly name: string;
  readonly text: string;
}

/** A plan without faults, with its estimate. */
export interface OpenedPlan {
  readonly source: PlanSource;
  readonly document: PlanDocument;
  readonly resolved: ResolvedPlan;
  readonly estimated: Estimate;
  readonly swings: readonly Swing[];
  /** Null until the draws are done, and for good when they failed. */
  readonly ranges: EstimateRanges | null;
  /** Of the plan's clusters; null until they are computed. */
  readonly schedules: readonly ClusterSchedule[] | null;
  /** SHA-256 of the document as canonical JSON; null until the draws are done. */
  readonly planFingerprint: string | null;
}

/** Reads and estimates a plan; its ranges and its fingerprint come later, from the worker. */
export function openPlan(source: PlanSource, catalogue: Catalogue): Result<OpenedPlan, readonly PlanFault[]> {
  const reading = readPlan(source.text, catalogue);
  if (!reading.ok) return reading;
  const { document, resolved } = reading.value;
  return ok({
    source,
    document,
    resolved,
    estimated: estimate(resolved),
    swings: swings(resolved),
    ranges: null,
    schedules: null,
    planFingerprint: null,
  });
}

export const withRanges = (opened: OpenedPlan, { ranges, planFingerprint, schedules }: Drawn): OpenedPlan => ({
  ...opened,
  ranges,
  schedules,
  planFingerprint,
});

/** Whether the worker still owes something that stands on the plan's sheet. */
export const isBeingDrawn = ({ ranges, schedules, resolved }: OpenedPlan): boolean =>
  ranges === null || (schedules === null && resolved.clusters.length > 0);

/**
 * The sheet of a plan. Made when it is asked for: it takes longer than all the figures.
 *
 * @param version the program's
 * @param staleAfterDays days after which a quote counts as stale; 90 where it is left out
 * @param sizeCurve of the kind of cluster that the sheet draws; null where there is none, or not yet
 */
export function sheetOf(
  { source, resolved, estimated, ranges, schedules, swings: swung, planFingerprint }: OpenedPlan,
  version: string,
  sizeCurve: SizeCurve | null = null,
  staleAfterDays?: number,
): Sheet {
  return buildSheet({
    resolved,
    estimate: estimated,
    ranges,
    swings: swung,
    schedules,
    sizeCurve,
    ...(staleAfterDays === undefined ? {} : { staleAfterDays }),
    version,
    identity: { file: source.name, ...(planFingerprint === null ? {} : { planFingerprint }) },
  });
}
