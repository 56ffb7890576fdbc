import type { Allotment } from "./allotment.ts";
import type { Found } from "./found.ts";
import { listSchedule } from "./list-schedule.ts";
import { listByStage, onCards } from "./lists.ts";
import type { LowerBound } from "./lower-bound.ts";
import { orderTasks } from "./priorities.ts";
import type { Site, Task } from "./site.ts";
import { cardsByStage } from "./stage-cards.ts";

/** A machine of so many times the widest run is large: cards that one run waits for are few. */
const LARGE = 64;

/**
 * A schedule by priority: each stage has the cards with which it would end soonest alone, starts its longest runs first, and lends what it
 * does not use to the next. No run waits for one of a later stage.
 *
 * Where hardly a card waits for a run to take it, all runs start in the order of the list, none passing another; else those of a
 * later stage pass where it is certain that no earlier run could start on their cards.
 *
 * @param mustBeat hours; the answer is the same for any that is longer than the schedule
 * @returns null where there is no task, or where the schedule would be no shorter than `mustBeat`
 */
export function searchByStage(
  site: Site,
  bound: LowerBound,
  mustBeat: number = Number.POSITIVE_INFINITY,
): Found | null {
  if (site.tasks.length === 0) return null;
  const allotments = cardsByStage(site);
  if (flows(site, allotments)) {
    const made = onCards(listByStage(site, allotments), site.machine.cards, mustBeat);
    return made === null ? null : { hours: made.hours, batches: made.stretches, recipe: { allotments, order: [] } };
  }
  const recipe = { allotments, order: orderTasks(site, allotments, "stage") };
  const found = listSchedule(site, recipe, { shorterThan: mustBeat, strideUntil: bound.hours, byStage: true });
  return found.hours === Number.POSITIVE_INFINITY ? null : { ...found, recipe };
}

/** Whether runs of a list hardly wait for anything but their turn: no stage for another, no run for many cards or under a limit. */
function flows({ tasks, after, limits, machine }: Site, allotments: readonly Allotment[]): boolean {
  return allotments.every(({ held }, index) => {
    const { stage, limit } = tasks[index] as Task;
    const atOnce = limit === null ? Number.POSITIVE_INFINITY : (limits[limit] as number);
    return (
      held * LARGE <= machine.cards &&
      held * atOnce * 2 >= machine.cards &&
      (after[stage] as readonly number[]).length === 0
    );
  });
}
