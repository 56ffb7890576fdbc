import { EventQueue } from "./event-queue.ts";
import { MOMENT } from "./moment.ts";

/** Equal pieces of work that stand next to each other in a list. */
export interface Item {
  readonly task: number;
  readonly stage: number;
  readonly pieces: number;
  /** Units of the machine that one piece holds. */
  readonly units: number;
  readonly hours: number;
  /** How many runs follow one another in these hours. */
  readonly waves: number;
  readonly limit: number | null;
  /** Runs of one piece that go on at once, as its limit counts them. */
  readonly runs: number;
}

export interface Started {
  readonly item: number;
  readonly from: number;
  readonly pieces: number;
}

/** Stages and limits, as a site has them. */
export interface Order {
  readonly after: readonly (readonly number[])[];
  readonly limits: readonly number[];
}

/**
 * List scheduling in which nothing passes: every piece starts as early as it can, but not before the one that stands before it
 * in the list. The list must hold stages after those that they follow.
 *
 * For a given list, more units never make it longer, unlike list scheduling with passing (Graham's anomalies): by induction over the list,
 * the sorted times at which units become free are none of them later on the larger machine, and so is each start. See
 * docs/decisions/0010.
 *
 * @param units all of them interchangeable, at least as many as the largest piece holds
 * @returns null where it would be no shorter than `shorterThan`
 */
export function inOrder(
  units: number,
  items: readonly Item[],
  { after, limits }: Order,
  shorterThan: number,
): { hours: number; started: readonly Started[] } | null {
  const queue = new EventQueue<{ to: number; units: number; limit: number | null; runs: number }>();
  const started: Started[] = [];
  const going = new Float64Array(limits.length);
  const ends = new Float64Array(after.length);
  const work = items.reduce((sum, { pieces, units: held, hours }) => sum + pieces * held * hours, 0);
  let mostIdle = (shorterThan * units - work) * (1 + MOMENT);
  let free = units;
  let now = 0;
  let hours = 0;

  const endOf = (stage: number): number => Math.max(ends[stage] as number, releaseOf(stage));
  const releaseOf = (stage: number): number =>
    (after[stage] ?? []).reduce((latest, one) => Math.max(latest, endOf(one)), 0);
  const endUntil = (moment: number) => {
    while (queue.first <= moment * (1 + MOMENT)) {
      const ended = queue.pop();
      if (ended === undefined) return;
      if (ended.to > now) {
        mostIdle -= free * (ended.to - now);
        now = ended.to;
      }
      free += ended.units;
      if (ended.limit !== null) going[ended.limit] = (going[ended.limit] as number) - ended.runs;
    }
  };

  let stage = -1;
  for (const [index, item] of items.entries()) {
    if (item.units > units) return null;
    if (item.stage !== stage) {
      stage = item.stage;
      endUntil(releaseOf(stage));
    }
    for (let left = item.pieces; left > 0; ) {
      endUntil(now);
      if (mostIdle < 0) return null;
      const slack =
        item.limit === null
          ? left
          : Math.floor(((limits[item.limit] as number) - (going[item.limit] as number)) / item.runs);
      const pieces = Math.min(left, slack, Math.floor(free / item.units));
      if (pieces <= 0) {
        endUntil(queue.first);
        continue;
      }
      const to = now + item.hours;
      if (to >= shorterThan) return null;
      free -= pieces * item.units;
      if (item.limit !== null) going[item.limit] = (going[item.limit] as number) + pieces * item.runs;
      queue.push({ to, units: pieces * item.units, limit: item.limit, runs: pieces * item.runs });
      started.push({ item: index, from: now, pieces });
      ends[item.stage] = Math.max(ends[item.stage] as number, to);
      hours = Math.max(hours, to);
      left -= pieces;
    }
  }
  return { hours, started };
}
