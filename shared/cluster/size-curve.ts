import type { Workload } from "./job.ts";
import type { Machine, Reliability } from "./machine.ts";
import type { Policy } from "./policy.ts";
import { ownHours } from "./schedule.ts";

/** How long the work takes on one size of cluster; null where some run does not fit on it. */
export interface SizePoint {
  readonly cards: number;
  readonly idealHours: number;
  readonly scheduledHours: number | null;
  /** With failures; null too where no reliability is given. */
  readonly expectedHours: number | null;
}

export interface SizeCurve {
  readonly points: readonly SizePoint[];
  /** The fewest cards with which the schedule is within a percent of the shortest that any size of the curve has; null where no size takes all the work. */
  readonly enoughCards: number | null;
}

const LARGEST = 1_000_000;
const PER_DECADE = 5;
/** What more cards must gain in all to be worth showing; and how near that size is looked for, to the card below a hundred. */
const GAIN = 1.01;

/**
 * Ideal, scheduled and expected hours from 1 to 1,000,000 cards, five sizes a decade, and where more cards stop helping. Each is of the
 * policy's own search: a curve is drawn on a scale on which nobody sees what the others would win.
 *
 * @example one run of 8 card-hours on at most 4 cards: 8 h on 1 card, 2 h on 4 and on all larger ones; 4 cards are enough
 */
export function sizeCurve(
  workload: Workload,
  { cardsPerNode }: Pick<Machine, "cardsPerNode">,
  policy: Policy,
  reliability: Reliability | null,
): SizeCurve {
  const work = workload.jobs.reduce((sum, job) => sum + job.count * job.work, 0);
  const hoursOn = (cards: number, failures: Reliability | null) =>
    ownHours(workload, { cards, cardsPerNode }, policy, failures);
  const points = sizes().map((cards) => ({
    cards,
    idealHours: work / cards,
    ...(hoursOn(cards, reliability) ?? { scheduledHours: null, expectedHours: null }),
  }));
  const shortest = points.at(-1)?.scheduledHours ?? null;
  if (shortest === null) return { points, enoughCards: null };
  const isEnough = (hours: number | null) => hours !== null && hours <= shortest * GAIN;
  const first = points.findIndex((point) => isEnough(point.scheduledHours));
  let low = points[first - 1]?.cards ?? 0;
  let high = points[first]?.cards ?? LARGEST;
  while (high - low > 1 && high > low * GAIN) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(hoursOn(middle, null)?.scheduledHours ?? null)) high = middle;
    else low = middle;
  }
  return { points, enoughCards: high };
}

/** 1, 2, 3, 4, 6, 10, 16, 25, … 1,000,000. */
function sizes(): number[] {
  const steps = Math.round(Math.log10(LARGEST) * PER_DECADE);
  return [...new Set(Array.from({ length: steps + 1 }, (_, step) => Math.round(10 ** (step / PER_DECADE))))];
}
