import type { Allotment } from "./allotment.ts";
import type { Task } from "./site.ts";

/** Runs of one task that go on at once, for a while. */
export interface Stretch {
  readonly task: number;
  readonly from: number;
  readonly to: number;
  /** Runs at once. */
  readonly runs: number;
  /** How many times they follow one another on the same cards until `to`. */
  readonly waves: number;
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
