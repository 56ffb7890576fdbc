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
  // Left out of an object, what is not stated is told from every value.
  return canonicalJson({
    ...{ accelerator, basis: basis ?? DEFAULT_BASIS, commitment, purchase, cardsPerNode, minimumCards },
    ...{ region: region?.trim().toLowerCase(), price, currency, date },
  });
}
