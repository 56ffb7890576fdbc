/** The library's quotes as a list that is searched while one types: everything that is looked at is worked out once a row. */
import type { LibraryQuote } from "./library-quote.ts";
import { isExpired, isStale } from "./price-age.ts";
import { DEFAULT_BASIS, type QuoteBasis } from "./quote-basis.ts";

/** How a basis is called on screens. */
export const BASIS_WORDS: Readonly<Record<QuoteBasis, string>> = {
  onDemand: "on demand",
  spot: "spot",
  reserved: "reserved",
  block: "block",
  purchase: "purchase",
};

/** What a quote is found by. */
export interface ListedQuote {
  /** All its words, in small letters. */
  readonly text: string;
  readonly card: string | null;
  readonly basis: QuoteBasis;
  readonly quotedBy: string | null;
  readonly region: string | null;
  readonly currency: string;
  readonly isStale: boolean;
  readonly isExpired: boolean;
  readonly hasFile: boolean;
}

export interface QuoteFilter {
  /** Words that are all found, anywhere and in any order. */
  readonly search: string;
  readonly card: string | null;
  readonly basis: QuoteBasis | null;
  readonly quotedBy: string | null;
  readonly region: string | null;
  readonly currency: string | null;
  /** `current`: neither stale nor expired. */
  readonly age: "current" | "stale" | "expired" | null;
  readonly withFile: boolean;
}

export const NO_FILTER: QuoteFilter = {
  search: "",
  card: null,
  basis: null,
  quotedBy: null,
  region: null,
  currency: null,
  age: null,
  withFile: false,
};

export interface ListedOn {
  /** Name of an accelerator by its id. */
  readonly cardName: (id: string) => string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays: number;
}

/** What `quote` is found by on a day. */
export function listedQuote(quote: LibraryQuote, { cardName, today, staleAfterDays }: ListedOn): ListedQuote {
  const { title, accelerator, currency, date, source, note, quotedBy, region, validUntil, attachment } = quote;
  const basis = quote.basis ?? DEFAULT_BASIS;
  const card = accelerator === undefined ? [] : [accelerator, cardName(accelerator)];
  const words = [title, ...card, BASIS_WORDS[basis], currency, quotedBy, region, date, source, note, attachment?.name];
  return {
    text: words
      .filter((word) => word !== undefined)
      .join(" ")
      .toLowerCase(),
    card: accelerator ?? null,
    basis,
    quotedBy: quotedBy ?? null,
    region: region ?? null,
    currency,
    isStale: isStale(date ?? null, today, staleAfterDays),
    isExpired: isExpired(validUntil ?? null, today),
    hasFile: attachment !== undefined,
  };
}

/**
 * Whether a quote is among those that `filter` asks for: made once for a filter, asked of every row.
 *
 * @example listed.filter(quoteTest({ ...NO_FILTER, search: "h100 norway", age: "current" }))
 */
export function quoteTest(filter: QuoteFilter): (quote: ListedQuote) => boolean {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const { card, basis, quotedBy, region, currency, age, withFile } = filter;
  return (quote) =>
    (card === null || quote.card === card) &&
    (basis === null || quote.basis === basis) &&
    (quotedBy === null || quote.quotedBy === quotedBy) &&
    (region === null || quote.region === region) &&
    (currency === null || quote.currency === currency) &&
    (!withFile || quote.hasFile) &&
    isOfAge(quote, age) &&
    words.every((word) => quote.text.includes(word));
}

function isOfAge({ isStale, isExpired }: ListedQuote, age: QuoteFilter["age"]): boolean {
  switch (age) {
    case null:
      return true;
    case "stale":
      return isStale;
    case "expired":
      return isExpired;
    case "current":
      return !isStale && !isExpired;
  }
}
