/** The plan's prices, and which of them prices which card. */

import type { Accelerator } from "../../hardware/accelerator.ts";
import { ownershipCost, pricePerUsedCardHour } from "../../money/ownership/ownership-cost.ts";
import { completePurchase, purchaseIn, type QuotedPurchase } from "../../money/purchase-fields.ts";
import { basisOf, type Quote } from "../../money/quote.ts";
import type { Rate } from "../../money/rate.ts";
import { DEFAULT_TERM, type Term } from "../../money/term.ts";
import type { Catalogue } from "../catalogue.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import { quoteCard } from "../quote-card.ts";
import { currencyOfQuote } from "../quote-currency.ts";
import type { Amount, ResolvedCard, ResolvedQuote } from "../resolved.ts";
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

export function resolveQuotes(
  document: PlanDocument,
  cards: readonly ResolvedCard[],
  catalogue: Catalogue,
  inputs: Inputs,
): ResolvedQuote[] {
  const { quotes } = document;
  return quotes.map((quote, index) => {
    const path = ["quotes", index];
    const rate = quote.rate === undefined ? undefined : catalogue.rates.find(({ id }) => id === quote.rate);
    const term = quote.term ?? DEFAULT_TERM;
    const native = currencyOfQuote(quote, document);
    const exchange = exchangeOf(native, document);
    const worth = exchange?.rate ?? 1;
    const amount = (key: AmountKey): Amount | null => {
      const quantity = quote[key];
      return quantity === undefined ? null : inputs.amount(quantity, [...path, key]);
    };
    const own = quote.basis === "purchase" ? null : (amount("price") ?? ratePrice(rate, term));
    const purchase = quote.purchase === undefined ? null : purchaseIn(completePurchase(quote.purchase), worth);
    return {
      id: quote.id,
      title: quote.title ?? (rate === undefined ? quote.id : rateTitle(rate, term)),
      basis: basisOf(quote),
      term: rate === undefined ? null : term,
      price: own === null ? ownedPrice(purchase) : times(own, worth),
      native: { currency: native, price: own, exchange },
      headline: isHeadline(quote, quotes),
      accelerator: quoteCard(quote, catalogue),
      card: cardNamed(quoteCard(quote, catalogue), cards, catalogue),
      commitment: quote.commitment ?? null,
      billingIncrementMinutes: quote.billingIncrementMinutes ?? 0,
      wholeNodes: quote.wholeNodes ?? false,
      cardsPerNode: quote.purchase?.cardsPerNode ?? quote.cardsPerNode ?? rate?.cardsPerInstance ?? null,
      minimumCards: quote.minimumCards ?? null,
      cardsAvailable: quote.cardsAvailable ?? null,
      leadTimeDays: quote.leadTimeDays ?? null,
      region: quote.region ?? rate?.region ?? null,
      interruptionHours: amount("interruptionHours"),
      storagePerTBMonth: timesOrNull(amount("storagePerTBMonth"), worth),
      egressPerTB: timesOrNull(amount("egressPerTB"), worth),
      utilisation: amount("utilisation"),
      purchase,
      quotedBy: quote.quotedBy ?? rate?.provider ?? null,
      date: quote.date ?? rate?.date ?? null,
      validUntil: quote.validUntil ?? null,
      source: quote.source ?? rate?.source ?? null,
      attachment: quote.attachment ?? null,
      note: quote.note ?? rate?.note ?? null,
      path: pathText(path),
    };
  });
}

/** A card that the plan writes down itself goes before one of the catalogue. */
function cardNamed(id: string | null, cards: readonly ResolvedCard[], { accelerators }: Catalogue): Accelerator | null {
  const own = cards.map(({ accelerator }) => accelerator);
  return [...own, ...accelerators].find((one) => one.id === id) ?? null;
}

/** The members of a quote that may be in doubt. */
type AmountKey = "price" | "interruptionHours" | "storagePerTBMonth" | "egressPerTB" | "utilisation";

/** What a quote's currency is worth; null in the plan's own, and where the exchange rate was taken out for a fault of its own. */
function exchangeOf(currency: string, document: PlanDocument): ResolvedQuote["native"]["exchange"] {
  if (currency === (document.currency ?? DEFAULT_CURRENCY)) return null;
  const exchange = document.exchangeRates?.find((one) => one.currency === currency);
  if (exchange === undefined) return null;
  return { rate: exchange.rate, date: exchange.date, source: exchange.source ?? null };
}

const times = ({ likely, input }: Amount, factor: number): Amount =>
  factor === 1
    ? { likely, input }
    : input === null
      ? { likely: likely * factor, input }
      : { likely: likely * factor, input, factor };

const timesOrNull = (amount: Amount | null, factor: number): Amount | null =>
  amount === null ? null : times(amount, factor);

function ownedPrice(purchase: QuotedPurchase | null): Amount {
  if (purchase === null) throw new RangeError("a purchase without its machines passed its checks");
  return { likely: pricePerUsedCardHour(ownershipCost(purchase), purchase.useShare), input: null };
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
