/** What a machine's owner is asked for, in units beside money: card-hours at an exchange rate, by quarter. */
import type { ResolvedBudget, ResolvedPlan } from "../../plan/resolved.ts";
import type { Estimate } from "../types.ts";
import { yearShares } from "./estimated-lines.ts";

const MONTHS_PER_QUARTER = 3;
const QUARTERS_PER_YEAR = 4;

export interface AllocationRequest {
  readonly unit: string;
  readonly perCardHour: number;
  /** Who says what an hour of a card counts. */
  readonly source: string | null;
  readonly date: string | null;
  /** By quarter of the grant, the first first. */
  readonly cardHours: readonly number[];
  readonly units: readonly number[];
}

/**
 * The plan's card-hours by quarter in the unit that the budget states, else that of the first cluster with one, else card-hours. The work
 * of a grant year is spread evenly over its quarters; the last year may have fewer.
 */
export function allocationOf(plan: ResolvedPlan, estimated: Estimate, budget: ResolvedBudget): AllocationRequest {
  const { unit, perCardHour, source, date } = unitOf(plan, budget);
  const quarters = Math.ceil(budget.months / MONTHS_PER_QUARTER);
  const total = estimated.withReruns.cardHours;
  const cardHours = yearShares(budget).flatMap((share, year) => {
    const own = Math.min(QUARTERS_PER_YEAR, quarters - year * QUARTERS_PER_YEAR);
    return new Array<number>(own).fill((total * share) / own);
  });
  return { unit, perCardHour, source, date, cardHours, units: cardHours.map((hours) => hours * perCardHour) };
}

function unitOf(plan: ResolvedPlan, { allocation }: ResolvedBudget) {
  if (allocation !== null) return allocation;
  const cluster = plan.clusters.find((one) => one.allocation !== null);
  if (cluster?.allocation == null) return { unit: "card-hours", perCardHour: 1, source: null, date: null };
  const { unit, per, rate } = cluster.allocation;
  const perCardHour = per === "cardHour" ? rate : rate / cluster.cardsPerNode;
  return { unit, perCardHour, source: cluster.title, date: null };
}
