/** A schedule as data: what every screen, sheet and export reads. Times are hours from the start of the work. */

/** What keeps a schedule from being shorter, with the job or the stage where it can be named. */
export interface Binding {
  /**
   * - `work`: card-hours ÷ cards; more cards shorten it.
   * - `longestRun`: one run at its most cards (`job`).
   * - `path`: stages that follow each other (`stage` is the last of them).
   * - `maxParallel`: runs that may not go on at once (`job` is one of them).
   * - `packing`: cards that cannot be used together: runs that do not fill them, cards that fill no node.
   * - `order`: the policy.
   * - `nothing`: there is nothing to do.
   */
  readonly kind: "work" | "longestRun" | "path" | "maxParallel" | "packing" | "order" | "nothing";
  readonly job: number | null;
  readonly stage: number | null;
}

/** A job that cannot run, and why: the cluster is too small for one run of it, or a stage that it follows cannot end. */
export interface InfeasibleJob {
  /** Index into `Workload.jobs`. */
  readonly job: number;
  /** Cards of the smallest cluster, with nodes of the same size, that could take it and what it depends on. */
  readonly minimumCards: number;
  readonly because: "cards" | "dependsOnInfeasible";
}

export interface ScheduledJob {
  /** Index into `Workload.jobs`. */
  readonly job: number;
  /** Cards that one run holds; whole nodes where it is larger than one. */
  readonly cardsPerRun: number;
  readonly hoursPerRun: number;
  readonly startHours: number;
  readonly endHours: number;
}

/** Runs of one job that go on at once, for a while. One run follows another on the same cards where the span is longer than a run. */
export interface Segment {
  readonly job: number;
  readonly fromHours: number;
  readonly toHours: number;
  /** Runs at once. */
  readonly runs: number;
  /** Cards that they hold together. */
  readonly cards: number;
}

export interface Span {
  readonly startHours: number;
  readonly endHours: number;
}

export interface Schedule {
  /** From the first start to the last end; 0 without work. */
  readonly hours: number;
  /** T*: no schedule can be shorter. */
  readonly lowerBoundHours: number;
  /** N′ ≤ cards: the size that the schedule was made for. The other cards idle all the time. */
  readonly cardsUsed: number;
  /** Card-hours that runs hold. */
  readonly busyCardHours: number;
  /** Card-hours of the whole cluster until the last end, less the busy ones. */
  readonly idleCardHours: number;
  /** Busy ÷ all card-hours until the last end; 0 without work. */
  readonly utilisation: number;
  readonly binding: Binding;
  /** Whether every job can run. */
  readonly feasible: boolean;
  readonly infeasible: readonly InfeasibleJob[];
  /** In the order of `Workload.jobs`; null for a job that cannot run. */
  readonly jobs: readonly (ScheduledJob | null)[];
  /** By stage, over the jobs of it that run; null where none does. */
  readonly stages: readonly (Span | null)[];
  /** The timeline, by start. At any time the cards of the segments that go on are no more than the cluster has. */
  readonly segments: readonly Segment[];
}
