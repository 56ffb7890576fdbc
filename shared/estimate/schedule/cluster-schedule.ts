/** What is known of the time of a plan on a cluster: three times that are never the same, and what they rest on. */
import type { Policy } from "../../cluster/policy.ts";
import type { Schedule, Span } from "../../cluster/schedule-types.ts";
import type { ResolvedCluster } from "../../plan/resolved.ts";
import type { InfeasibleClass } from "./infeasible.ts";
import type { PlanWorkload } from "./workload.ts";

/** A run class on a cluster, or the part of it whose runs are shorter. */
export interface ScheduledClass {
  /** As `classId` names it. */
  readonly id: string;
  readonly runClass: number;
  readonly count: number;
  readonly cardsPerRun: number;
  readonly hoursPerRun: number;
  readonly startHours: number;
  readonly endHours: number;
}

export interface ExperimentTimes {
  /** Null for an experiment without a run that can run. */
  readonly scheduled: Span | null;
  readonly expected: Span | null;
}

export interface ClusterSchedule {
  readonly cluster: ResolvedCluster;
  readonly policy: Policy;
  /** Cards of the cluster that are granted: those that are scheduled. */
  readonly granted: number;
  readonly workload: PlanWorkload;
  /** Whether every run can run; where it cannot, the schedules are those of the others. */
  readonly feasible: boolean;
  readonly infeasible: readonly InfeasibleClass[];
  /** Card-hours ÷ granted cards. */
  readonly idealHours: number;
  /** Without failures. */
  readonly scheduled: Schedule;
  /** With failures, checkpoints and restarts. */
  readonly expected: Schedule;
  /** In the order of the plan: the jobs of `workload` that run, without failures. */
  readonly classes: readonly ScheduledClass[];
  /** In the order of the plan. */
  readonly experiments: readonly ExperimentTimes[];
  /** Scheduled hours where the work of the plan is at its P10, P50 and P90; null where nothing is in doubt, or before the draws. */
  readonly scheduledRange: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  /** Expected hours at the ends of what is stated of the MTBF of a card; null where it is no range, or before the draws. */
  readonly expectedRange: { readonly atLowMtbf: number; readonly atHighMtbf: number } | null;
}
