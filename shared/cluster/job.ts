/**
 * A moldable job: `count` equal runs, each of which may be given any number of cards from `minCards` to `maxCards` and keeps
 * them until it ends. Nothing here knows of single runs: a million runs are a few hundred jobs.
 */
export interface Job {
  /** Told apart by it; unique in its workload. */
  readonly id: string;
  /** The experiment it belongs to, an index into `Workload.after`; 0 has the first priority. */
  readonly stage: number;
  /** Whole runs, at least 1. */
  readonly count: number;
  /** Card-hours of one run on `minCards`, more than 0. */
  readonly work: number;
  /** The fewest cards of one run, at least 1. */
  readonly minCards: number;
  /** The most cards that one run can use, at least `minCards`. */
  readonly maxCards: number;
  /** The share of efficiency that is lost at each doubling above `minCards`: 0 is a linear speed-up; below 1. */
  readonly lossPerDoubling: number;
  /** An index into `Workload.limits`; null where as many runs as fit may go on at once. */
  readonly limit: number | null;
  /** What a checkpoint and a restart of these runs take, in hours; null takes the cluster's. */
  readonly checkpoint: { readonly writeHours: number; readonly restartHours: number } | null;
}

/** All the runs of a plan, as a cluster sees them. */
export interface Workload {
  readonly jobs: readonly Job[];
  /** By stage: the stages that must have ended before one of its runs starts. There are as many stages as entries. */
  readonly after: readonly (readonly number[])[];
  /** The most runs at once, over all jobs that name the entry; each at least 1. */
  readonly limits: readonly number[];
}
