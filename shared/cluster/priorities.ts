import type { Allotment } from "./allotment.ts";
import type { Site } from "./site.ts";

/** The orders in which tasks are tried. */
export type OrderKind = "path" | "longest" | "work" | "widest" | "stage" | "reverse";

/**
 * Tasks by priority, the first one first; equal ones stay in the order in which they stand.
 *
 * - `path`: the longest way from the start of a run to the end of all that waits for it;
 * - `longest`: the longest run; `work`: the most hours of all runs of a task together; `widest`: the most cards;
 * - `stage`: the stages as they follow each other; `reverse`: the other way round.
 */
export function orderTasks(site: Site, allotments: readonly Allotment[], kind: OrderKind): Int32Array {
  const key = new Float64Array(site.tasks.length);
  const second = new Float64Array(site.tasks.length);
  const rank = kind === "stage" || kind === "reverse" ? ranks(site) : null;
  const tail = kind === "path" ? tails(site, allotments) : null;
  for (const [index, { stage, count }] of site.tasks.entries()) {
    const { held, hours } = allotments[index] as Allotment;
    second[index] = hours;
    if (tail !== null) key[index] = hours + (tail[stage] as number);
    else if (rank !== null) key[index] = (rank[stage] as number) * (kind === "stage" ? -1 : 1);
    else if (kind === "longest") key[index] = hours;
    else if (kind === "work") key[index] = held * hours * count;
    else {
      key[index] = held;
    }
  }
  return sortByKeys(key, second);
}

/** By stage, what stands after it on its longest path: the bounds of the stages that wait for it. */
function tails(site: Site, allotments: readonly Allotment[]): Float64Array {
  const area = new Float64Array(site.after.length);
  const longest = new Float64Array(site.after.length);
  for (const [index, { stage, count }] of site.tasks.entries()) {
    const { held, hours } = allotments[index] as Allotment;
    area[stage] = (area[stage] as number) + count * held * hours;
    longest[stage] = Math.max(longest[stage] as number, hours);
  }
  const tail = new Float64Array(site.after.length);
  for (const stage of site.stageOrder.toReversed()) {
    for (const next of site.before[stage] as readonly number[]) {
      const own = Math.max((area[next] as number) / site.machine.cards, longest[next] as number);
      tail[stage] = Math.max(tail[stage] as number, own + (tail[next] as number));
    }
  }
  return tail;
}

function ranks({ stageOrder }: Site): Int32Array {
  const rank = new Int32Array(stageOrder.length);
  stageOrder.forEach((stage, at) => {
    rank[stage] = at;
  });
  return rank;
}

/** Indexes by falling key, then by falling second key, then as they stand. */
function sortByKeys(key: Float64Array, second: Float64Array): Int32Array {
  return Int32Array.from(key.keys()).sort(
    (a, b) => (key[b] as number) - (key[a] as number) || (second[b] as number) - (second[a] as number) || a - b,
  );
}
