/** From schedules to what the page shows of them: short enough to be sent from a worker. Pure. */
import { bandsOf } from "../../../shared/cluster/bands.ts";
import type { Policy } from "../../../shared/cluster/policy.ts";
import type { Span } from "../../../shared/cluster/schedule-types.ts";
import { allocationOf } from "../../../shared/estimate/schedule/allocation.ts";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import { momentAfter } from "../../../shared/estimate/schedule/moments.ts";
import type { MaxCardsBy, MinCardsBy } from "../../../shared/estimate/schedule/run-cards.ts";
import { scheduleOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import type { Estimate } from "../../../shared/estimate/types.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../../shared/plan/resolved.ts";
import type { CannotRun, ClassTimes, ClusterView, ExperimentTimes, PolicyTimes, TimeSpan } from "./messages.ts";

/** How long it takes on one of them under another policy. */
export function policyTimes(
  plan: ResolvedPlan,
  estimated: Estimate,
  cluster: ResolvedCluster,
  policy: Policy,
): PolicyTimes {
  const { scheduled, expected } = scheduleOf(plan, estimated, cluster, { policy });
  return { policy, scheduledHours: scheduled.hours, expectedHours: expected.hours };
}

/** What happens on one of them under the plan's policy. */
export function clusterView(plan: ResolvedPlan, estimated: Estimate, cluster: ResolvedCluster): ClusterView {
  const own = scheduleOf(plan, estimated, cluster);
  const { jobs } = own.workload;
  return {
    policy: plan.policy,
    cards: own.granted,
    idealHours: own.idealHours,
    scheduledHours: own.scheduled.hours,
    expectedHours: own.expected.hours,
    utilisation: own.scheduled.utilisation,
    idleCardHours: own.scheduled.idleCardHours,
    bands: bandsOf(
      own.scheduled.segments,
      jobs.map(({ stage }) => stage),
    ),
    experiments: experimentTimes(own),
    classes: classTimes(own),
    cannotRun: cannotRun(plan, own),
    allocation: allocationOf(own),
  };
}

function spanOf({ cluster }: ClusterSchedule, { startHours, endHours }: Span): TimeSpan {
  return {
    startHours,
    endHours,
    startsAt: momentAfter(cluster, startHours),
    endsAt: momentAfter(cluster, endHours),
  };
}

function experimentTimes(schedule: ClusterSchedule): readonly ExperimentTimes[] {
  const runs = schedule.experiments.map(() => 0);
  for (const { stage, count } of schedule.workload.jobs) runs[stage] = (runs[stage] ?? 0) + count;
  return schedule.experiments.map(({ scheduled, expected }, index) => ({
    runs: runs[index] ?? 0,
    scheduled: scheduled === null ? null : spanOf(schedule, scheduled),
    expected: expected === null ? null : spanOf(schedule, expected),
  }));
}

function classTimes(schedule: ClusterSchedule): readonly ClassTimes[] {
  const { jobs, jobsOf } = schedule.workload;
  return jobs.flatMap(({ id, stage, count, lossPerDoubling }, index): ClassTimes[] => {
    const of = jobsOf[index];
    const placed = schedule.scheduled.jobs[index] ?? null;
    if (of === undefined) return [];
    return [
      {
        id,
        experiment: stage,
        count,
        minCards: of.cards.min,
        maxCards: of.cards.max,
        minBy: minWords(of.cards.minBy),
        maxBy: maxWords[of.cards.maxBy],
        lossPerDoubling,
        placed:
          placed === null
            ? null
            : { ...spanOf(schedule, placed), cardsPerRun: placed.cardsPerRun, hoursPerRun: placed.hoursPerRun },
      },
    ];
  });
}

function minWords(by: MinCardsBy): string {
  switch (by.kind) {
    case "stated":
      return "stated";
    case "hours":
      return "of its hours";
    case "memory":
      return "by memory";
    case "unknown":
      return "memory unknown";
  }
}

const maxWords: Readonly<Record<MaxCardsBy, string>> = {
  stated: "stated",
  hours: "of its hours",
  batch: "by the batch",
  unknown: "not bounded",
  minCards: "the fewest",
};

function cannotRun(plan: ResolvedPlan, { infeasible, workload }: ClusterSchedule): readonly CannotRun[] {
  return infeasible.map(({ id, runClass, reason, minimumCards }) => ({
    id,
    experiment: plan.classes[runClass]?.experiment ?? 0,
    count: workload.jobs.reduce(
      (sum, job, index) => sum + (workload.jobsOf[index]?.runClass === runClass ? job.count : 0),
      0,
    ),
    reason,
    minimumCards,
  }));
}
