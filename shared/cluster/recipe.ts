import type { Allotment } from "./allotment.ts";

/** What a schedule is made from: cards for every task, and the order in which tasks are asked. */
export interface Recipe {
  /** By task. */
  readonly allotments: readonly Allotment[];
  /** Tasks, the first one first; those that are not in it are left out. */
  readonly order: ArrayLike<number>;
}
