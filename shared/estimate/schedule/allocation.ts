/** Units of an allocation that a schedule takes, by quarter of the calendar. */
import type { ClusterSchedule } from "./cluster-schedule.ts";

export interface Allocation {
  readonly unit: string;
  /** Card-hours or node-hours that are counted. */
  readonly hours: number;
  readonly units: number;
  /** Empty where the plan has no date to count from. */
  readonly quarters: readonly { readonly quarter: string; readonly units: number }[];
}

export function allocationOf({ cluster, expected }: ClusterSchedule): Allocation | null {
  const { allocation } = cluster;
  if (allocation === null) return null;
  const hours = allocation.per === "cardHour" ? expected.busyCardHours : expected.busyCardHours / cluster.cardsPerNode;
  return { unit: allocation.unit, hours, units: hours * allocation.rate, quarters: [] };
}
