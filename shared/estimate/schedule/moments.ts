/** From hours of a cluster to moments of the calendar. Pure. */
import { clockHours, LATEST_HOURS } from "../../cluster/calendar.ts";
import { addDays, dayNumber } from "../../lib/days.ts";
import type { ResolvedCluster } from "../../plan/resolved.ts";
import { HOURS_PER_DAY, HOURS_PER_WEEK, MINUTES_PER_HOUR } from "../../units/constants.ts";

const MINUTES_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR;
/** Of a minute: less is rounding. */
const ROUNDING = 1e-6;

/**
 * The moment at which so many hours of a cluster have passed since its start: after the wait in the queue, and as much later as there are
 * hours of the week in which it cannot be used. Null without a start, and beyond a thousand years.
 *
 * @example momentAfter({start: "2026-12-01", hoursPerWeek: 168, queueWaitHours: {likely: 0}}, 52.2) // "2026-12-03T04:12"
 * @example momentAfter({start: "2026-12-01", hoursPerWeek: 84, queueWaitHours: {likely: 2}}, 24) // "2026-12-03T02:00"
 */
export function momentAfter(
  { start, hoursPerWeek, queueWaitHours }: Pick<ResolvedCluster, "start" | "hoursPerWeek" | "queueWaitHours">,
  hours: number,
): string | null {
  const passed = clockHours({ queueWaitHours: queueWaitHours.likely, hoursPerWeek }, hours);
  if (start === null || passed > LATEST_HOURS) return null;
  const minutes = Math.floor(passed * MINUTES_PER_HOUR + ROUNDING);
  const ofDay = minutes % MINUTES_PER_DAY;
  const clock = [Math.floor(ofDay / MINUTES_PER_HOUR), ofDay % MINUTES_PER_HOUR];
  return `${addDays(start, (minutes - ofDay) / MINUTES_PER_DAY)}T${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/**
 * Hours of a cluster from its start until the end of a day; null without a start. Below 0 for a day before it, or in the queue.
 *
 * @example hoursUntil({start: "2026-12-01", hoursPerWeek: 84, queueWaitHours: {likely: 2}}, "2026-12-02") // 23
 */
export function hoursUntil(
  { start, hoursPerWeek, queueWaitHours }: Pick<ResolvedCluster, "start" | "hoursPerWeek" | "queueWaitHours">,
  day: string,
): number | null {
  if (start === null) return null;
  const passed = (dayNumber(day) - dayNumber(start) + 1) * HOURS_PER_DAY;
  return Number.isNaN(passed) ? null : ((passed - queueWaitHours.likely) * hoursPerWeek) / HOURS_PER_WEEK;
}
