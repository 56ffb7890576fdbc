import type { Allotment } from "./allotment.ts";
import type { Task } from "./site.ts";

/** Runs of one task that go on at once, for a while. */
export interface Stretch {
  readonly task: number;
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

/** A schedule and the size that it was made for. */
export interface Best {
  readonly hours: number;
  readonly cards: number;
  readonly tasks: readonly Task[];
  /** By task. */
  readonly allotments: readonly Allotment[];
  readonly stretches: readonly Stretch[];
}
