import { createHash } from "node:crypto";
import { estimate } from "../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import { schedulesOf } from "../../shared/estimate/schedule/schedule-of.ts";
import { sizeCurveOf } from "../../shared/estimate/schedule/size-curve-of.ts";
import { swings } from "../../shared/estimate/sensitivity.ts";
import { canonicalJson } from "../../shared/lib/canonical-json.ts";
import { curveCluster } from "../../shared/sheet/charts/drawn-schedule.ts";
import type { SheetInput } from "../../shared/sheet/context.ts";
import { findInstallation } from "../backend/installation.ts";
import type { PlanInput } from "./plan-input.ts";

/** Everything that the JSON of an estimate is made of; schedules, which are not in it, take longer than all the rest. */
export function figuresOf({ file, document, resolved }: PlanInput): SheetInput {
  const estimated = estimate(resolved);
  const planFingerprint = createHash("sha256").update(canonicalJson(document)).digest("hex");
  return {
    resolved,
    estimate: estimated,
    ranges: estimateRanges(resolved, estimated),
    swings: swings(resolved),
    schedules: null,
    version: findInstallation().version,
    identity: file === null ? { planFingerprint } : { file, planFingerprint },
  };
}

/** What a sheet is made of but for the curve over sizes of clusters, which takes a second more; the terminal draws no charts. */
export function sheetInputOf(input: PlanInput): SheetInput {
  const figures = figuresOf(input);
  return { ...figures, schedules: schedulesOf(figures.resolved, figures.estimate, figures.ranges) };
}

/** Everything that a sheet is made of. */
export function wholeSheetInputOf(input: PlanInput): SheetInput {
  const figures = sheetInputOf(input);
  const { resolved, estimate: estimated, schedules } = figures;
  const cluster = resolved.clusters[curveCluster(resolved, schedules ?? []) ?? -1];
  return cluster === undefined ? figures : { ...figures, sizeCurve: sizeCurveOf(resolved, estimated, cluster) };
}
