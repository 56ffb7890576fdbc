/** What a machine's owner is asked for, in units beside money: hours of cards or nodes at an exchange rate, by quarter. */
import type { ResolvedBudget, ResolvedPlan } from "../../plan/resolved.ts";
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import { allocationOf as scheduledAllocation } from "../schedule/allocation.ts";
import type { ClusterSchedule } from "../schedule/cluster-schedule.ts";
import { grantedCards } from "../schedule/on-cluster.ts";
import type { Estimate } from "../types.ts";
import { yearShares } from "./estimated-lines.ts";

const MONTHS_PER_QUARTER = 3;

export interface AllocationRequest {
  readonly unit: string;
  readonly per: "cardHour" | "nodeHour";
  /** Units of one such hour. */
  readonly rate: number;
  /** Who says what an hour counts. */
  readonly source: string | null;
  readonly date: string | null;
  /** Index of the cluster whose unit it is, and on whose cards the hours are; null where they are hours on the cards of the plan. */
  readonly cluster: number | null;
  /** Whether failures, checkpoints and restarts are in the hours, and nodes are whole: they are what a schedule holds. */
  readonly isScheduled: boolean;
  /** By quarter of the grant, the first first. */
  readonly hours: readonly number[];
  readonly units: readonly number[];
}

/**
 * The plan's hours by quarter in the unit that the budget states, else that of the first cluster with one, else card-hours. Those of a
 * cluster are hours of its own cards: what its schedule holds, failures included, once `schedules` has one on which every run can run; until
 * then card-hours without failures. The work of a grant year is spread evenly over its months; the last year may have fewer.
 */
export function allocationOf(
  plan: ResolvedPlan,
  estimated: Estimate,
  budget: ResolvedBudget,
  schedules: readonly ClusterSchedule[] | null,
): AllocationRequest {
  const { total, ...counted } = unitOf(plan, estimated, budget, schedules);
  const hours = yearShares(budget).flatMap((share, year) => {
    const months = Math.min(MONTHS_PER_YEAR, budget.months - year * MONTHS_PER_YEAR);
    return Array.from({ length: Math.ceil(months / MONTHS_PER_QUARTER) }, (_, quarter) => {
      const own = Math.min(MONTHS_PER_QUARTER, months - quarter * MONTHS_PER_QUARTER);
      return (total * share * own) / months;
    });
  });
  return { ...counted, hours, units: hours.map((part) => part * counted.rate) };
}

type Counted = Omit<AllocationRequest, "hours" | "units"> & { readonly total: number };

function unitOf(
  plan: ResolvedPlan,
  { withReruns, idealHours }: Estimate,
  { allocation }: ResolvedBudget,
  schedules: readonly ClusterSchedule[] | null,
): Counted {
  const own = { per: "cardHour", cluster: null, isScheduled: false, total: withReruns.cardHours } as const;
  if (allocation !== null) {
    const { unit, perCardHour: rate, source, date } = allocation;
    return { ...own, unit, rate, source, date };
  }
  const index = plan.clusters.findIndex((one) => one.allocation !== null);
  const cluster = plan.clusters[index];
  if (cluster?.allocation == null) return { ...own, unit: "card-hours", rate: 1, source: null, date: null };
  const timed = schedules?.[index];
  const held = timed?.feasible === true ? scheduledAllocation(timed) : null;
  const cardHours = (idealHours[index] ?? 0) * grantedCards(cluster);
  const { unit, per, rate } = cluster.allocation;
  return {
    unit,
    per,
    rate,
    source: cluster.title,
    date: null,
    cluster: index,
    isScheduled: held !== null,
    total: held?.hours ?? (per === "cardHour" ? cardHours : cardHours / cluster.cardsPerNode),
  };
}
