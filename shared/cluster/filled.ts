import { TIE } from "./allotment.ts";
import type { Kind } from "./site.ts";

/** Halvings of the factor in which the deadline lies. */
const HALVINGS = 8;

/** A deadline that work just fits under, and one at which it is too much. */
export interface Filled {
  /** With the fewest cards for this deadline, the work is no more than the machine does until then. */
  readonly hours: number;
  /** No schedule is shorter: runs that end until then would hold more card-hours than there are. `from` at the least. */
  readonly leastHours: number;
}

/**
 * The shortest deadline from `from` on under which runs fit as work, each with the fewest cards that meet it; fewer cards never hold more
 * card-hours.
 *
 * @example two runs of 8 card-hours from 1 card on, a quarter of the efficiency lost at a doubling, 4 cards: 5⅓ h, on 2 cards each
 */
export function filledDeadline(kinds: readonly Kind[], cards: number, from: number): Filled {
  if (!isOverfull(kinds, cards, from)) return { hours: from, leastHours: from };
  let low = from;
  let high = from * 2;
  while (isOverfull(kinds, cards, high)) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < HALVINGS; step++) {
    const middle = Math.sqrt(low * high);
    if (isOverfull(kinds, cards, middle)) low = middle;
    else high = middle;
  }
  return { hours: high, leastHours: low };
}

/** Whether runs that all end by a deadline hold more card-hours than there are until then. */
export function isOverfull(kinds: readonly Kind[], cards: number, deadline: number): boolean {
  const most = deadline * cards * (1 + TIE);
  let area = 0;
  for (const { count, choices } of kinds) {
    const { held, hours } = choices.within(deadline);
    area += count * held * hours;
    if (area > most) return true;
  }
  return false;
}
