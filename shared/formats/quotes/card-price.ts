/** From the price of an instance to that of a card. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { LibraryQuote } from "../../money/library-quote.ts";
import { type DecimalMark, readAmount } from "./read-amount.ts";

export const MOST_PRICE = 1e9;

/**
 * The price of one card-hour of an instance with `cards` cards. The error is a sentence. Blank is unknown, and so is 0: catalogues write
 * it where nothing is offered.
 *
 * @param what the price as the file calls it
 * @example cardPrice("31.92", 8, ".", "Price") // ok(3.99)
 */
export function cardPrice(
  field: string,
  cards: number,
  mark: DecimalMark | null,
  what: string,
): Result<number, string> {
  if (field.trim() === "") return err(`${what} is blank: unknown, not 0.`);
  const read = readAmount(field, mark);
  if (!read.ok) return err(`${what}: ${read.error}.`);
  const { value } = read.value;
  if (value === 0) return err(`${what} is 0: taken as unknown, not as free.`);
  if (value < 0 || value > MOST_PRICE) return err(`${what} is ${value}: a price is above 0 and at most 1,000,000,000.`);
  return ok(perCard(value, cards));
}

/** The quotient of two decimals as a decimal, without the last bits that only binary fractions have: 1.2 ÷ 3 is 0.4. */
export const perCard = (price: number, cards: number): number => Number((price / cards).toPrecision(SURE_DIGITS));

/** Decimal digits that a number of 64 bits has for sure. */
const SURE_DIGITS = 15;

/** The number of cards of an instance; the error is a sentence. */
export function readCardCount(field: string, what: string): Result<number, string> {
  const count = Number(field);
  if (field.trim() === "" || !Number.isFinite(count) || count < 0) {
    return err(`${what} “${field.trim()}” is no number of cards.`);
  }
  if (!Number.isInteger(count)) return err(`${what} is ${count}: a part of a card is not priced by the card.`);
  return count > MOST_CARDS ? err(`${what} is ${count}: an instance has at most 1,000,000 cards.`) : ok(count);
}

const MOST_CARDS = 1_000_000;

/** What an instance of so many cards says of how it is rented: whole. A slice that no node has is the fewest cards. */
export function instanceFields(cards: number): Partial<LibraryQuote> {
  if (cards > MOST_IN_NODE) return { minimumCards: cards };
  return cards > 1 ? { cardsPerNode: cards, wholeNodes: true } : { cardsPerNode: cards };
}

const MOST_IN_NODE = 1_000;
