/** For which cluster of the plan the sheet draws what happens on one cluster. */
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { isAskedFor } from "../asked-for.ts";

/** The largest on which every run can run, else the largest; null where nothing runs on any. */
export function drawnSchedule(
  schedules: readonly ClusterSchedule[],
): { cluster: number; timed: ClusterSchedule } | null {
  const worked = schedules
    .map((timed, cluster) => ({ timed, cluster }))
    .filter(({ timed }) => timed.scheduled.hours > 0)
    .sort((a, b) => Number(b.timed.feasible) - Number(a.timed.feasible) || b.timed.granted - a.timed.granted);
  return worked[0] ?? null;
}

/**
 * The cluster whose kind the chart of time against cards is drawn for: the same. Null too where the sheet has no such chart, so that nobody
 * need work its curve out: a request for credits or for an allocation has none.
 */
export const curveCluster = (plan: ResolvedPlan, schedules: readonly ClusterSchedule[]): number | null =>
  isAskedFor(plan, "time") ? (drawnSchedule(schedules)?.cluster ?? null) : null;
