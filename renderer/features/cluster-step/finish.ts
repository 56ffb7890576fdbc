/** When work would end that starts on the plan's day and never waits, in words. Pure. */
import { dateWords } from "../../../shared/sheet/text/words.ts";

const MS_PER_HOUR = 3_600_000;
/** Dates further away than this say nothing but "very late". */
const MOST_HOURS = 8_760 * 1_000;

/**
 * The day on which work of so many hours ends when it starts at the beginning of `day`; from two months on, the month; from ten
 * years on, the year. Null for a day that is none, and beyond a thousand years.
 *
 * @example idealEnd("2026-12-01", 43.02) // "2 December 2026"
 * @example idealEnd("2026-12-01", 43_024.9) // "October 2031"
 * @example idealEnd("2026-12-01", 430_248.7) // "2076"
 */
export function idealEnd(day: string, hours: number): string | null {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start) || hours > MOST_HOURS) return null;
  const end = new Date(start + hours * MS_PER_HOUR).toISOString();
  const length = hours > 87_600 ? 4 : hours > 1_440 ? 7 : 10;
  return dateWords(end.slice(0, length));
}
