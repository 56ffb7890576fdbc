/** From hours of a cluster to moments of the calendar. Pure. */
import { clockHours } from "../../../shared/cluster/calendar.ts";
import type { ResolvedCluster } from "../../../shared/plan/resolved.ts";
import { HOURS_PER_DAY, HOURS_PER_WEEK } from "../../../shared/units/constants.ts";

const MS_PER_HOUR = 3_600_000;
/** Dates further away than this say nothing but "very late". */
const MOST_HOURS = 8_760 * 1_000;

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
  const from = start === null ? Number.NaN : Date.parse(`${start}T00:00:00Z`);
  if (Number.isNaN(from) || passed > MOST_HOURS) return null;
  return new Date(from + passed * MS_PER_HOUR).toISOString().slice(0, 16);
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
  const passed = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / MS_PER_HOUR + HOURS_PER_DAY;
  return Number.isNaN(passed) ? null : ((passed - queueWaitHours.likely) * hoursPerWeek) / HOURS_PER_WEEK;
}
