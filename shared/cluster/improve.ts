import type { Allotment } from "./allotment.ts";
import type { Found } from "./found.ts";
import { listSchedule } from "./list-schedule.ts";
import type { Recipe } from "./recipe.ts";
import type { Site, Task } from "./site.ts";

/** Larger workloads than this are left as they are: there is much to try, and little to gain. */
const MOST_TASKS = 12;
const MOST_RUNS = 40;
/** Schedules that are tried, at the most. */
const BUDGET = 800;

/** Whether a workload is small enough to be improved step by step. */
export const isSmall = ({ tasks }: Site): boolean =>
  tasks.length <= MOST_TASKS && tasks.reduce((sum, task) => sum + task.count, 0) <= MOST_RUNS;

/**
 * Improves the schedule of a small workload by one change after another, while one helps: other cards for a task, another place
 * in the list. Deterministic; of equally long schedules, the one whose work ends earlier on the whole goes on.
 */
export function improve(site: Site, start: Found, bound: number): Found {
  let best = start;
  let bestEnds = endsOf(start);
  let tried = 0;
  const attempt = (recipe: Recipe): boolean => {
    tried++;
    const found = listSchedule(site, recipe, {
      shorterThan: best.hours * (1 + 1e-9),
      strideUntil: 0,
      byStage: false,
    });
    if (found.hours === Number.POSITIVE_INFINITY) return false;
    const ends = endsOf({ ...found, recipe });
    const shorter = found.hours < best.hours * (1 - 1e-9);
    if (!shorter && ends >= bestEnds * (1 - 1e-9)) return false;
    best = { ...found, recipe };
    bestEnds = ends;
    return true;
  };
  for (let improved = true; improved; ) {
    improved = false;
    for (const recipe of neighbours(site, best.recipe, best.hours)) {
      if (tried >= BUDGET || best.hours <= bound * (1 + 1e-9)) return best;
      if (attempt(recipe)) {
        improved = true;
        break;
      }
    }
  }
  return best;
}

/** Hours at which cards become free, weighed by the cards. */
function endsOf({ batches, recipe }: Found): number {
  return batches.reduce((sum, { to, runs, task }) => sum + to * runs * (recipe.allotments[task] as Allotment).held, 0);
}

function* neighbours(site: Site, { allotments, order }: Recipe, hours: number): Generator<Recipe> {
  const list = Array.from(order);
  for (const [index, task] of site.tasks.entries()) {
    for (const allotment of otherCards(task, allotments[index] as Allotment, hours, site.machine.cardsPerNode)) {
      yield { allotments: allotments.with(index, allotment), order };
    }
  }
  for (let from = 0; from < list.length; from++) {
    for (let to = 0; to < list.length; to++) {
      if (from === to) continue;
      const moved = list.toSpliced(from, 1);
      moved.splice(to, 0, list[from] as number);
      yield { allotments, order: moved };
    }
  }
  // Two changes at once, where one alone leads nowhere: two tasks get other cards.
  for (const [index, task] of site.tasks.entries()) {
    for (const allotment of otherCards(task, allotments[index] as Allotment, hours, site.machine.cardsPerNode)) {
      const first = allotments.with(index, allotment);
      for (let other = index + 1; other < site.tasks.length; other++) {
        for (const second of otherCards(
          site.tasks[other] as Task,
          allotments[other] as Allotment,
          hours,
          site.machine.cardsPerNode,
        )) {
          yield { allotments: first.with(other, second), order };
        }
      }
    }
  }
}

function otherCards({ choices }: Task, now: Allotment, hours: number, cardsPerNode: number): Allotment[] {
  const { fewest, fastest } = choices;
  const wanted = [
    now.held + 1,
    now.held > cardsPerNode ? now.held - cardsPerNode : now.cards - 1,
    fastest.cards,
    fewest.cards,
    now.cards * 2,
    Math.floor(now.cards / 2),
  ];
  const found = wanted
    .filter((cards) => cards >= fewest.cards && cards <= fastest.cards)
    .map((cards) => choices.on(cards))
    .concat([choices.within(hours / 2), choices.within(hours / 3)]);
  return found.filter(
    (one, index) => one.cards !== now.cards && found.findIndex((other) => other.cards === one.cards) === index,
  );
}
