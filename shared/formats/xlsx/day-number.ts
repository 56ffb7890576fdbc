/** Days as a spreadsheet counts them. */

/** Days before each month of a year that is no leap year. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Whether a text names a day, as 2026-11-22, that a spreadsheet can count: from March 1900 on. */
export const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= "1900-03-01";

/**
 * A day as the number that spreadsheets keep: 1 is 1 January 1900, and 60 a 29 February 1900 that never was
 * (ECMA-376 part 1, 18.17.4.1, keeps the error of Lotus 1-2-3), so it is right from March 1900 on.
 *
 * @example dayNumber("2026-11-22") // 46348
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = before * 365 + leapDays + (BEFORE_MONTH[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0) + day;
  return days - DAYS_BEFORE_COUNT;
}

/** Days of the Gregorian calendar up to 30 December 1899: a day earlier than 1 January 1900 is, for the day that never was. */
const DAYS_BEFORE_COUNT = 693_594;
