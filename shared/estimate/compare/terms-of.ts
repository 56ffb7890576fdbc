/** A quote of a plan as the terms of a rental. */
import type { RentalTerms } from "../../money/rental/price-rental.ts";
import type { Amount, ResolvedQuote } from "../../plan/resolved.ts";
import { MINUTES_PER_HOUR } from "../../units/constants.ts";
import { amountAt, type InputValues } from "../amounts.ts";

/**
 * Machines that are owned cost what a used card-hour of them does: that others use them the rest of the time is in that price.
 *
 * @param cardsPerNode of a node of the card, where the quote does not say
 */
export function termsOf(quote: ResolvedQuote, cardsPerNode: number, values: InputValues): RentalTerms {
  const known = (amount: Amount | null) => (amount === null ? null : amountAt(amount, values));
  return {
    basis: quote.basis === "purchase" ? "onDemand" : quote.basis,
    price: amountAt(quote.price, values),
    cardsPerUnit: quote.wholeNodes ? (quote.cardsPerNode ?? cardsPerNode) : 1,
    minimumCards: quote.minimumCards ?? 1,
    incrementHours: quote.billingIncrementMinutes / MINUTES_PER_HOUR,
    commitment: quote.commitment,
    storagePerTBMonth: known(quote.storagePerTBMonth),
    egressPerTB: known(quote.egressPerTB),
  };
}
