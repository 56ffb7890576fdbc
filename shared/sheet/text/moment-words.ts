/** When work starts or ends, in words: as exact as it can be known so long ahead. Pure. */
import { dayNumber } from "../../lib/days.ts";
import { HOURS_PER_DAY, MINUTES_PER_HOUR } from "../../units/constants.ts";
import { dateWords, MONTHS } from "./words.ts";

/** Up to so many hours of the clock after the start, to the minute. */
const TO_THE_MINUTE = 72;
const TO_THE_DAY = 1_440;
const TO_THE_MONTH = 87_600;

/**
 * A moment to the minute when it is within three days of the start, with the year where that is another one than of the start; else the day;
 * from two months on, the month; from ten years on, the year. All that passes on the calendar counts: the wait in the queue and the hours
 * of the week in which the cluster rests. Null is no moment: no start, or one that is too far away to be a date.
 *
 * @param at as `2026-12-03T04:12`
 * @param start the day on which the cluster starts
 * @param isToTheDay at most to the day, where the others of its table are days
 * @example momentWords("2026-12-03T04:12", "2026-12-01") // "3 Dec, 04:12"
 * @example momentWords("2027-01-02T04:12", "2026-12-31") // "2 Jan 2027, 04:12"
 * @example momentWords("2027-01-03T04:12", "2026-12-01") // "3 January 2027"
 * @example momentWords("2031-10-21T09:00", "2026-12-01") // "October 2031"
 */
export function momentWords(at: string | null, start: string | null, isToTheDay = false): string {
  if (at === null || start === null) return "–";
  const hours = hoursAfter(start, at);
  if (hours > TO_THE_MONTH) return at.slice(0, 4);
  if (hours > TO_THE_DAY) return dateWords(at.slice(0, 7));
  if (isToTheDay || hours > TO_THE_MINUTE) return dateWords(at.slice(0, 10));
  const [year, month, day] = at.slice(0, 10).split("-");
  const ofYear = year === start.slice(0, 4) ? "" : ` ${year}`;
  return `${Number(day)} ${MONTHS[Number(month) - 1]?.slice(0, 3) ?? ""}${ofYear}, ${at.slice(11, 16)}`;
}

/** Whether the moments up to this one are told to the minute. */
export const isToTheMinute = (at: string | null, start: string | null): boolean =>
  at !== null && start !== null && hoursAfter(start, at) <= TO_THE_MINUTE;

/** Hours of the clock from the beginning of a day to a moment. */
function hoursAfter(start: string, at: string): number {
  const [hour = 0, minute = 0] = at.slice(11, 16).split(":").map(Number);
  return (dayNumber(at.slice(0, 10)) - dayNumber(start)) * HOURS_PER_DAY + hour + minute / MINUTES_PER_HOUR;
}
