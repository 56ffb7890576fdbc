import { dayNumber } from "../lib/days.ts";

/** How old a price is. Prices of cards fall by tens of per cent a year: an old one is a guess. */

/** A price counts as old when it was quoted longer ago than this. */
const OLD_AFTER_MONTHS = 12;

/**
 * Whether a price of `date` is older than 12 months on `today`, a day as YYYY-MM-DD. Of "2025" or "2025-03" the last day counts,
 * so that nothing is called old that may not be. A price without a date is not called old: nobody knows.
 *
 * @example isOldPrice("2025-11-25", "2026-11-26") // true
 * @example isOldPrice("2025-11-26", "2026-11-26") // false: twelve months to the day
 * @example isOldPrice("2025", "2026-11-26")       // false: it may be of December
 */
export function isOldPrice(date: string | null, today: string): boolean {
  return date !== null && lastDay(date) < dayMonthsBefore(today, OLD_AFTER_MONTHS);
}

/** As text: days written YYYY-MM-DD are in their own order. A day that a month lacks is its last for every comparison here. */
function lastDay(date: string): string {
  const [year = "", month = "12", day = "31"] = date.split("-");
  return `${year}-${month}-${day}`;
}

function dayMonthsBefore(day: string, months: number): string {
  const [year = "", month = "", ofMonth = ""] = day.split("-");
  const before = Number(year) * 12 + Number(month) - 1 - months;
  const text = (n: number, digits: number) => String(n).padStart(digits, "0");
  return `${text(Math.floor(before / 12), 4)}-${text((before % 12) + 1, 2)}-${ofMonth}`;
}

/**
 * Whether a quote of `date` is more than `days` days old on `today`. As with old prices, of a year or a month the last day counts, and
 * without a date nobody knows.
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
