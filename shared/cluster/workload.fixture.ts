import type { Job, Workload } from "./job.ts";

/** A workload of short hand: what is not said of a job is one run of one card-hour on exactly one card. */
export function workloadOf(
  jobs: readonly Partial<Job>[],
  after: readonly (readonly number[])[] = [[]],
  limits: readonly number[] = [],
): Workload {
  return { jobs: jobs.map((job, index) => ({ ...PLAIN, id: `job ${index + 1}`, ...job })), after, limits };
}

const PLAIN: Job = {
  id: "job",
  stage: 0,
  count: 1,
  work: 1,
  minCards: 1,
  maxCards: 1,
  lossPerDoubling: 0,
  limit: null,
  checkpoint: null,
};
