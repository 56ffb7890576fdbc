import type { UsageStretch } from "./usage.ts";

/** What can be rented at once, and for how long it is paid at least. */
export interface RentalUnit {
  /** Cards come in whole ones of these: 1, a node, a block. At least 1. */
  readonly cards: number;
  /** Hours are paid in whole ones of these, from the start of a rental on; 0 to the second. */
  readonly hours: number;
}

/** Units that were rented at one moment and are still held, or paid for. */
interface Rental {
  readonly units: number;
  readonly since: number;
}

/** A quotient this close above a whole number is that number: hours are sums of binary fractions. */
const TIE = 1e-9;

/** The fewest whole parts of a size that something fills; the + 0 keeps a minus off the zero. */
export const wholes = (amount: number, size: number): number => Math.ceil(amount / size - TIE) + 0;

/**
 * Card-hours that are held when cards are rented in whole units of `cards` and given back when not needed.
 *
 * @example heldCardHours([{ fromHours: 0, toHours: 10, cards: 12 }], 8) // 160
 */
export const heldCardHours = (stretches: readonly UsageStretch[], cards: number): number =>
  stretches.reduce((sum, one) => sum + wholes(one.cards, cards) * cards * (one.toHours - one.fromHours), 0);

/**
 * Card-hours that are paid for when both cards and hours come in whole units. What was rented last is given back first. Units that are paid
 * for beyond the hour in which they were given back are taken again before others are rented.
 *
 * @example paidCardHours([{ fromHours: 0, toHours: 10, cards: 64 }], { cards: 64, hours: 8_760 }) // 560,640: one reservation
 * @example paidCardHours([{ fromHours: 0, toHours: 1.5, cards: 8 }], { cards: 8, hours: 1 })      // 16: two hours of a node
 */
export function paidCardHours(stretches: readonly UsageStretch[], unit: RentalUnit): number {
  if (unit.hours === 0) return heldCardHours(stretches, unit.cards);
  const paidUntil = ({ since }: Rental, given: number) => since + wholes(given - since, unit.hours) * unit.hours;
  const held: Rental[] = [];
  let idle: (Rental & { readonly until: number })[] = [];
  let holding = 0;
  let paid = 0;

  const rent = (units: number, hour: number) => {
    let missing = units;
    const kept: typeof idle = [];
    for (const rental of idle) {
      const taken = rental.until > hour + TIE ? Math.min(missing, rental.units) : 0;
      if (taken > 0) {
        held.push({ units: taken, since: rental.since });
        paid -= taken * (rental.until - rental.since);
        missing -= taken;
      }
      if (rental.units > taken && rental.until > hour + TIE) kept.push({ ...rental, units: rental.units - taken });
    }
    idle = kept;
    if (missing > 0) held.push({ units: missing, since: hour });
    holding += units;
  };

  const giveBack = (units: number, hour: number) => {
    for (let left = units; left > 0; ) {
      const last = held.pop();
      if (last === undefined) break;
      const given = Math.min(left, last.units);
      if (last.units > given) held.push({ ...last, units: last.units - given });
      const until = paidUntil(last, hour);
      paid += given * (until - last.since);
      idle.push({ units: given, since: last.since, until });
      left -= given;
    }
    holding -= units;
  };

  let hour = 0;
  for (const { fromHours, toHours, cards } of stretches) {
    if (fromHours > hour) giveBack(holding, hour);
    const needed = wholes(cards, unit.cards);
    if (needed > holding) rent(needed - holding, fromHours);
    else if (needed < holding) giveBack(holding - needed, fromHours);
    hour = toHours;
  }
  giveBack(holding, hour);
  return paid * unit.cards;
}
