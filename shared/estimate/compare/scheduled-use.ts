/** How a plan's work lies on rented cards over time. */
import type { Workload } from "../../cluster/job.ts";
import type { Policy } from "../../cluster/policy.ts";
import { runHours } from "../../cluster/run-hours.ts";
import type { ScheduledJob } from "../../cluster/schedule-types.ts";
import { stretchesOf, type UsageStretch } from "../../money/rental/usage.ts";
import { MORE_THAN_ANY_CLUSTER } from "../schedule/workload.ts";
import { type MachineOfOffer, type Schedules, workOf } from "./schedules.ts";

export interface ScheduledUse {
  /** Null where some runs are too large for the cards. */
  readonly hours: number | null;
  /** Fewest cards that take every run, where these do not; null where these do, and where no number of them does. */
  readonly cardsNeeded: number | null;
  /** Card-hours that interruptions cost. */
  readonly lostCardHours: number;
  readonly stretches: readonly UsageStretch[];
}

/**
 * The workload as it is scheduled on the cards of an offer. What interruptions lose is what a run does not get done of the hours that it
 * holds its cards, by the checkpoint interval that loses least (Daly 2006). Where a run fits on no such cards, all the work counts as spread
 * evenly over them: the price is then that of the card-hours, and there is no time.
 */
export function scheduledUse(
  workload: Workload,
  policy: Policy,
  machine: MachineOfOffer,
  schedules: Schedules,
): ScheduledUse {
  const { interruptions, cards } = machine;
  const { schedule: found, scale } = schedules.of(workload, policy, machine);
  if (!found.feasible) {
    const evenly = { fromHours: 0, toHours: workOf(workload) / cards, cards };
    const most = found.infeasible.reduce((cards, { minimumCards }) => Math.max(cards, minimumCards), 0);
    const cardsNeeded = most < MORE_THAN_ANY_CLUSTER ? most : null;
    return { hours: null, cardsNeeded, lostCardHours: 0, stretches: [evenly] };
  }
  const lostCardHours =
    interruptions === null ? 0 : found.jobs.reduce((sum, one) => sum + (one === null ? 0 : lostBy(one, workload)), 0);
  const stretches = stretchesOf(found.segments).map(
    ({ fromHours, toHours, cards: held }): UsageStretch => ({
      fromHours: fromHours * scale,
      toHours: toHours * scale,
      cards: held,
    }),
  );
  return { hours: found.hours * scale, cardsNeeded: null, lostCardHours, stretches };
}

/** Card-hours that runs hold their cards for beyond their work. */
function lostBy({ job, cardsPerRun, hoursPerRun }: ScheduledJob, workload: Workload): number {
  const of = workload.jobs[job];
  if (of === undefined) throw new RangeError("a schedule has a job that its workload does not have");
  return of.count * cardsPerRun * (hoursPerRun - runHours(of, cardsPerRun, null));
}
