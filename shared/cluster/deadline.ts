import type { Workload } from "./job.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Machine, Reliability } from "./machine.ts";
import type { Policy } from "./policy.ts";
import { schedule } from "./schedule.ts";
import type { Schedule } from "./schedule-types.ts";
import { siteOf } from "./site.ts";

/** The largest cluster that is looked at. */
const MOST_CARDS = 10_000_000;
/** A schedule that ends by so much later than the deadline, as a part of it, is in time: rounding alone. */
const IN_TIME = 1 + 1e-9;

/**
 * The fewest cards on which all the work ends by a deadline, and that schedule. Found by bisection, since more cards never take
 * longer; sizes that T* rules out are not scheduled.
 *
 * @returns null where not even 10,000,000 cards are enough
 * @example five runs of 6 hours on 1 card each, by 12 hours: 3 cards
 */
export function fewestCardsBy(
  workload: Workload,
  { cardsPerNode }: Pick<Machine, "cardsPerNode">,
  policy: Policy,
  reliability: Reliability | null,
  deadlineHours: number,
): { cards: number; schedule: Schedule } | null {
  const jobs = workload.jobs.map((_, job) => job);
  const mayBe = (cards: number) => {
    const site = siteOf(workload, jobs, { cards, cardsPerNode }, reliability);
    return site.takesAll && lowerBound(site).hours <= deadlineHours * IN_TIME;
  };
  const inTime = (cards: number) => {
    const made = schedule(workload, { cards, cardsPerNode }, policy, reliability);
    return made.feasible && made.hours <= deadlineHours * IN_TIME ? made : null;
  };
  if (!mayBe(MOST_CARDS)) return null;
  let low = bisect(0, MOST_CARDS, mayBe) - 1;
  // The least that T* lets through is close to the answer as a rule: from there in growing steps, then between the last two.
  let high = low + 1;
  let found = inTime(high);
  for (let step = 1; found === null; step *= 2) {
    if (high >= MOST_CARDS) return null;
    low = high;
    high = Math.min(Math.max(high + step, Math.ceil(high * 1.02)), MOST_CARDS);
    found = inTime(high);
  }
  let best = { cards: high, schedule: found };
  bisect(low, high, (cards) => {
    const made = inTime(cards);
    if (made !== null) best = { cards, schedule: made };
    return made !== null;
  });
  return best;
}

/** The least whole number above `low` that passes; `high` is known to. */
function bisect(low: number, high: number, passes: (at: number) => boolean): number {
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (passes(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** What of one stage ends by a deadline. */
export interface Fitting {
  readonly stage: number;
  readonly fits: "whole" | "part" | "none";
  /** When the stage ends; null where it does not by the deadline. */
  readonly endHours: number | null;
  /** Runs of each of its jobs that end by the deadline. */
  readonly jobs: readonly { readonly job: number; readonly runs: number; readonly of: number }[];
}

/**
 * What ends by a deadline when experiments are done by priority: for each stage all of it, so many runs of each job, or none. A stage
 * without jobs fits whole.
 *
 * @example two stages, of three runs and one run of 4 hours on 1 card each, 2 cards, by 6 hours: two runs of the first, none of the second
 */
export function fittingBy(
  workload: Workload,
  machine: Machine,
  reliability: Reliability | null,
  deadlineHours: number,
): Fitting[] {
  const { jobs, stages, segments } = schedule(workload, machine, "priority", reliability);
  const ended = workload.jobs.map(() => 0);
  for (const { job, fromHours, toHours, runs } of segments) {
    const hours = jobs[job]?.hoursPerRun ?? Number.POSITIVE_INFINITY;
    const waves = Math.round((toHours - fromHours) / hours);
    const inTime = Math.floor(((deadlineHours - fromHours) / hours) * IN_TIME);
    ended[job] = (ended[job] as number) + runs * Math.min(Math.max(inTime, 0), waves);
  }
  return workload.after.map((_, stage): Fitting => {
    const own = workload.jobs.flatMap(({ stage: at, count }, job) =>
      at === stage ? [{ job, runs: ended[job] as number, of: count }] : [],
    );
    const whole = own.every(({ runs, of }) => runs === of);
    const some = own.some(({ runs }) => runs > 0);
    return {
      stage,
      fits: whole ? "whole" : some ? "part" : "none",
      endHours: whole ? (stages[stage]?.endHours ?? 0) : null,
      jobs: own,
    };
  });
}
