import { TIE } from "./allotment.ts";
import type { Best } from "./best.ts";
import { bestSize, type Method } from "./best-size.ts";
import { bothWays, type Ways } from "./both-ways.ts";
import { filledDeadline } from "./filled.ts";
import type { Job, Workload } from "./job.ts";
import { NEXT_TO_NOTHING } from "./limits-of-search.ts";
import { listByBound, listByStage } from "./lists.ts";
import { type LowerBound, lowerBound } from "./lower-bound.ts";
import type { Machine, Reliability } from "./machine.ts";
import type { Policy } from "./policy.ts";
import { retimed } from "./retimed.ts";
import type { InfeasibleJob } from "./schedule-types.ts";
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

/** Jobs that are scheduled together, with the stages as they are to be kept. */
interface Group {
  readonly workload: Workload;
  /** Indexes into the workload's jobs, in an order that does not depend on how they are listed. */
  readonly jobs: readonly number[];
}

/** Work that can be done on a machine, and the least that it takes there. */
export interface Work {
  readonly all: Group;
  /** The experiments one after another, each alone. */
  readonly stages: readonly Group[];
  readonly machine: Machine;
  readonly reliability: Reliability | null;
  readonly bound: LowerBound;
  /** How the jobs of a group are looked for. */
  readonly inWay: (method: Method, group: Group) => Method;
}

/** What of a workload runs on a machine. */
export function workOn(
  workload: Workload,
  machine: Machine,
  reliability: Reliability | null,
  infeasible: readonly InfeasibleJob[],
): Work {
  const left = new Set(infeasible.map(({ job }) => job));
  const jobs = workload.jobs.map((_, job) => job).filter((job) => !left.has(job));
  jobs.sort((a, b) => compareJobs(workload.jobs[a] as Job, workload.jobs[b] as Job));
  const alone: Workload = { ...workload, after: workload.after.map(() => []) };
  const stages = orderOfStages(workload.after)
    .map((stage) => ({ workload: alone, jobs: jobs.filter((job) => workload.jobs[job]?.stage === stage) }))
    .filter((group) => group.jobs.length > 0);
  const bound = lowerBound(siteOf(workload, jobs, machine, reliability));
  return { all: { workload, jobs }, stages, machine, reliability, bound, inWay: (method) => method };
}

/** The same work with failures and without them, each search of the one known to the other. */
export function workBothWays(failureFree: Work, reliability: Reliability): { failing: Work; failureFree: Work } {
  const known = new Map<Group, Map<Method, Ways>>();
  const waysOf = (method: Method, group: Group): Ways => {
    const own = known.get(group) ?? new Map<Method, Ways>();
    known.set(group, own);
    const ways = own.get(method) ?? bothWays(method, group.workload, group.jobs, reliability);
    own.set(method, ways);
    return ways;
  };
  const { all, machine } = failureFree;
  return {
    failing: {
      ...failureFree,
      reliability,
      bound: lowerBound(siteOf(all.workload, all.jobs, machine, reliability)),
      inWay: (method, group) => waysOf(method, group).failing,
    },
    failureFree: { ...failureFree, inWay: (method, group) => waysOf(method, group).failureFree },
  };
}

/**
 * Schedules that follow one another: one for each experiment where they are done in sequence, else one for all. The shortest is the
 * shortest of all policies, but for a thousandth of T*.
 */
export function partsOf(work: Work, policy: Policy): readonly Best[] {
  let parts = ownParts(work, policy);
  if (policy !== "shortest" || hoursOf(parts) <= work.bound.hours * NEXT_TO_NOTHING) return parts;
  for (const other of [(hours: number) => bestOf(work, PRIORITY, hours), (hours: number) => inSequence(work, hours)]) {
    const hours = hoursOf(parts);
    const found = hours <= work.bound.hours * (1 + TIE) ? null : other(hours);
    if (found !== null) parts = "hours" in found ? [found] : found;
  }
  return parts;
}

/** The same, looked for in the policy's own way alone. */
export function ownParts(work: Work, policy: Policy): readonly Best[] {
  if (work.all.jobs.length === 0) return [];
  if (policy === "sequence") return someOf(inSequence(work));
  return [someOf(bestOf(work, policy === "priority" ? PRIORITY : SHORTEST))];
}

/** The shorter of what is found without failures, and what is found with them less the hours that they take. */
export function shorterParts(own: readonly Best[], failing: readonly Best[], { all, machine }: Work): readonly Best[] {
  const stripped: Best[] = [];
  for (const part of failing) {
    const jobs = part.tasks.map(({ job }) => job);
    const { tasks } = siteOf(all.workload, jobs, { ...machine, cards: part.cards }, null);
    const allotments = part.allotments.map(
      ({ cards }, task) => tasks[task]?.choices.on(cards) as Best["allotments"][0],
    );
    const made = retimed(part.stretches, (task) => allotments[task]?.hours ?? 0);
    if (made === null) return own;
    stripped.push({ ...part, tasks, allotments, ...made });
  }
  return hoursOf(stripped) < hoursOf(own) * (1 - TIE) ? stripped : own;
}

export const hoursOf = (parts: readonly Best[]): number => parts.reduce((sum, part) => sum + part.hours, 0);

const bestOf = (work: Work, method: Method, atMost?: number): Best | null =>
  bestOfGroup(work, work.all, method, atMost);

const bestOfGroup = (
  { machine, reliability, inWay }: Work,
  group: Group,
  method: Method,
  atMost?: number,
): Best | null => bestSize(group.workload, group.jobs, machine, reliability, inWay(method, group), atMost);

/** One experiment after another, each as short as can be; null where that is no shorter than `atMost`. */
function inSequence(work: Work, atMost = Number.POSITIVE_INFINITY): Best[] | null {
  const { machine, reliability } = work;
  const stages = work.stages.map((group, at) => {
    const site = siteOf(group.workload, group.jobs, machine, reliability);
    return { at, group, least: filledDeadline(site.kinds, machine.cards, lowerBound(site).hours).leastHours };
  });
  /** What is left when all that is still to come takes the least that it can. */
  let slack = atMost - stages.reduce((sum, { least }) => sum + least, 0);
  const parts = new Map<number, Best>();
  // The longest first: they decide soonest whether all are short enough together.
  for (const { at, group, least } of stages.toSorted((a, b) => b.least - a.least)) {
    const part = slack > 0 ? bestOfGroup(work, group, SHORTEST, least + slack) : null;
    if (part === null) return null;
    slack -= part.hours - least;
    parts.set(at, part);
  }
  return slack > 0 ? stages.map(({ at }) => parts.get(at) as Best) : null;
}

/** Without a limit of hours there is a schedule for what can run. */
function someOf<T>(found: T | null): T {
  if (found === null) throw new RangeError("a machine that takes all of the jobs has a schedule for them");
  return found;
}

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
