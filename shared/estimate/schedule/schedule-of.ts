/** From a plan to its schedules. Nothing of it is in the loop of a keystroke: a host computes it beside, and the newest plan wins. */
import { idealHours } from "../../cluster/ideal-hours.ts";
import type { Machine, Reliability } from "../../cluster/machine.ts";
import type { Policy } from "../../cluster/policy.ts";
import { type BothSchedules, schedule, schedules } from "../../cluster/schedule.ts";
import type { Schedule } from "../../cluster/schedule-types.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { CardHours } from "../../units/brands.ts";
import { MINUTES_PER_HOUR } from "../../units/constants.ts";
import { amountAt, type InputValues, likelyValues } from "../amounts.ts";
import { estimate } from "../estimate.ts";
import type { Estimate, EstimateRanges } from "../types.ts";
import { plansAtWork } from "./at-work.ts";
import type { ClusterSchedule, ScheduledClass } from "./cluster-schedule.ts";
import { infeasibleClasses } from "./infeasible.ts";
import { grantedCards } from "./on-cluster.ts";
import { type PlanWorkload, workloadOf } from "./workload.ts";

/** The schedules of a plan on each of its clusters. `ranges`, once they are there, give the range of the scheduled times. */
export const schedulesOf = (
  plan: ResolvedPlan,
  estimated: Estimate,
  ranges: EstimateRanges | null = null,
): ClusterSchedule[] => plan.clusters.map((cluster) => scheduleOf(plan, estimated, cluster, { ranges }));

export interface ScheduleOptions {
  /** The plan's own unless stated. */
  readonly policy?: Policy;
  readonly ranges?: EstimateRanges | null;
}

/**
 * Ideal, scheduled and expected time of `plan` on `cluster`, a cluster of the plan's or another. All three are hours in which the cluster can
 * be used: hours a week, waiting and dates are the calendar's.
 */
export function scheduleOf(
  plan: ResolvedPlan,
  estimated: Estimate,
  cluster: ResolvedCluster,
  { policy = plan.policy, ranges = null }: ScheduleOptions = {},
): ClusterSchedule {
  const granted = grantedCards(cluster);
  const machine = { cards: granted, cardsPerNode: cluster.cardsPerNode };
  const workload = workloadOf(plan, estimated, cluster);
  const reliability = reliabilityOf(cluster, likelyValues(plan));
  const { scheduled, expected } = schedules(workload, machine, policy, reliability);
  return {
    cluster,
    policy,
    granted,
    workload,
    feasible: scheduled.feasible,
    infeasible: infeasibleClasses(plan, cluster, workload, scheduled.infeasible),
    idealHours: idealHours(CardHours(workload.cardHours), granted),
    scheduled,
    expected,
    classes: classesOf(workload, scheduled),
    experiments: plan.experiments.map((_, stage) => ({
      scheduled: scheduled.stages[stage] ?? null,
      expected: expected.stages[stage] ?? null,
    })),
    scheduledRange: scheduled.feasible
      ? rangeOf(plan, cluster, machine, policy, ranges, { workload, scheduled })
      : null,
    expectedRange:
      scheduled.feasible && ranges !== null
        ? expectedRangeOf(plan, cluster, machine, policy, workload, { scheduled, expected })
        : null,
  };
}

/** How often the cards of a cluster fail and what that costs, as its schedules take it. */
export const reliabilityOf = (
  { cardMtbfHours, checkpointWriteMinutes, restartMinutes }: ResolvedCluster,
  values: InputValues,
): Reliability => ({
  cardMtbfHours: amountAt(cardMtbfHours, values),
  checkpointWriteHours: checkpointWriteMinutes / MINUTES_PER_HOUR,
  restartHours: restartMinutes / MINUTES_PER_HOUR,
});

const classesOf = ({ jobs, jobsOf }: PlanWorkload, { jobs: placed }: Schedule): ScheduledClass[] =>
  placed.flatMap((at, index) => {
    const [job, of] = [jobs[index], jobsOf[index]];
    if (at === null || job === undefined || of === undefined) return [];
    const { cardsPerRun, hoursPerRun, startHours, endHours } = at;
    return [{ id: job.id, runClass: of.runClass, count: job.count, cardsPerRun, hoursPerRun, startHours, endHours }];
  });

/**
 * Two schedules, where cards fail as often and as seldom as is stated. Cards that fail more often never shorten the work, but a search may
 * find less there: the range then ends at the likely time.
 */
function expectedRangeOf(
  plan: ResolvedPlan,
  cluster: ResolvedCluster,
  machine: Machine,
  policy: Policy,
  workload: PlanWorkload,
  { scheduled, expected }: BothSchedules,
): ClusterSchedule["expectedRange"] {
  const range = plan.inputs[cluster.cardMtbfHours.input ?? -1];
  if (range === undefined || range.low === range.high) return null;
  const rest = reliabilityOf(cluster, likelyValues(plan));
  const at = (cardMtbfHours: number) => schedule(workload, machine, policy, { ...rest, cardMtbfHours }).hours;
  return {
    atLowMtbf: Math.max(at(range.low), expected.hours),
    atHighMtbf: Math.max(Math.min(at(range.high), expected.hours), scheduled.hours),
  };
}

/**
 * Three schedules, where the work is at its P10, P50 and P90, each by the search without failures alone: a third of the time. What that
 * misses is not to put a time with less work above the plan's own, or one with more below it.
 */
function rangeOf(
  plan: ResolvedPlan,
  cluster: ResolvedCluster,
  machine: Machine,
  policy: Policy,
  ranges: EstimateRanges | null,
  own: { readonly workload: PlanWorkload; readonly scheduled: Schedule },
): ClusterSchedule["scheduledRange"] {
  if (ranges === null) return null;
  const { p10, p50, p90 } = ranges.total.cardHours;
  if (p10 === p90) return null;
  const [low = 0, middle = 0, high = 0] = plansAtWork(plan, [p10, p50, p90]).map(({ plan: moved, values }) => {
    const workload = workloadOf(moved, estimate(moved, values), cluster, values);
    return schedule(workload, machine, policy, null).hours;
  });
  const {
    workload: { cardHours },
    scheduled: { hours },
  } = own;
  const beside = (found: number, at: number) =>
    at === cardHours ? hours : at < cardHours ? Math.min(found, hours) : Math.max(found, hours);
  const least = beside(low, p10);
  const half = Math.max(beside(middle, p50), least);
  return { p10: least, p50: half, p90: Math.max(beside(high, p90), half) };
}
