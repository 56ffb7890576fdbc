import { Choices, heldCards, largestRun } from "./allotment.ts";
import type { Job, Workload } from "./job.ts";
import type { Machine, Reliability } from "./machine.ts";

/** A job on a machine. */
export interface Task {
  /** Index into the jobs of the workload. */
  readonly job: number;
  readonly stage: number;
  readonly count: number;
  readonly limit: number | null;
  readonly choices: Choices;
}

/** Runs that take the same cards in the same time: a plan has the same model in several experiments. */
export interface Kind {
  /** Of all its tasks together. */
  readonly count: number;
  readonly choices: Choices;
}

/** Work and the machine that it is to be done on. */
export interface Site {
  readonly machine: Machine;
  /** Whether the machine takes every task; a task that it does not take has its fewest cards as its one choice. */
  readonly takesAll: boolean;
  readonly tasks: readonly Task[];
  /** The runs of all tasks by what they can be given: tasks of one kind have the same `choices`. */
  readonly kinds: readonly Kind[];
  /** By stage: the stages that it follows. */
  readonly after: readonly (readonly number[])[];
  /** By stage: the stages that follow it. */
  readonly before: readonly (readonly number[])[];
  /** All stages so that each stands after those that it follows, else in the order of their priority. */
  readonly stageOrder: readonly number[];
  readonly limits: readonly number[];
}

/** @param jobs indexes of the jobs to schedule */
export function siteOf(
  workload: Workload,
  jobs: readonly number[],
  machine: Machine,
  reliability: Reliability | null,
): Site {
  const { after, limits } = workload;
  const most = largestRun(machine);
  const before: number[][] = after.map(() => []);
  after.forEach((stages, stage) => {
    for (const earlier of stages) before[earlier]?.push(stage);
  });
  const kinds = new Map<Job, { count: number; readonly choices: Choices }>();
  const kindOf = (alike: Job) => {
    const known = kinds.get(alike);
    if (known !== undefined) return known;
    const need = heldCards(alike.minCards, machine.cardsPerNode);
    const kind = { count: 0, choices: new Choices(alike, machine.cardsPerNode, Math.max(most, need), reliability) };
    kinds.set(alike, kind);
    return kind;
  };
  const alike = firstsAlike(workload.jobs);
  const tasks = jobs.map((index): Task => {
    const job = workload.jobs[index];
    if (job === undefined) throw new RangeError(`job ${index} of a workload of ${workload.jobs.length}`);
    const kind = kindOf(alike[index] as Job);
    kind.count += job.count;
    return { job: index, stage: job.stage, count: job.count, limit: job.limit, choices: kind.choices };
  });
  return {
    ...{ machine, tasks, after, before, limits },
    kinds: [...kinds.values()],
    takesAll: tasks.every((task) => task.choices.fewest.held <= most),
    stageOrder: orderOfStages(after),
  };
}

const FIRSTS = new WeakMap<readonly Job[], readonly Job[]>();

/** For each job the first one whose runs are the same. */
function firstsAlike(jobs: readonly Job[]): readonly Job[] {
  const known = FIRSTS.get(jobs);
  if (known !== undefined) return known;
  const byWork = new Map<number, Job[]>();
  const firsts = jobs.map((job) => {
    const same = byWork.get(job.work);
    if (same === undefined) byWork.set(job.work, [job]);
    const first = same?.find((one) => isAlike(one, job));
    if (same !== undefined && first === undefined) same.push(job);
    return first ?? job;
  });
  FIRSTS.set(jobs, firsts);
  return firsts;
}

const isAlike = (a: Job, b: Job): boolean =>
  a.minCards === b.minCards &&
  a.maxCards === b.maxCards &&
  a.lossPerDoubling === b.lossPerDoubling &&
  a.checkpoint?.writeHours === b.checkpoint?.writeHours &&
  a.checkpoint?.restartHours === b.checkpoint?.restartHours;

/**
 * The stages in an order in which each stands after all that it follows, earlier ones first.
 *
 * @throws RangeError where stages follow each other in a circle
 */
export function orderOfStages(after: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const state = after.map(() => 0);
  const visit = (stage: number): void => {
    if (state[stage] === 2) return;
    if (state[stage] === 1) throw new RangeError(`stage ${stage} follows itself; allowed: stages without a circle`);
    state[stage] = 1;
    for (const earlier of after[stage] ?? []) visit(earlier);
    state[stage] = 2;
    order.push(stage);
  };
  after.forEach((_, stage) => {
    visit(stage);
  });
  return order;
}
