/** Units of an allocation that a schedule takes, by quarter of the calendar. */
import { sharesByQuarter } from "../../cluster/calendar.ts";
import type { Segment } from "../../cluster/schedule-types.ts";
import type { ClusterSchedule } from "./cluster-schedule.ts";

export interface Allocation {
  readonly unit: string;
  /** Card-hours or node-hours that are counted. */
  readonly hours: number;
  readonly units: number;
  /** Earliest first, as "2026-Q4"; empty where neither the cluster nor the plan has a date to count from. */
  readonly quarters: readonly { readonly quarter: string; readonly units: number }[];
}

/**
 * What runs hold, failures included, × the rate of the centre; null for a cluster that counts no allocation. Node-hours are those of whole
 * nodes: runs of a kind share a node, runs of different kinds count one each, and all together never more than the cluster has.
 *
 * Worked example: one run of 10 h on 1 card of a node of 8 is 10 node-hours.
 */
export function allocationOf({ cluster, granted, expected }: ClusterSchedule): Allocation | null {
  const { allocation, start, queueWaitHours, hoursPerWeek, cardsPerNode } = cluster;
  if (allocation === null) return null;
  const held =
    allocation.per === "cardHour"
      ? expected.segments.map(({ fromHours, toHours, cards }) => ({ fromHours, toHours, amount: cards }))
      : nodesInUse(expected.segments, cardsPerNode, Math.ceil(granted / cardsPerNode));
  const quarters = new Map<string, number>();
  let hours = 0;
  for (const { fromHours, toHours, amount } of held) {
    const own = amount * (toHours - fromHours);
    hours += own;
    if (start === null) continue;
    const working = { start, queueWaitHours: queueWaitHours.likely, hoursPerWeek };
    for (const { quarter, share } of sharesByQuarter(working, fromHours, toHours)) {
      quarters.set(quarter, (quarters.get(quarter) ?? 0) + own * allocation.rate * share);
    }
  }
  return {
    unit: allocation.unit,
    hours,
    units: hours * allocation.rate,
    quarters: [...quarters].sort(([a], [b]) => a.localeCompare(b)).map(([quarter, units]) => ({ quarter, units })),
  };
}

interface Held {
  readonly fromHours: number;
  readonly toHours: number;
  readonly amount: number;
}

/** Whole nodes from moment to moment. */
function nodesInUse(segments: readonly Segment[], cardsPerNode: number, mostNodes: number): Held[] {
  const changes = new Map<number, number>();
  const add = (at: number, nodes: number) => changes.set(at, (changes.get(at) ?? 0) + nodes);
  for (const { fromHours, toHours, runs, cards } of segments) {
    const nodes = nodesOf(runs, cards / runs, cardsPerNode);
    add(fromHours, nodes);
    add(toHours, -nodes);
  }
  const held: Held[] = [];
  const moments = [...changes.keys()].sort((a, b) => a - b);
  let nodes = 0;
  for (const [index, fromHours] of moments.entries()) {
    nodes += changes.get(fromHours) ?? 0;
    const toHours = moments[index + 1] ?? fromHours;
    if (nodes > 0 && toHours > fromHours) held.push({ fromHours, toHours, amount: Math.min(nodes, mostNodes) });
  }
  return held;
}

/** Nodes of so many runs that each hold so many cards: as many to a node as there is room for, or whole nodes each. */
const nodesOf = (runs: number, held: number, cardsPerNode: number): number =>
  held > cardsPerNode ? runs * Math.ceil(held / cardsPerNode) : Math.ceil(runs / Math.floor(cardsPerNode / held));
