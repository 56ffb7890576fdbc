/** What a price list would put into the library, and what of it would stay out. */
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { QuoteBasis } from "../../money/quote-basis.ts";
import { type CardUse, cardUses } from "./card-uses.ts";
import type { CardMatcher } from "./cards/match-card.ts";
import type { FoundQuote, SkippedRow } from "./found-quote.ts";
import { libraryQuote, type QuoteDecisions, sameOfferKey } from "./library-quote.ts";
import { countByBasis, type PriceSpan, priceSpans, type SkippedGroup, skippedGroups } from "./summary.ts";

export interface PreviewOptions {
  readonly decisions: QuoteDecisions;
  /** The offers that the library has, by `sameOfferKey`. */
  readonly known: ReadonlySet<string>;
  /** Whether offers that the library has stay out. */
  readonly leaveOutKnown: boolean;
}

export interface QuotePreview {
  /** The quotes that come in. */
  readonly quotes: readonly LibraryQuote[];
  readonly bases: readonly (readonly [QuoteBasis, number])[];
  readonly prices: readonly PriceSpan[];
  /** Quotes that state no date, and for which nobody has. */
  readonly undated: number;
  /** Quotes that state no currency of their own. */
  readonly withoutCurrency: number;
  readonly cards: readonly CardUse[];
  /** Lines of offers that the library has already, whether they stay out or not. */
  readonly inLibrary: readonly number[];
  /** What stays out, by reason. */
  readonly left: readonly SkippedGroup[];
}

/** Puts quotes together as they would be in the library. */
export function previewQuotes(
  found: readonly FoundQuote[],
  skipped: readonly SkippedRow[],
  { decisions, known, leaveOutKnown }: PreviewOptions,
  matcher: CardMatcher,
): QuotePreview {
  const quotes: LibraryQuote[] = [];
  const left: SkippedRow[] = [...skipped];
  const inLibrary: number[] = [];
  let withoutCurrency = 0;
  for (const one of found) {
    const { line } = one;
    const made = libraryQuote(one, decisions, matcher);
    if (!made.ok) {
      left.push({ line, reason: made.error });
      continue;
    }
    const isKnown = known.size > 0 && known.has(sameOfferKey(made.value));
    if (isKnown) inLibrary.push(line);
    if (isKnown && leaveOutKnown) {
      left.push({ line, reason: "The library has this offer already." });
      continue;
    }
    if (one.fields.currency === undefined) withoutCurrency += 1;
    quotes.push(made.value);
  }
  return {
    quotes,
    bases: [...countByBasis(quotes)],
    prices: priceSpans(quotes),
    undated: quotes.reduce((sum, { date }) => sum + (date === undefined ? 1 : 0), 0),
    withoutCurrency,
    cards: cardUses(found, decisions.cards, matcher),
    inLibrary,
    left: skippedGroups(left),
  };
}
