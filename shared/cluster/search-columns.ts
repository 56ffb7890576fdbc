import type { Allotment } from "./allotment.ts";
import { balancedCards } from "./balanced-cards.ts";
import { packInColumns } from "./columns.ts";
import { fittingCards } from "./fitting-cards.ts";
import type { Found } from "./found.ts";
import type { Site, Task } from "./site.ts";

/** Deadlines that are tried, as parts of the shortest one that the work fits under. */
const DEADLINES = [1, 1.0005, 1.004, 1.02];
/** Two ways to give cards: pieces that are small either way, and pieces that fill the time, so many after one another. */
const WAYS = [balancedCards, fittingCards];
/** Runs under a limit are counted over time, so that many of them would take long. */
const MOST_LIMITED = 300;
/** Free time without which packing does not work out as a rule. */
const LEAST_FREE = 0.0003;

/** Whether runs can be packed in columns: none waits for another. */
export function isPackable({ tasks, after }: Site): boolean {
  let limited = 0;
  for (const { stage, limit } of tasks) {
    if ((after[stage] as readonly number[]).length > 0) return false;
    if (limit !== null) limited++;
  }
  return limited <= MOST_LIMITED;
}

/**
 * Packs runs that wait for nothing under deadlines a little longer than the one that their work fits under; the first that works out.
 *
 * @param filledHours the deadline that the work fits under
 * @returns null where none works out
 */
export function searchColumns(site: Site, filledHours: number): Found | null {
  for (const part of DEADLINES) {
    const deadline = filledHours * part;
    for (const cardsOf of WAYS) {
      const allotments = site.tasks.map((task) => cardsOf(site, task, deadline));
      if (!leavesRoom(site, allotments, deadline)) continue;
      const batches = packInColumns(site, allotments, deadline);
      if (batches === null) continue;
      const hours = batches.reduce((last, { to }) => Math.max(last, to), 0);
      return { hours, batches, recipe: { allotments, order: new Int32Array(0) } };
    }
  }
  return null;
}

function leavesRoom({ tasks, machine }: Site, allotments: readonly Allotment[], deadline: number): boolean {
  const most = deadline * machine.cards * (1 - LEAST_FREE);
  let area = 0;
  for (const [index, { held, hours }] of allotments.entries()) {
    if (hours > deadline) return false;
    area += held * hours * (tasks[index] as Task).count;
  }
  return area <= most;
}
