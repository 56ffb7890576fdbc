import type { Quote } from "../money/quote.ts";
import type { Catalogue } from "./catalogue.ts";

/** The one accelerator that a quote is for: the one it names, or that of its rate; null for a price of every card. */
export function quoteCard(quote: Quote, catalogue: Catalogue): string | null {
  if (quote.accelerator !== undefined) return quote.accelerator;
  const rate = quote.rate === undefined ? undefined : catalogue.rates.find(({ id }) => id === quote.rate);
  return rate?.acceleratorId ?? null;
}
