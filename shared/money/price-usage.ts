import { type CardHours, Money } from "../units/brands.ts";

/**
 * What rented cards cost when every card-hour is paid for as it is used: card-hours × price.
 *
 * @param pricePerCardHour in the plan's currency, at least 0
 * @example priceUsage(CardHours(2_788_000), 2) // 5,576,000, the rental of DeepSeek-V3
 */
export const priceUsage = (cardHours: CardHours, pricePerCardHour: number): Money =>
  Money(cardHours * pricePerCardHour);
