/** What a schedule makes of the grant years. Pure. */

import { workByYear } from "../../../shared/estimate/budget/work-by-year.ts";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import { sharesOfYears } from "../../../shared/money/budget/split-years.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { roundedShares, sharesText } from "./shares.ts";

export const clusterName = ({ cluster }: Pick<ClusterSchedule, "cluster">): string =>
  cluster.title ?? counted(cluster.cards, "card");

/** Part of the work in each grant year, to a tenth of a per cent, where it begins on the first day of the grant. */
export const scheduledShares = (
  { expected, cluster }: Pick<ClusterSchedule, "expected" | "cluster">,
  years: number,
): number[] => roundedShares(sharesOfYears(workByYear(expected, cluster.hoursPerWeek, years), years));

/**
 * "as scheduled on 216 cards it is 41, 41, 18 %", of the first schedule that differs from what the budget has; null where none does.
 *
 * @param shares of the budget, in the order of the years
 */
export function scheduleWords(schedules: readonly ClusterSchedule[], shares: readonly number[]): string | null {
  for (const timed of schedules) {
    const own = scheduledShares(timed, shares.length);
    if (own.some((share, year) => Math.abs(share - (shares[year] ?? 0)) >= LEAST))
      return `as scheduled on ${clusterName(timed)} it is ${sharesText(own)} %`;
  }
  return null;
}

/** Shares are rounded to a tenth of a per cent: less than two of these is no other split. */
const LEAST = 0.002;
