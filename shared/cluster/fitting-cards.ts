import { type Allotment, TIE } from "./allotment.ts";
import type { Kind, Site } from "./site.ts";

/** Runs after one another on the same cards that are tried to fill the time up to a deadline. */
const MOST_IN_ROW = 32;
/** So little more than the least work is good enough. */
const GOOD_ENOUGH = 1.004;
/** What fewer cards of a run may cost more: they fit better beside others. */
const NO_CHEAPER = 1.001;

/**
 * Cards with which runs of a task fill the time up to a deadline best, so many after one another that little is left over: those that
 * keep the fewest cards from others for the whole time, for each run.
 *
 * @example runs of 10 card-hours on 1 to 10 cards by 6 hours: 5 cards, three runs of 2 h after one another; 2 cards would be left idle for an hour
 */
export function fittingCards(_: Site, { choices }: Pick<Kind, "choices">, deadline: number): Allotment {
  const { fewest, fastest } = choices;
  const work = fewest.held * fewest.hours;
  let best = fewest;
  let least = Number.POSITIVE_INFINITY;
  for (let inRow = 1; inRow <= MOST_IN_ROW; inRow++) {
    const one = choices.within(deadline / inRow);
    // More cards are never more efficient, so that the work alone costs more from here on.
    if (one.held * one.hours >= least) break;
    const cost = (one.held * deadline) / Math.floor((deadline / one.hours) * (1 + TIE));
    if (cost * NO_CHEAPER < least) {
      least = cost;
      best = one;
    }
    if (least <= work * GOOD_ENOUGH || one.cards >= fastest.cards) break;
  }
  return best;
}
