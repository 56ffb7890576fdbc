/** Units of an allocation that a schedule takes, by quarter of the calendar. */
import { sharesByQuarter } from "../../cluster/calendar.ts";
import type { ClusterSchedule } from "./cluster-schedule.ts";

export interface Allocation {
  readonly unit: string;
  /** Card-hours or node-hours that are counted. */
  readonly hours: number;
  readonly units: number;
  /** Earliest first, as "2026-Q4"; empty where neither the cluster nor the plan has a date to count from. */
  readonly quarters: readonly { readonly quarter: string; readonly units: number }[];
}

/** What runs hold, failures included, × the rate of the centre; null for a cluster that counts no allocation. */
export function allocationOf({ cluster, expected }: ClusterSchedule): Allocation | null {
  const { allocation, start, queueWaitHours, hoursPerWeek, cardsPerNode } = cluster;
  if (allocation === null) return null;
  const perHour = allocation.per === "cardHour" ? 1 : 1 / cardsPerNode;
  const quarters = new Map<string, number>();
  if (start !== null) {
    const working = { start, queueWaitHours: queueWaitHours.likely, hoursPerWeek };
    for (const { fromHours, toHours, cards } of expected.segments) {
      const units = cards * (toHours - fromHours) * perHour * allocation.rate;
      for (const { quarter, share } of sharesByQuarter(working, fromHours, toHours)) {
        quarters.set(quarter, (quarters.get(quarter) ?? 0) + units * share);
      }
    }
  }
  const hours = expected.busyCardHours * perHour;
  return {
    unit: allocation.unit,
    hours,
    units: hours * allocation.rate,
    quarters: [...quarters].sort(([a], [b]) => a.localeCompare(b)).map(([quarter, units]) => ({ quarter, units })),
  };
}
