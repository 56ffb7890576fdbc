import { type CardHours, Hours } from "../units/brands.ts";

/**
 * The wall-clock of work that spreads evenly over all cards and never waits: card-hours ÷ cards. It is what papers and
 * blogs quote, and less than any real schedule takes; always show it labelled "ideal".
 *
 * @param cards at least 1
 * @example idealHours(CardHours(4_302_487.06), 100_000) // 43.0248706 h
 */
export const idealHours = (cardHours: CardHours, cards: number): Hours => Hours(cardHours / cards);
