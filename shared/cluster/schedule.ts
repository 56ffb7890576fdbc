import { TIE } from "./allotment.ts";
import type { Best } from "./best.ts";
import { infeasibleJobs } from "./infeasible.ts";
import type { Workload } from "./job.ts";
import type { LowerBound } from "./lower-bound.ts";
import type { Machine, Reliability } from "./machine.ts";
import { hoursOf, ownParts, partsOf, shorterParts, type Work, workBothWays, workOn } from "./parts.ts";
import type { Policy } from "./policy.ts";
import type { Binding, InfeasibleJob, Schedule } from "./schedule-types.ts";
import { timelineOf } from "./timeline.ts";

/** A schedule this much longer than T* is held back by something that T* does not know. */
const NOTABLY = 1.05;

/**
 * When each run of a workload starts and ends on a machine, under a policy. With reliability, runs take their expected hours,
 * failures and checkpoints included, and cards are given with that in mind.
 *
 * Jobs that the machine cannot run are named; the others are scheduled. More cards never make it longer, and the order in which the jobs
 * are listed makes no difference to its length.
 *
 * @example five runs of 6 card-hours on exactly 1 card, 4 cards: 12 h, where T* is 7.5 h
 */
export function schedule(
  workload: Workload,
  machine: Machine,
  policy: Policy,
  reliability: Reliability | null,
): Schedule {
  const infeasible = infeasibleJobs(workload, machine);
  const work = workOn(workload, machine, reliability, infeasible);
  return scheduleFrom(work, policy, partsOf(work, policy), infeasible);
}

/** The same work scheduled without failures and with them. */
export interface BothSchedules {
  readonly scheduled: Schedule;
  readonly expected: Schedule;
}

/**
 * The schedule without failures and the one with them. Each is as `schedule` has it, but that the one without failures is never longer than
 * the other would be if nothing failed: what is found with failures counts for both.
 *
 * @example one run of 100 card-hours on 1 card that is lost every 1,000 h, 0.1 h to write: 100 h, and 101.6 h with failures
 */
export function schedules(
  workload: Workload,
  machine: Machine,
  policy: Policy,
  reliability: Reliability,
): BothSchedules {
  const infeasible = infeasibleJobs(workload, machine);
  const { failing, failureFree } = workBothWays(workOn(workload, machine, null, infeasible), reliability);
  const expected = partsOf(failing, policy);
  const scheduled = shorterParts(partsOf(failureFree, policy), expected, failureFree);
  return {
    scheduled: scheduleFrom(failureFree, policy, scheduled, infeasible),
    expected: scheduleFrom(failing, policy, expected, infeasible),
  };
}

/**
 * How long the schedules of a policy are that are looked for in its own way alone: `schedules` may find shorter ones among those of the
 * other policies, and takes longer for it. Null where the machine cannot run all jobs; expected hours are null too without reliability.
 *
 * @example five runs of 6 card-hours on exactly 1 card, 4 cards: 12 h
 */
export function ownHours(
  workload: Workload,
  machine: Machine,
  policy: Policy,
  reliability: Reliability | null,
): { readonly scheduledHours: number; readonly expectedHours: number | null } | null {
  const infeasible = infeasibleJobs(workload, machine);
  if (infeasible.length > 0) return null;
  const alone = workOn(workload, machine, null, infeasible);
  if (reliability === null) return { scheduledHours: hoursOf(ownParts(alone, policy)), expectedHours: null };
  const { failing, failureFree } = workBothWays(alone, reliability);
  const expected = ownParts(failing, policy);
  const scheduled = shorterParts(ownParts(failureFree, policy), expected, failureFree);
  return { scheduledHours: hoursOf(scheduled), expectedHours: hoursOf(expected) };
}

function scheduleFrom(
  work: Work,
  policy: Policy,
  parts: readonly Best[],
  infeasible: readonly InfeasibleJob[],
): Schedule {
  const { bound, machine } = work;
  const hours = hoursOf(parts);
  const shown = timelineOf(work.all.workload, parts);
  const cardHours = machine.cards * hours;
  const busyCardHours = shown.segments.reduce(
    (sum, { cards, fromHours, toHours }) => sum + cards * (toHours - fromHours),
    0,
  );
  return {
    hours,
    lowerBoundHours: bound.hours,
    cardsUsed: Math.max(0, ...parts.map((part) => part.cards)),
    busyCardHours,
    // What adding many runs up in doubles leaves of nothing is nothing.
    idleCardHours: cardHours - busyCardHours > TIE * cardHours ? cardHours - busyCardHours : 0,
    utilisation: cardHours === 0 ? 0 : Math.min(busyCardHours / cardHours, 1),
    binding: bindingOf(hours, bound, policy, () => hoursOf(partsOf(work, "shortest"))),
    feasible: infeasible.length === 0,
    infeasible,
    ...shown,
  };
}

function bindingOf(hours: number, bound: LowerBound, policy: Policy, shortestHours: () => number): Binding {
  if (hours <= bound.hours * NOTABLY) return { kind: bound.kind, job: bound.job, stage: bound.stage };
  const kind = policy !== "shortest" && shortestHours() < hours * (1 - TIE) ? "order" : "packing";
  return { kind, job: null, stage: null };
}
