/** How much compute a sum of money or a deadline is. */
import { CardHours, Flop, type FlopPerSecond, type Hours, type Money } from "../units/brands.ts";
import { SECONDS_PER_HOUR } from "../units/constants.ts";

/**
 * The compute that card-hours amount to at an achieved speed: card-hours × 3,600 × FLOP/s.
 *
 * @param flopPerSecond achieved by one card, not its peak
 * @example flopOfCardHours(CardHours(1), FlopPerSecond(3.5e14)) // 1.26e18
 */
export const flopOfCardHours = (cardHours: CardHours, flopPerSecond: FlopPerSecond): Flop =>
  Flop(cardHours * SECONDS_PER_HOUR * flopPerSecond);

/**
 * The compute that a sum of money buys: sum ÷ price × 3,600 × FLOP/s.
 *
 * @param price of one card-hour, in the currency of the sum, above 0
 * @example flopForMoney(Money(1e6), Money(3), FlopPerSecond(3.5e14)) // 4.2e23
 */
export const flopForMoney = (sum: Money, price: Money, flopPerSecond: FlopPerSecond): Flop =>
  flopOfCardHours(CardHours(sum / price), flopPerSecond);

/**
 * The compute that a cluster does before a deadline, every card busy until the end: cards × hours × 3,600 × FLOP/s.
 *
 * Worked example: 10,000 cards of 989e12 FLOP/s at 40 %, held for a day and running 85 % of it: 2.9052864e23.
 *
 * @param cards at least 1
 */
export const flopForDeadline = (cards: number, hours: Hours, flopPerSecond: FlopPerSecond): Flop =>
  flopOfCardHours(CardHours(cards * hours), flopPerSecond);
