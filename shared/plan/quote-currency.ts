import type { Quote } from "../money/quote.ts";
import { DEFAULT_CURRENCY, RATES_CURRENCY } from "./defaults.ts";
import type { PlanDocument } from "./document.ts";

/** The currency that a quote's own numbers are in: that of the catalogue for a rate, else as it says, else the plan's. */
export function currencyOfQuote(
  quote: Pick<Quote, "rate" | "currency">,
  { currency }: Pick<PlanDocument, "currency">,
): string {
  if (quote.rate !== undefined) return RATES_CURRENCY;
  return quote.currency ?? currency ?? DEFAULT_CURRENCY;
}
