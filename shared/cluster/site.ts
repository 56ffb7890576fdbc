import { Choices, heldCards, largestRun } from "./allotment.ts";
import type { Workload } from "./job.ts";
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

/** Work and the machine that it is to be done on. */
export interface Site {
  readonly machine: Machine;
  /** Whether the machine takes every task; a task that it does not take has its fewest cards as its one choice. */
  readonly takesAll: boolean;
  readonly tasks: readonly Task[];
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
  const tasks = jobs.map((index): Task => {
    const job = workload.jobs[index];
    if (job === undefined) throw new RangeError(`job ${index} of a workload of ${workload.jobs.length}`);
    const need = heldCards(job.minCards, machine.cardsPerNode);
    const choices = new Choices(job, machine.cardsPerNode, Math.max(most, need), reliability);
    return { job: index, stage: job.stage, count: job.count, limit: job.limit, choices };
  });
  const takesAll = tasks.every((task) => task.choices.fewest.held <= most);
  return { machine, takesAll, tasks, after, before, stageOrder: orderOfStages(after), limits };
}

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
