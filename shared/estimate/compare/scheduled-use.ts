/** How a plan's work lies on rented cards over time. */
import type { Job, Workload } from "../../cluster/job.ts";
import type { Policy } from "../../cluster/policy.ts";
import { runHours } from "../../cluster/run-hours.ts";
import type { InfeasibleJob, Schedule, ScheduledJob } from "../../cluster/schedule-types.ts";
import { stretchesOf, type UsageStretch } from "../../money/rental/usage.ts";
import { isNever } from "../../units/format/duration.ts";
import { MORE_THAN_ANY_CLUSTER } from "../schedule/workload.ts";
import { type MachineOfOffer, type ScaledSchedule, type Schedules, workOf } from "./schedules.ts";

/** Why some run of the work cannot be done on the cards of an offer: one of it, and the experiment that it belongs to. */
export type CannotRun = { readonly experiment: number } & (
  | {
      readonly because: "cards";
      /** Fewest cards that take every run; null where no number of them does. */
      readonly cardsNeeded: number | null;
    }
  | {
      /** Some run is thrown back before it reaches its next checkpoint, over and over. */
      readonly because: "interruptions";
    }
);

export interface ScheduledUse {
  /** Null where some runs cannot be done. */
  readonly hours: number | null;
  /** Null where all can. */
  readonly cannotRun: CannotRun | null;
  /** Card-hours that interruptions cost. */
  readonly lostCardHours: number;
  /** Card-hours that runs take more because they are spread over more cards than their fewest. */
  readonly spreadCardHours: number;
  readonly stretches: readonly UsageStretch[];
}

/**
 * The workload as it is scheduled on the cards of an offer. What interruptions lose is what a run does not get done of the hours that it
 * holds its cards, by the checkpoint interval that loses least (Daly 2006). Where a run fits on no such cards, or never ends on them, all the
 * work counts as spread evenly over them: the price is then that of the card-hours, and there is no time.
 */
export function scheduledUse(
  workload: Workload,
  policy: Policy,
  machine: MachineOfOffer,
  schedules: Schedules,
): ScheduledUse {
  const { interruptions, cards } = machine;
  const { schedule: found, scale } = schedules.of(workload, policy, machine);
  const cannotRun = found.feasible
    ? neverEnds(found, workload, () => schedules.of(workload, policy, { ...machine, interruptions: null }))
    : tooLarge(found.infeasible, workload);
  if (cannotRun !== null) {
    const evenly = { fromHours: 0, toHours: workOf(workload) / cards, cards };
    return { hours: null, cannotRun, lostCardHours: 0, spreadCardHours: 0, stretches: [evenly] };
  }
  const parts = found.jobs.flatMap((one) => (one === null ? [] : [beyondWork(one, jobAt(workload, one.job))]));
  const lostCardHours = interruptions === null ? 0 : parts.reduce((sum, { lost }) => sum + lost, 0);
  const spreadCardHours = parts.reduce((sum, { spread }) => sum + spread, 0);
  const stretches = stretchesOf(found.segments).map(
    ({ fromHours, toHours, cards: held }): UsageStretch => ({
      fromHours: fromHours * scale,
      toHours: toHours * scale,
      cards: held,
    }),
  );
  return { hours: found.hours * scale, cannotRun: null, lostCardHours, spreadCardHours, stretches };
}

const jobAt = ({ jobs }: Workload, index: number): Job => {
  const job = jobs[index];
  if (job === undefined) throw new RangeError("a schedule has a job that its workload does not have");
  return job;
};

/** The run that needs the most cards, of those that are too large; null where none is. */
export function tooLarge(infeasible: readonly InfeasibleJob[], workload: Workload): CannotRun | null {
  const [largest] = infeasible.toSorted((a, b) => b.minimumCards - a.minimumCards);
  if (largest === undefined) return null;
  const { job, minimumCards } = largest;
  const cardsNeeded = minimumCards < MORE_THAN_ANY_CLUSTER ? minimumCards : null;
  return { because: "cards", experiment: jobAt(workload, job).stage, cardsNeeded };
}

/** The longest run of work that would end if nothing interrupted it. */
function neverEnds({ hours, jobs }: Schedule, workload: Workload, calm: () => ScaledSchedule): CannotRun | null {
  if (!isNever(hours)) return null;
  const { schedule: uninterrupted, scale } = calm();
  if (isNever(uninterrupted.hours * scale)) return null;
  const [longest] = jobs.filter((one) => one !== null).toSorted((a, b) => b.hoursPerRun - a.hoursPerRun);
  return longest === undefined ? null : { because: "interruptions", experiment: jobAt(workload, longest.job).stage };
}

/**
 * Card-hours that the runs of a job take beyond their work, on the cards that they can use: the rest of whole nodes that a large run holds
 * beside them is in neither part.
 */
function beyondWork({ cardsPerRun, hoursPerRun }: ScheduledJob, job: Job): { lost: number; spread: number } {
  const cards = Math.min(cardsPerRun, job.maxCards);
  const undisturbed = runHours(job, cards, null);
  return {
    lost: job.count * cards * (hoursPerRun - undisturbed),
    spread: job.lossPerDoubling === 0 ? 0 : job.count * (cards * undisturbed - job.work),
  };
}
