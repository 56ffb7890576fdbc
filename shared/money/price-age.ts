import { dayNumber } from "../lib/days.ts";

/** How old a price is. Prices of cards fall by tens of per cent a year: an old one is a guess. */

/** A quote is stale when it is older than so many days, where nobody has set another number. */
export const STALE_AFTER_DAYS = 90;

/** The last day that a date may mean. A day that a month lacks is the first of the next one, for every comparison here. */
function lastDay(date: string): string {
  const [year = "", month = "12", day = "31"] = date.split("-");
  return `${year}-${month}-${day}`;
}

/**
 * Whether a quote of `date` is more than `days` days old on `today`. Of "2025" or "2025-03" the last day counts, so
 * that nothing is called stale that may not be; without a date nobody knows.
 *
 * @example isStale("2026-08-27", "2026-11-26", 90) // true: 91 days
 * @example isStale("2026-08-28", "2026-11-26", 90) // false: 90 days
 */
export const isStale = (date: string | null, today: string, days: number): boolean =>
  date !== null && dayNumber(today) - dayNumber(lastDay(date)) > days;

/**
 * Whether an offer that stands until `validUntil`, that day included, is over on `today`.
 *
 * @example isExpired("2026-11-25", "2026-11-26") // true
 */
export const isExpired = (validUntil: string | null, today: string): boolean =>
  validUntil !== null && validUntil < today;
