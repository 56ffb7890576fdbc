import { amountAt, likelyValues } from "../../estimate/amounts.ts";
import type { QuoteComparison } from "../../estimate/compare/compare-quotes.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { type Comparison, whyNot } from "./comparison.ts";

/** What `compare --json` prints: the offers in the order of the file, every figure unrounded, money in the plan's currency. */
export function comparisonToJson({ plan, file, quotes, compared, list }: Comparison): string {
  const values = likelyValues(plan);
  const offers = compared.flatMap((offer) => {
    const quote = quotes[offer.quote];
    return quote === undefined ? [] : [{ ...offerOf(quote, amountAt(quote.price, values)), ...outcomeOf(offer, plan) }];
  });
  const said = { schemaVersion: 1, plan: { title: plan.title, file }, currency: plan.currency, quotes: offers, list };
  return `${JSON.stringify(said, null, 2)}\n`;
}

function offerOf(quote: ResolvedQuote, price: number) {
  const { id, title, basis, native, date, validUntil, source } = quote;
  return {
    id,
    title,
    basis,
    price,
    quoted: { currency: native.currency, price: native.price?.likely ?? null, exchange: native.exchange },
    date,
    validUntil,
    source,
  };
}

function outcomeOf(offer: QuoteComparison, plan: ResolvedPlan) {
  if (!offer.comparable) return { comparable: false, because: whyNot(offer) };
  const { quote: _, card, cost, price: _price, others, cannotRun, ...rest } = offer;
  const { total: _total, paidCardHours, steps: _steps, ...parts } = cost;
  const why =
    cannotRun === null ? null : { ...cannotRun, experiment: plan.experiments[cannotRun.experiment]?.id ?? null };
  return { ...rest, cannotRun: why, card: card === null ? null : card.id, paidCardHours, parts: { ...parts, others } };
}
