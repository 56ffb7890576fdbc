/** What a unit of work costs at a price by the card-hour: what makes prices of different cards comparable. */
import { HOURS_PER_MONTH, PETAFLOP_DAY, SECONDS_PER_HOUR } from "../units/constants.ts";

/**
 * The price of one petaflop-day of training: 8.64e19 FLOP ÷ (speed × 3,600 s) card-hours × price.
 *
 * @param price per card-hour
 * @param flopPerSecond what one card achieves, above 0: dense peak × utilisation
 * @example pricePerPetaflopDay(3, 3.5e14) // 205.714…: 68.57 card-hours at 3.00
 */
export const pricePerPetaflopDay = (price: number, flopPerSecond: number): number =>
  (PETAFLOP_DAY / (flopPerSecond * SECONDS_PER_HOUR)) * price;

/**
 * What so many cards cost for a month of 720 hours, used or not.
 *
 * @example priceOfMonth(3, 100) // 216,000
 */
export const priceOfMonth = (price: number, cards: number): number => price * cards * HOURS_PER_MONTH;
