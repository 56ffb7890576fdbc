/** A cluster as a schedule sees it. */
export interface Machine {
  /** Cards in all, at least 1. */
  readonly cards: number;
  /** Cards that sit in one node: a run of no more sits inside one node, a larger one takes whole nodes. 1 makes all cards interchangeable. */
  readonly cardsPerNode: number;
}

/** How often cards fail, and what a failure costs. */
export interface Reliability {
  /** Mean hours between failures of one card, more than 0. */
  readonly cardMtbfHours: number;
  /** Hours that training stands still while a checkpoint is written. */
  readonly checkpointWriteHours: number;
  /** Hours from a failure until training goes on from the last checkpoint, its detection among them. */
  readonly restartHours: number;
}
