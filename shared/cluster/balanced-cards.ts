import type { Allotment } from "./allotment.ts";
import type { Kind, Site } from "./site.ts";

/** What of the card-hours that the deadline asks for may be added for shorter runs. */
const MOST_COST = 1.02;

/**
 * Cards with which a run is as small a part of the time up to a deadline as of the cards, so that neither is hard to fill up; fewer where
 * so many would cost too many card-hours.
 *
 * @example a run of 16 card-hours by 64 hours, alone on 100 cards: 16 ÷ (100 × 64) is 0.25 %, so that it is to be 5 % of the time: 5 cards for 3.2 h
 */
export function balancedCards({ machine }: Site, { choices }: Pick<Kind, "choices">, deadline: number): Allotment {
  const { fewest } = choices;
  const enough = choices.within(deadline);
  const most = enough.held * enough.hours * MOST_COST;
  let hours = Math.sqrt((fewest.held * fewest.hours * deadline) / machine.cards);
  for (; hours < enough.hours; hours *= 2) {
    const one = choices.within(hours);
    if (one.held * one.hours <= most) return one;
  }
  return enough;
}
