/** The work of a schedule by grant year. */
import type { Schedule } from "../../cluster/schedule-types.ts";
import { HOURS_PER_WEEK, HOURS_PER_YEAR } from "../../units/constants.ts";

/**
 * Card-hours that a schedule takes in each grant year, where the work begins on the first day of the grant and the cluster can be used so
 * many hours a week. What ends after the grant counts in its last year.
 *
 * @param hoursPerWeek above 0, at most 168
 * @param years at least 1
 * @example 8 cards over 13,140 hours of use, at 168 hours a week and 2 years: 70,080 and 35,040 card-hours
 */
export function workByYear({ segments }: Pick<Schedule, "segments">, hoursPerWeek: number, years: number): number[] {
  const yearHours = (HOURS_PER_YEAR * hoursPerWeek) / HOURS_PER_WEEK;
  const work = new Array<number>(years).fill(0);
  for (const { fromHours, toHours, cards } of segments) {
    for (let year = 0; year < years; year++) {
      const from = Math.max(fromHours, year * yearHours);
      const to = year === years - 1 ? toHours : Math.min(toHours, (year + 1) * yearHours);
      if (to > from) work[year] = (work[year] ?? 0) + (to - from) * cards;
    }
  }
  return work;
}
