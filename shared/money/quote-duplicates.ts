/** Offers that the library has more than once, as after a price list was taken in twice. */
import type { LibraryQuote } from "./library-quote.ts";
import { offerTerms } from "./offer-terms.ts";

export interface KeptQuote {
  readonly id: string;
  /** As `2026-11-22T14:02:00.000Z`. */
  readonly changedAt: string;
  readonly value: LibraryQuote;
}

export interface Duplicates {
  /** Ids of every quote that is there more than once. */
  readonly all: ReadonlySet<string>;
  /** Ids of all but the one of each that was changed last, in the order of the list. */
  readonly older: readonly string[];
}

/**
 * Quotes are the same offer where vendor (who quoted it; where nobody is named, the title) and terms (see `offerTerms`) are the same. Of two that were changed at the same moment the later in the list is the newest.
 *
 * @example three alike, changed on Monday, Tuesday and Wednesday: all three are duplicates, the first two are older
 */
export function duplicateQuotes(quotes: readonly KeptQuote[]): Duplicates {
  const groups = new Map<string, KeptQuote[]>();
  for (const quote of quotes) {
    const key = offerKey(quote.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [quote]);
    else group.push(quote);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1);
  const newest = new Set(several.map((group) => group.reduce(later).id));
  const all = new Set(several.flatMap((group) => group.map(({ id }) => id)));
  return { all, older: quotes.flatMap(({ id }) => (all.has(id) && !newest.has(id) ? [id] : [])) };
}

const later = (one: KeptQuote, other: KeptQuote): KeptQuote => (other.changedAt >= one.changedAt ? other : one);

const offerKey = (quote: LibraryQuote): string =>
  JSON.stringify([(quote.quotedBy ?? quote.title).trim().toLowerCase(), offerTerms(quote)]);
