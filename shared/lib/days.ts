/** Days of the Gregorian calendar counted one by one: shared/ has no clock, and no `Date` either. */

/** Days of 400 years, of which 97 have a leap day. */
const CYCLE = 146_097;

/** Days before a month, March being the first: 153 days every five months. */
const daysBefore = (month: number): number => Math.floor((153 * month + 2) / 5);

/**
 * A day's number in the unbroken count in which 0 is 0000-03-01: with March in front, the leap day is the last of its year. The 31st of a
 * shorter month is a day of the next.
 *
 * @param date a day, "2026-01-21"
 * @example dayNumber("2026-11-26") - dayNumber("2026-08-28") // 90
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [from, since] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + daysBefore(since) + day - 1
  );
}

/** The day that has a number, as `dayNumber` counts. */
export function dateOfDay(number: number): string {
  const cycles = Math.floor(number / CYCLE);
  const inCycle = number - cycles * CYCLE;
  // The last day of 4, of 100 and of 400 years is a leap day (or is none), and belongs to the year before.
  const years = Math.floor(
    (inCycle - Math.floor(inCycle / 1_460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const inYear = inCycle - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const since = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - daysBefore(since) + 1;
  const month = since < 10 ? since + 3 : since - 9;
  const year = cycles * 400 + years + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * A day so many days later, or earlier.
 *
 * @example addDays("2024-02-28", 2) // "2024-03-01"
 */
export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days);
