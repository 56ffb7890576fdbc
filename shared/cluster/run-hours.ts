import { bestInterval, goodput } from "./goodput.ts";
import type { Job } from "./job.ts";
import type { Reliability } from "./machine.ts";

/**
 * Hours of one run of a job on so many cards: in proportion to them, less what is lost at each doubling above the fewest, and
 * with failures the expected hours: those of the work ÷ goodput.
 *
 * @param cards from the job's fewest to its most, not checked
 * @example 8 card-hours from 1 card on, loss 0.1, no failures: 4 cards take 8 / (4 × 0.9²) = 2.469 h
 */
export function runHours(job: Job, cards: number, reliability: Reliability | null): number {
  const hours =
    job.lossPerDoubling === 0
      ? job.work / cards
      : job.work / (cards * (cards / job.minCards) ** Math.log2(1 - job.lossPerDoubling));
  return reliability === null ? hours : hours / runGoodput(job, cards, hours, reliability);
}

/**
 * The same for one job, each number of cards worked out once where cards fail: a search asks for the same ones over and over, at every
 * size of the machine. What is known of a job goes away with the job or the reliability.
 */
export function hoursOnce(job: Job, reliability: Reliability | null): (cards: number) => number {
  if (reliability === null) return (cards) => runHours(job, cards, null);
  const known = knownHours(job, reliability);
  return (cards) => {
    let hours = known.get(cards);
    if (hours === undefined) {
      hours = runHours(job, cards, reliability);
      known.set(cards, hours);
    }
    return hours;
  };
}

/** What is worked out of one reliability. */
interface Known {
  /** By job and by cards: hours of a run. */
  readonly hours: WeakMap<Job, Map<number, number>>;
  /** By hours to write and by cards: the best time from one checkpoint to the next, which all runs of so many cards share. */
  readonly intervals: Map<number, Map<number, number>>;
}

const KNOWN = new WeakMap<Reliability, Known>();

function knownOf(reliability: Reliability): Known {
  const known = KNOWN.get(reliability) ?? { hours: new WeakMap(), intervals: new Map() };
  KNOWN.set(reliability, known);
  return known;
}

function knownHours(job: Job, reliability: Reliability): Map<number, number> {
  const { hours } = knownOf(reliability);
  const known = hours.get(job) ?? new Map<number, number>();
  hours.set(job, known);
  return known;
}

function knownInterval(cards: number, writeHours: number, reliability: Reliability): number {
  const { intervals } = knownOf(reliability);
  const known = intervals.get(writeHours) ?? new Map<number, number>();
  intervals.set(writeHours, known);
  const interval = known.get(cards) ?? bestInterval(reliability.cardMtbfHours / cards, writeHours);
  known.set(cards, interval);
  return interval;
}

/** The goodput of one run of so many cards and hours of work; the job's own checkpoint goes before the cluster's. */
function runGoodput(job: Job, cards: number, hours: number, reliability: Reliability): number {
  const writeHours = job.checkpoint?.writeHours ?? reliability.checkpointWriteHours;
  return goodput({
    mtbfHours: reliability.cardMtbfHours / cards,
    writeHours,
    restartHours: job.checkpoint?.restartHours ?? reliability.restartHours,
    runHours: hours,
    bestHours: knownInterval(cards, writeHours, reliability),
  }).goodput;
}
