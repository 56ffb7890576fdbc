import { HOURS_PER_YEAR } from "../../units/constants.ts";
import type { Purchase } from "./purchase.ts";

const WATTS_PER_KILOWATT = 1_000;

/** What a purchase costs over its whole lifetime, in parts. */
export interface OwnershipCost {
  readonly cards: number;
  /** Card-hours of the whole lifetime, used or not. */
  readonly cardHours: number;
  /** Nodes and network, paid at the start. */
  readonly capital: number;
  readonly kilowattHoursPerYear: number;
  readonly electricityPerYear: number;
  readonly spacePerYear: number;
  readonly maintenancePerYear: number;
  readonly staffPerYear: number;
  /** The four above: what a year costs beside the capital. */
  readonly runningPerYear: number;
  /** What the machine still sells for at the end. */
  readonly residual: number;
  /** Capital + running costs of the lifetime − residual. */
  readonly total: number;
}

/**
 * The cost of owning nodes for their lifetime. Nothing is discounted: a budget counts the money that is spent.
 *
 *     capital     = nodes × node price × (1 + network share)
 *     kWh a year  = nodes × node watts / 1,000 × load × PUE × 8,760 h
 *     running     = kWh × price + nodes × space + capital × maintenance share + staff, a year
 *     total       = capital + running × lifetime − capital × residual share
 *
 * @example 8 nodes at 300,000, network 15 %, 10.2 kW × 0.8 × PUE 1.3, 0.12 a kWh, space 1,500, maintenance 5 %, staff 60,000,
 * 4 years, residual 10 %: capital 2,760,000, 743,408.64 kWh a year, total 3,680,836.1472
 */
export function ownershipCost(purchase: Purchase): OwnershipCost {
  const { nodes, lifetimeYears } = purchase;
  const cards = nodes * purchase.cardsPerNode;
  const capital = nodes * purchase.nodePrice * (1 + purchase.networkShare);
  const kilowatts = (nodes * purchase.nodeWatts * purchase.load * purchase.pue) / WATTS_PER_KILOWATT;
  const kilowattHoursPerYear = kilowatts * HOURS_PER_YEAR;
  const electricityPerYear = kilowattHoursPerYear * purchase.electricityPerKilowattHour;
  const spacePerYear = nodes * purchase.spacePerNodeYear;
  const maintenancePerYear = capital * purchase.maintenanceShare;
  const runningPerYear = electricityPerYear + spacePerYear + maintenancePerYear + purchase.staffPerYear;
  const residual = capital * purchase.residualShare;
  return {
    cards,
    cardHours: cards * HOURS_PER_YEAR * lifetimeYears,
    capital,
    kilowattHoursPerYear,
    electricityPerYear,
    spacePerYear,
    maintenancePerYear,
    staffPerYear: purchase.staffPerYear,
    runningPerYear,
    residual,
    total: capital + runningPerYear * lifetimeYears - residual,
  };
}

/**
 * What one used card-hour of an owned machine costs: its price beside those of rentals.
 *
 * @param useShare of all its card-hours that are used, above 0 and at most 1
 * @returns Infinity for a machine that is never used
 * @example the purchase above, used 70 % of the time: 2.344792
 */
export const pricePerUsedCardHour = ({ total, cardHours }: OwnershipCost, useShare: number): number =>
  total / (cardHours * useShare);
