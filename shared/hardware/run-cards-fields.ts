/** On how many cards a run may be spread, and what it loses there, as a plan writes it down. */
import { boundedNumber } from "../ranges/quantity.ts";

const cardsOfRun = (what: string) => boundedNumber({ min: 1, max: 1e7, integer: true, what });

/** Minutes that writing one checkpoint takes, and from a failure until the run goes on: of a cluster, or of one kind of run. */
export const checkpointFields = {
  checkpointWriteMinutes: boundedNumber({
    min: 0,
    exclusiveMin: true,
    max: 10_000,
    what: "minutes that writing a checkpoint takes",
  }).optional(),
  restartMinutes: boundedNumber({
    min: 0,
    max: 10_000,
    what: "minutes from a failure until the run goes on",
  }).optional(),
};

/** The keys of `hardware` that say how a run grows and shrinks. They change when things are done, and no operations. */
export const runCardsFields = {
  minCards: cardsOfRun("fewest cards of one run").optional(),
  maxCards: cardsOfRun("most cards of one run").optional(),
  /** 0 is linear; 0.05 leaves 95 % of the speed per card at each doubling above the fewest cards. */
  lossPerDoubling: boundedNumber({
    min: 0,
    max: 0.99,
    what: "share of a card's speed lost at each doubling of a run's cards",
  }).optional(),
  ...checkpointFields,
};
