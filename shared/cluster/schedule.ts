import { type Allotment, TIE } from "./allotment.ts";
import type { Best } from "./best.ts";
import { bestSize, type Method } from "./best-size.ts";
import { filledDeadline } from "./filled.ts";
import { infeasibleJobs } from "./infeasible.ts";
import type { Job, Workload } from "./job.ts";
import { listByBound, listByStage } from "./lists.ts";
import { type LowerBound, lowerBound } from "./lower-bound.ts";
import type { Machine, Reliability } from "./machine.ts";
import type { Policy } from "./policy.ts";
import type { Binding, InfeasibleJob, Schedule, ScheduledJob, Segment, Span } from "./schedule-types.ts";
import { search } from "./search.ts";
import { searchByStage } from "./search-by-stage.ts";
import { orderOfStages, siteOf } from "./site.ts";
import { COARSE_SIZES, FINE_SIZES } from "./sizes.ts";
import { cardsByStage } from "./stage-cards.ts";

const SHORTEST: Method = { search, lists: [(site, bound) => listByBound(site, bound, "path")], sizes: FINE_SIZES };
const PRIORITY: Method = {
  search: searchByStage,
  lists: [(site) => listByStage(site, cardsByStage(site)), (site, bound) => listByBound(site, bound, "stage")],
  sizes: COARSE_SIZES,
};

/** A schedule so little longer than T* is taken as it is: no policy can win more than that. */
const NEXT_TO_NOTHING = 1.001;

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
  const { bound } = work;
  const parts = partsOf(work, policy);
  const hours = hoursOf(parts);
  const shown = timelineOf(workload, parts);
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
    idleCardHours: Math.max(cardHours - busyCardHours, 0),
    utilisation: cardHours === 0 ? 0 : Math.min(busyCardHours / cardHours, 1),
    binding: bindingOf(hours, bound, policy, () => hoursOf(partsOf(work, "shortest"))),
    feasible: infeasible.length === 0,
    infeasible,
    ...shown,
  };
}

/**
 * How long the schedule of a policy is that is looked for in its own way alone: `schedule` may find a shorter one among those of the other
 * policies, and takes longer for it. Null where the machine cannot run all jobs.
 *
 * @example five runs of 6 card-hours on exactly 1 card, 4 cards: 12 h
 */
export function ownHours(
  workload: Workload,
  machine: Machine,
  policy: Policy,
  reliability: Reliability | null,
): number | null {
  const infeasible = infeasibleJobs(workload, machine);
  return infeasible.length > 0 ? null : hoursOf(ownParts(workOn(workload, machine, reliability, infeasible), policy));
}

function workOn(
  workload: Workload,
  machine: Machine,
  reliability: Reliability | null,
  infeasible: readonly InfeasibleJob[],
): Work {
  const left = new Set(infeasible.map(({ job }) => job));
  const jobs = workload.jobs.map((_, job) => job).filter((job) => !left.has(job));
  jobs.sort((a, b) => compareJobs(workload.jobs[a] as Job, workload.jobs[b] as Job));
  const bound = lowerBound(siteOf(workload, jobs, machine, reliability));
  return { workload, jobs, machine, reliability, bound };
}

/**
 * Schedules that follow one another: one for each experiment where they are done in sequence, else one for all. The shortest is the
 * shortest of all policies, but for a thousandth of T*.
 */
function partsOf(work: Work, policy: Policy): readonly Best[] {
  let parts = ownParts(work, policy);
  if (policy !== "shortest" || hoursOf(parts) <= work.bound.hours * NEXT_TO_NOTHING) return parts;
  for (const other of [(hours: number) => bestOf(work, PRIORITY, hours), (hours: number) => inSequence(work, hours)]) {
    const hours = hoursOf(parts);
    const found = hours <= work.bound.hours * (1 + TIE) ? null : other(hours);
    if (found !== null) parts = "hours" in found ? [found] : found;
  }
  return parts;
}

function ownParts(work: Work, policy: Policy): readonly Best[] {
  if (work.jobs.length === 0) return [];
  if (policy === "sequence") return someOf(inSequence(work));
  return [someOf(bestOf(work, policy === "priority" ? PRIORITY : SHORTEST))];
}

/** Work that can be done on a machine, and the least that it takes there. */
interface Work {
  readonly workload: Workload;
  readonly jobs: readonly number[];
  readonly machine: Machine;
  readonly reliability: Reliability | null;
  readonly bound: LowerBound;
}

const bestOf = ({ workload, jobs, machine, reliability }: Work, method: Method, atMost?: number): Best | null =>
  bestSize(workload, jobs, machine, reliability, method, atMost);

/** One experiment after another, each as short as can be; null where that is no shorter than `atMost`. */
function inSequence({ workload, jobs, machine, reliability }: Work, atMost = Number.POSITIVE_INFINITY): Best[] | null {
  const alone: Workload = { ...workload, after: workload.after.map(() => []) };
  const stages = orderOfStages(workload.after).flatMap((stage) => {
    const own = jobs.filter((job) => workload.jobs[job]?.stage === stage);
    if (own.length === 0) return [];
    const site = siteOf(alone, own, machine, reliability);
    return [{ own, least: filledDeadline(site.tasks, machine.cards, lowerBound(site).hours).leastHours }];
  });
  /** What is left when all that is still to come takes the least that it can. */
  let slack = atMost - stages.reduce((sum, { least }) => sum + least, 0);
  const parts = new Map<number, Best>();
  // The longest first: they decide soonest whether all are short enough together.
  for (const { at, own, least } of stages.map((one, at) => ({ ...one, at })).sort((a, b) => b.least - a.least)) {
    const part = slack > 0 ? bestSize(alone, own, machine, reliability, SHORTEST, least + slack) : null;
    if (part === null) return null;
    slack -= part.hours - least;
    parts.set(at, part);
  }
  return slack > 0 ? stages.map((_, at) => parts.get(at) as Best) : null;
}

/** Without a limit of hours there is a schedule for what can run. */
function someOf<T>(found: T | null): T {
  if (found === null) throw new RangeError("a machine that takes all of the jobs has a schedule for them");
  return found;
}

const hoursOf = (parts: readonly Best[]): number => parts.reduce((sum, part) => sum + part.hours, 0);

/** An order that depends on what jobs are, not on where they stand: those that compare equal are the same in all that counts. */
function compareJobs(a: Job, b: Job): number {
  return (
    a.stage - b.stage ||
    (a.limit ?? -1) - (b.limit ?? -1) ||
    b.work - a.work ||
    a.minCards - b.minCards ||
    a.maxCards - b.maxCards ||
    a.count - b.count ||
    a.lossPerDoubling - b.lossPerDoubling ||
    (a.checkpoint?.writeHours ?? -1) - (b.checkpoint?.writeHours ?? -1) ||
    (a.checkpoint?.restartHours ?? -1) - (b.checkpoint?.restartHours ?? -1)
  );
}

function timelineOf(workload: Workload, parts: readonly Best[]): Pick<Schedule, "jobs" | "stages" | "segments"> {
  const jobs: (ScheduledJob | null)[] = workload.jobs.map(() => null);
  const stages: (Span | null)[] = workload.after.map(() => null);
  const segments: Segment[] = [];
  let begin = 0;
  for (const { tasks, allotments, stretches, hours } of parts) {
    const lastOf = new Map<number, { -readonly [key in keyof Segment]: Segment[key] }>();
    for (const { task, from, to, runs } of stretches) {
      const { job, stage } = tasks[task] as Best["tasks"][number];
      const { held, hours: hoursPerRun } = allotments[task] as Allotment;
      const [startHours, endHours] = [begin + from, begin + to];
      const known = jobs[job] ?? { job, cardsPerRun: held, hoursPerRun, startHours, endHours };
      jobs[job] = { ...known, ...around(known, startHours, endHours) };
      stages[stage] = around(stages[stage] ?? { startHours, endHours }, startHours, endHours);
      const last = lastOf.get(task);
      if (last !== undefined && last.runs === runs && last.toHours === startHours) {
        last.toHours = endHours;
        continue;
      }
      const segment = { job, fromHours: startHours, toHours: endHours, runs, cards: runs * held };
      lastOf.set(task, segment);
      segments.push(segment);
    }
    begin += hours;
  }
  segments.sort((a, b) => a.fromHours - b.fromHours || a.job - b.job);
  return { jobs, stages, segments };
}

const around = (span: Span, startHours: number, endHours: number): Span => ({
  startHours: Math.min(span.startHours, startHours),
  endHours: Math.max(span.endHours, endHours),
});

function bindingOf(hours: number, bound: LowerBound, policy: Policy, shortestHours: () => number): Binding {
  if (hours <= bound.hours * NOTABLY) return { kind: bound.kind, job: bound.job, stage: bound.stage };
  const kind = policy !== "shortest" && shortestHours() < hours * (1 - TIE) ? "order" : "packing";
  return { kind, job: null, stage: null };
}
