import { goodput } from "./goodput.ts";
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
  const known = knownOf(job, reliability);
  return (cards) => {
    let hours = known.get(cards);
    if (hours === undefined) {
      hours = runHours(job, cards, reliability);
      known.set(cards, hours);
    }
    return hours;
  };
}

const KNOWN = new WeakMap<Reliability, WeakMap<Job, Map<number, number>>>();

function knownOf(job: Job, reliability: Reliability): Map<number, number> {
  const byJob = KNOWN.get(reliability) ?? new WeakMap<Job, Map<number, number>>();
  KNOWN.set(reliability, byJob);
  const known = byJob.get(job) ?? new Map<number, number>();
  byJob.set(job, known);
  return known;
}

/** The goodput of one run of so many cards and hours of work; the job's own checkpoint goes before the cluster's. */
function runGoodput(job: Job, cards: number, hours: number, reliability: Reliability): number {
  return goodput({
    mtbfHours: reliability.cardMtbfHours / cards,
    writeHours: job.checkpoint?.writeHours ?? reliability.checkpointWriteHours,
    restartHours: job.checkpoint?.restartHours ?? reliability.restartHours,
    runHours: hours,
  }).goodput;
}
