/** Days as a spreadsheet counts them. */
import { dayNumber } from "../../lib/days.ts";

/** Whether a text names a day, as 2026-11-22, that a spreadsheet can count: from March 1900 on. */
export const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= "1900-03-01";

/**
 * A day as the number that spreadsheets keep: 1 is 1 January 1900, and 60 a 29 February 1900 that never was
 * (ECMA-376 part 1, 18.17.4.1, keeps the error of Lotus 1-2-3), so it is right from March 1900 on.
 *
 * @example sheetDay("2026-11-22") // 46348
 */
export const sheetDay = (date: string): number => dayNumber(date) - DAY_BEFORE_THE_FIRST;

/** 30 December 1899: a day earlier than the one before 1 January 1900, for the day that never was. */
const DAY_BEFORE_THE_FIRST = dayNumber("1899-12-30");
