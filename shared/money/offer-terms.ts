/** What tells offers of one vendor apart. */
import { canonicalJson } from "../lib/canonical-json.ts";
import type { LibraryQuote } from "./library-quote.ts";
import { DEFAULT_BASIS } from "./quote-basis.ts";

/**
 * One text for offers that are equal but for who makes them and in which words: card, basis with its commitment or purchase, cards of a node,
 * fewest cards, region, price, currency and day. A list of another day has other offers, whatever its prices.
 *
 * @example a reservation of one year and one of three at the same price are two
 */
export function offerTerms(quote: Partial<LibraryQuote>): string {
  const { accelerator, basis, commitment, purchase, cardsPerNode, minimumCards, region, price, currency, date } = quote;
  // Left out of an object, what is not stated is told from every value. The members stand in this order always, so only what is
  // an object itself is put in order: a list can have a hundred thousand offers.
  return JSON.stringify({
    ...{ accelerator: ordered(accelerator), basis: basis ?? DEFAULT_BASIS, commitment: ordered(commitment) },
    ...{ purchase: ordered(purchase), cardsPerNode, minimumCards: ordered(minimumCards) },
    ...{ region: region?.trim().toLowerCase(), price: ordered(price), currency, date },
  });
}

const ordered = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? canonicalJson(value) : value;
