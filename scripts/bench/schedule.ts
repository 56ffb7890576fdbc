/** Schedules of workloads of the size of the golden plan and far larger ones. */
import { CLUSTER_DEFAULTS } from "../../shared/cluster/cluster.ts";
import type { Job, Workload } from "../../shared/cluster/job.ts";
import { schedule } from "../../shared/cluster/schedule.ts";
import { generator } from "../../shared/ranges/generator.ts";
import { MINUTES_PER_HOUR } from "../../shared/units/constants.ts";

/** So many jobs of so many runs together, in twelve experiments; sizes from a fixed seed, over three decades of work. */
function workload(jobs: number, runs: number): Workload {
  const next = generator(jobs);
  const share = () => next() / 2 ** 32;
  return {
    jobs: Array.from({ length: jobs }, (_, index): Job => {
      const minCards = 2 ** Math.floor(share() * 4);
      return {
        id: `job ${index}`,
        stage: Math.floor((index * STAGES) / jobs),
        count: Math.floor(((index + 1) * runs) / jobs) - Math.floor((index * runs) / jobs),
        work: 10 ** (share() * 3 - 1) * minCards,
        minCards,
        maxCards: minCards * 8,
        lossPerDoubling: 0,
        limit: null,
        checkpoint: null,
      };
    }),
    after: Array.from({ length: STAGES }, () => []),
    limits: [],
  };
}

const STAGES = 12;

const golden = workload(120, 58_512);
export const scheduleGolden = (cards: number): number =>
  schedule(golden, { cards, cardsPerNode: 8 }, "shortest", null).hours;

/** With failures; the reliability is new at each call, so that no hours of a run are known from the one before. */
export const scheduleGoldenFailing = (cards: number): number =>
  schedule(golden, { cards, cardsPerNode: 8 }, "shortest", {
    cardMtbfHours: CLUSTER_DEFAULTS.cardMtbfHours,
    checkpointWriteHours: CLUSTER_DEFAULTS.checkpointWriteMinutes / MINUTES_PER_HOUR,
    restartHours: CLUSTER_DEFAULTS.restartMinutes / MINUTES_PER_HOUR,
  }).hours;

/** A schedule of so many jobs and a hundred times as many runs on 100,000 cards, made anew by each call of what is returned. */
export function manyJobs(jobs: number): () => number {
  const many = workload(jobs, 100 * jobs);
  return () => schedule(many, { cards: 100_000, cardsPerNode: 8 }, "shortest", null).hours;
}

/** Bytes that a call leaves on the heap and allocates while it runs, together, at the most. */
export function heapOf(work: () => unknown): number {
  const before = process.memoryUsage().heapUsed;
  work();
  return Math.max(process.memoryUsage().heapUsed - before, 0);
}
