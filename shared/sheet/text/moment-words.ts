/** When work starts or ends, in words: as exact as it can be known so long ahead. Pure. */
import { dateWords, MONTHS } from "./words.ts";

/**
 * A moment to the minute when it is within three days of the start, else the day; from two months on, the month; from ten years on, the
 * year. Null is no moment: no start, or one that is too far away to be a date.
 *
 * @param end as `2026-12-03T04:12`
 * @param hours from the start until then
 * @example momentWords("2026-12-03T04:12", 52.2) // "3 Dec, 04:12"
 * @example momentWords("2027-01-03T04:12", 792) // "3 January 2027"
 * @example momentWords("2031-10-21T09:00", 43_024.9) // "October 2031"
 */
export function momentWords(end: string | null, hours: number): string {
  if (end === null) return "–";
  if (hours > 87_600) return end.slice(0, 4);
  if (hours > 1_440) return dateWords(end.slice(0, 7));
  if (hours > 72) return dateWords(end.slice(0, 10));
  const [, month, day] = end.slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]?.slice(0, 3) ?? ""}, ${end.slice(11, 16)}`;
}
