/** A resolved quote for tests: a stated price for every card, and whatever else is said. */
import type { ResolvedQuote } from "./resolved.ts";

export function resolvedQuote(price: number, more: Partial<ResolvedQuote> = {}): ResolvedQuote {
  return {
    id: "stated",
    title: "Stated price",
    basis: "onDemand",
    term: null,
    price: { likely: price, input: null },
    native: { currency: "USD", price: more.price ?? { likely: price, input: null }, exchange: null },
    headline: true,
    accelerator: null,
    card: null,
    commitment: null,
    billingIncrementMinutes: 0,
    wholeNodes: false,
    cardsPerNode: null,
    minimumCards: null,
    cardsAvailable: null,
    leadTimeDays: null,
    region: null,
    interruptionHours: null,
    storagePerTBMonth: null,
    egressPerTB: null,
    utilisation: null,
    purchase: null,
    quotedBy: null,
    date: null,
    validUntil: null,
    source: null,
    attachment: null,
    note: null,
    path: "quotes[0]",
    ...more,
  };
}
