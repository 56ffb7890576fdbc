import type { Job, Workload } from "../../cluster/job.ts";
import type { Machine, Reliability } from "../../cluster/machine.ts";
import type { Policy } from "../../cluster/policy.ts";
import { schedule } from "../../cluster/schedule.ts";
import type { Schedule } from "../../cluster/schedule-types.ts";

export interface MachineOfOffer extends Machine {
  /** Null where nothing interrupts the runs. */
  readonly interruptions: Reliability | null;
}

/** A schedule, and what its hours are to be multiplied by. */
export interface ScaledSchedule {
  readonly schedule: Schedule;
  readonly scale: number;
}

/** Schedules kept; more are not worth their memory. */
const MOST_KEPT = 500;
const DIGITS = 9;

/**
 * Makes schedules, and keeps them: offers of many providers are for the same number of cards, and another kind of card does the same work
 * in as much more or less time, run by run. So what is scheduled has all of its work taken for one card-hour. Where runs are
 * interrupted, hours are not in proportion, and they stay as they are.
 */
export class Schedules {
  readonly #kept = new Map<string, Schedule>();

  of(workload: Workload, policy: Policy, machine: MachineOfOffer): ScaledSchedule {
    const { interruptions } = machine;
    const total = interruptions === null ? workOf(workload) || 1 : 1;
    const jobs =
      interruptions === null
        ? workload.jobs.map((job): Job => ({ ...job, work: Number((job.work / total).toPrecision(DIGITS)) }))
        : workload.jobs;
    // What rounding took is given back, so that the whole is what it was.
    const scale = interruptions === null ? total / (workOf({ jobs }) || 1) : 1;
    // Names of jobs say nothing of when they run.
    const key = JSON.stringify([
      jobs.map(({ id: _, ...job }) => job),
      workload.after,
      workload.limits,
      policy,
      machine,
    ]);
    const before = this.#kept.get(key);
    if (before !== undefined) return { schedule: before, scale };
    const made = schedule({ ...workload, jobs }, machine, policy, interruptions);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, made);
    return { schedule: made, scale };
  }
}

/** Card-hours of all runs, each on its fewest cards. */
export const workOf = ({ jobs }: Pick<Workload, "jobs">): number =>
  jobs.reduce((sum, { count, work }) => sum + count * work, 0);
