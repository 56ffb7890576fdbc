/** The plan's prices, and which of them prices which card. */

import type { Quote } from "../../money/quote.ts";
import type { Rate } from "../../money/rate.ts";
import { DEFAULT_TERM, type Term } from "../../money/term.ts";
import type { Catalogue } from "../catalogue.ts";
import type { PlanDocument } from "../document.ts";
import { quoteCard } from "../quote-card.ts";
import type { Amount, ResolvedQuote } from "../resolved.ts";
import { pathText } from "../text/document-path.ts";
import type { Inputs } from "./inputs.ts";

export interface Pricing {
  /** Index of the headline quote of a card: its own, else the one for every card; null where there is none. */
  readonly quoteFor: (accelerator: string) => number | null;
  /** False where quotes were taken out of the document, so that a card without a price proves nothing. */
  readonly isComplete: boolean;
}

/** Which quotes are headlines: those marked so, or all when none is marked. */
export function pricingOf({ quotes }: PlanDocument, catalogue: Catalogue, isComplete: boolean): Pricing {
  const headlines = new Map<string | null, number>();
  for (const [index, quote] of quotes.entries()) {
    const card = quoteCard(quote, catalogue);
    if (isHeadline(quote, quotes) && !headlines.has(card)) headlines.set(card, index);
  }
  return { quoteFor: (accelerator) => headlines.get(accelerator) ?? headlines.get(null) ?? null, isComplete };
}

const isHeadline = (quote: Quote, quotes: readonly Quote[]): boolean =>
  quotes.some(({ headline }) => headline === true) ? quote.headline === true : true;

export function resolveQuotes({ quotes }: PlanDocument, catalogue: Catalogue, inputs: Inputs): ResolvedQuote[] {
  return quotes.map((quote, index) => {
    const path = ["quotes", index];
    const rate = quote.rate === undefined ? undefined : catalogue.rates.find(({ id }) => id === quote.rate);
    const term = quote.term ?? DEFAULT_TERM;
    return {
      id: quote.id,
      title: quote.title ?? (rate === undefined ? quote.id : rateTitle(rate, term)),
      price: quote.price === undefined ? ratePrice(rate, term) : inputs.amount(quote.price, [...path, "price"]),
      headline: isHeadline(quote, quotes),
      accelerator: quoteCard(quote, catalogue),
      date: quote.date ?? rate?.date ?? null,
      source: quote.source ?? rate?.source ?? null,
      path: pathText(path),
    };
  });
}

const TERM_WORDS: Readonly<Record<Term, string>> = {
  onDemand: "on demand",
  spot: "spot",
  reserved1y: "reserved for one year",
  reserved3y: "reserved for three years",
};

const rateTitle = ({ provider, accelerator }: Rate, term: Term): string =>
  `${provider} ${accelerator}, ${TERM_WORDS[term]}`;

function ratePrice(rate: Rate | undefined, term: Term): Amount {
  const price = rate?.prices[term];
  if (price == null) throw new RangeError("a quote without a price passed its checks");
  return { likely: price, input: null };
}
