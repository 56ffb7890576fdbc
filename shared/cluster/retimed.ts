import type { Stretch } from "./best.ts";

/**
 * A schedule with other hours of each run: every run keeps its cards and starts as soon as all that had ended before it has ended.
 *
 * What goes on at once has done so before: two stretches of which one followed the other still follow each other, and stretches of which
 * any two overlap overlap at one moment (Helly's theorem on a line). So cards, nodes, limits and stages are kept as they were. Where no run
 * takes longer than before, nothing starts or ends later, by induction over the starts.
 *
 * @param hoursOf new hours of one run of a task
 * @returns null where a stretch is so short beside the whole that its end is rounded to its start
 * @example two runs on one card, of 3 h and then 2 h, that now take 2 h and 1 h: the second from 2 h to 3 h
 */
export function retimed(
  stretches: readonly Stretch[],
  hoursOf: (task: number) => number,
): { hours: number; stretches: Stretch[] } | null {
  if (stretches.some(({ from, to }) => from === to)) return null;
  const byStart = stretches.toSorted((a, b) => a.from - b.from);
  const newEnds = new Float64Array(byStart.length);
  const byEnd = Int32Array.from(byStart.keys()).sort((a, b) => (byStart[a] as Stretch).to - (byStart[b] as Stretch).to);
  let [ended, start, hours] = [0, 0, 0];
  const made = byStart.map((stretch, at): Stretch => {
    for (; ended < byEnd.length; ended++) {
      const before = byEnd[ended] as number;
      if ((byStart[before] as Stretch).to > stretch.from) break;
      start = Math.max(start, newEnds[before] as number);
    }
    const to = start + stretch.waves * hoursOf(stretch.task);
    newEnds[at] = to;
    hours = Math.max(hours, to);
    return { ...stretch, from: start, to };
  });
  return { hours, stretches: made };
}
