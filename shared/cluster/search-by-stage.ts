import type { Allotment } from "./allotment.ts";
import type { Found } from "./found.ts";
import { MOST_STARTS } from "./limits-of-search.ts";
import { type ListResult, listSchedule } from "./list-schedule.ts";
import type { LowerBound } from "./lower-bound.ts";
import { orderTasks } from "./priorities.ts";
import type { Site, Task } from "./site.ts";

/** Deadlines, as parts of what a stage takes at the least, and orders within the stage. */
const WAYS = [
  [1 / 4, "longest"],
  [0, "longest"],
  [1, "longest"],
  [1, "widest"],
] as const;

/**
 * A schedule by priority: stage after stage gets the cards and the order with which it ends soonest beside the stages that go
 * before it, and what it does not use goes to the next. What comes later changes nothing of what stands.
 *
 * @param mustBeat hours; the answer is the same for any that is longer than the schedule
 * @returns null where there is no task, or where the schedule would be no shorter than `mustBeat`
 */
export function searchByStage(
  site: Site,
  bound: LowerBound,
  mustBeat: number = Number.POSITIVE_INFINITY,
): Found | null {
  const byStage: number[][] = site.after.map(() => []);
  for (const [index, task] of site.tasks.entries()) byStage[task.stage]?.push(index);
  const options = {
    shorterThan: mustBeat,
    strideUntil: bound.hours,
    byStage: true,
  };
  let allotments: readonly Allotment[] = site.tasks.map((task) => task.choices.fewest);
  let list: readonly number[] = [];
  let result: ListResult | null = null;
  let starts = 0;
  for (const stage of site.stageOrder) {
    const own = byStage[stage] as number[];
    if (own.length === 0) continue;
    const inStage = new Set(own);
    let best: { end: number; result: ListResult; allotments: readonly Allotment[]; list: readonly number[] } | null =
      null;
    for (const [part, kind] of starts > MOST_STARTS ? WAYS.slice(0, 1) : WAYS) {
      const tried = allotments.slice();
      for (const index of own) tried[index] = (site.tasks[index] as Task).choices.within(ownBound(site, own) * part);
      const order = [...list, ...orderTasks(site, tried, kind).filter((index) => inStage.has(index))];
      const found = listSchedule(site, { allotments: tried, order }, options);
      if (found.hours === Number.POSITIVE_INFINITY) continue;
      const end = found.batches.reduce(
        (latest, { task, to }) => (inStage.has(task) ? Math.max(latest, to) : latest),
        0,
      );
      if (best === null || end < best.end) best = { end, result: found, allotments: tried, list: order };
    }
    if (best === null || workOf(site, best.allotments) >= site.machine.cards * mustBeat) return null;
    ({ result, allotments, list } = best);
    starts += result.batches.length;
  }
  return result === null ? null : { ...result, recipe: { allotments, order: list } };
}

/** Card-hours of all tasks on the cards that they are given; for those that wait for their turn, the least they can have. */
const workOf = ({ tasks }: Site, allotments: readonly Allotment[]): number =>
  allotments.reduce((sum, { held, hours }, index) => sum + held * hours * (tasks[index] as Task).count, 0);

function ownBound({ tasks, machine }: Site, own: readonly number[]): number {
  let work = 0;
  let longest = 0;
  for (const index of own) {
    const { count, choices } = tasks[index] as Task;
    work += count * choices.fewest.held * choices.fewest.hours;
    longest = Math.max(longest, choices.fastest.hours);
  }
  return Math.max(work / machine.cards, longest);
}
