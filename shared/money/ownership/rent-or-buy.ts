import { HOURS_PER_YEAR, MONTHS_PER_YEAR } from "../../units/constants.ts";
import { type OwnershipCost, ownershipCost } from "./ownership-cost.ts";
import type { Purchase } from "./purchase.ts";

const HOURS_PER_OWNED_MONTH = HOURS_PER_YEAR / MONTHS_PER_YEAR;

/** A time in which the machine is used alike: while the plan runs, and afterwards by others. */
export interface UseStretch {
  /** Above 0; the last stretch lasts to the end of the lifetime and beyond, whatever it says. */
  readonly months: number;
  /** Of the card-hours that are used, 0 to 1. */
  readonly share: number;
}

export interface RentOrBuyQuestion {
  readonly purchase: Purchase;
  /** Of the rental that the purchase is weighed against, per used card-hour. */
  readonly rentalPrice: number;
  /** In order, at least one. */
  readonly use: readonly UseStretch[];
}

/** What is spent up to the end of a month, either way. */
export interface MonthOfCost {
  /** 0 is the day of the purchase. */
  readonly month: number;
  readonly own: number;
  readonly rent: number;
}

export interface RentOrBuy {
  readonly own: OwnershipCost;
  readonly usedCardHours: number;
  /** Used card-hours ÷ all of the lifetime. */
  readonly useShare: number;
  /** The same card-hours, rented. */
  readonly rent: number;
  /** rent − own: above 0 where owning costs less. */
  readonly saved: number;
  readonly perUsedCardHour: number;
  /** The share of use at which owning costs what renting does; above 1 renting is always cheaper, Infinity at a rental price of 0. */
  readonly breakEvenUse: number;
  /**
   * When the rent that was not paid has paid for the machine, the residual left out: it comes only at the end. Null where it never
   * does. A residual can make owning cheaper though payback lies behind the lifetime.
   */
  readonly paybackMonth: number | null;
  /** Whether payback lies within the lifetime. */
  readonly paysBack: boolean;
  /** From the purchase to the end of the lifetime, the residual taken off in the last. */
  readonly months: readonly MonthOfCost[];
}

/**
 * Renting by the used card-hour against owning. Break-even and payback answer different questions, so both are given: the first counts
 * the residual, the second the money that is out of pocket on the way.
 *
 * @example the purchase of `ownershipCost`, used 70 %, against 2.50: break-even 65.6542 %, payback in month 48.569, which is outside
 * its 48 months, and yet owning costs 243,643.85 less
 */
export function rentOrBuy({ purchase, rentalPrice, use }: RentOrBuyQuestion): RentOrBuy {
  const own = ownershipCost(purchase);
  const lifetime = purchase.lifetimeYears * MONTHS_PER_YEAR;
  const rentPerMonth = own.cards * HOURS_PER_OWNED_MONTH * rentalPrice;
  const running = own.runningPerYear / MONTHS_PER_YEAR;
  const usedMonths = monthsOfFullUse(use, lifetime);
  const usedCardHours = own.cards * HOURS_PER_OWNED_MONTH * usedMonths;
  const rent = usedCardHours * rentalPrice;
  const paybackMonth = payback(own.capital, running, rentPerMonth, use);
  return {
    own,
    usedCardHours,
    useShare: usedMonths / lifetime,
    rent,
    saved: rent - own.total,
    perUsedCardHour: own.total / usedCardHours,
    breakEvenUse: own.total / (own.cardHours * rentalPrice),
    paybackMonth,
    paysBack: paybackMonth !== null && paybackMonth <= lifetime,
    months: monthEnds(lifetime).map((month) => ({
      month,
      own: own.capital + running * month - (month === lifetime ? own.residual : 0),
      rent: rentPerMonth * monthsOfFullUse(use, month),
    })),
  };
}

/** Whole months, and the end of the lifetime where that is none. */
const monthEnds = (lifetime: number): number[] => [
  ...Array.from({ length: Math.ceil(lifetime) }, (_, month) => month),
  lifetime,
];

/** Months of full use that the use up to a month amounts to. */
function monthsOfFullUse(use: readonly UseStretch[], until: number): number {
  let from = 0;
  let used = 0;
  use.forEach(({ months, share }, index) => {
    const to = index === use.length - 1 ? until : Math.min(until, from + months);
    used += Math.max(0, to - from) * share;
    from = Math.max(from, to);
  });
  return used;
}

/** Walks through the stretches, in each of which the balance falls or grows evenly. */
function payback(capital: number, running: number, rentPerMonth: number, use: readonly UseStretch[]): number | null {
  let month = 0;
  let owed = capital;
  for (const [index, { months, share }] of use.entries()) {
    const saved = rentPerMonth * share - running;
    const needed = owed <= 0 ? 0 : saved > 0 ? owed / saved : Number.POSITIVE_INFINITY;
    if (needed <= months || (index === use.length - 1 && Number.isFinite(needed))) return month + needed;
    month += months;
    owed -= saved * months;
  }
  return null;
}
