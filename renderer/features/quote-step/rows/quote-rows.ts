/** The quotes of a plan as its step shows them, from the raw document and from the figures of the last valid plan. Pure. */

import { likelyValues } from "../../../../shared/estimate/amounts.ts";
import { speedOf } from "../../../../shared/estimate/class-estimate.ts";
import type { Figure } from "../../../../shared/estimate/figure.ts";
import { atOtherQuotes } from "../../../../shared/estimate/readings.ts";
import { type CopiedFrom, copiedFromSchema } from "../../../../shared/lib/copied-from.ts";
import { ownershipCost, pricePerUsedCardHour } from "../../../../shared/money/ownership/ownership-cost.ts";
import { isStale, STALE_AFTER_DAYS } from "../../../../shared/money/price-age.ts";
import { pricePerPetaflopDay } from "../../../../shared/money/price-of-work.ts";
import { completePurchase, purchaseSchema } from "../../../../shared/money/purchase-fields.ts";
import type { Rate } from "../../../../shared/money/rate.ts";
import { DEFAULT_TERM, type Term, termSchema } from "../../../../shared/money/term.ts";
import type { Catalogue } from "../../../../shared/plan/catalogue.ts";
import { DEFAULT_CURRENCY } from "../../../../shared/plan/defaults.ts";
import { currencyOfQuote } from "../../../../shared/plan/quote-currency.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { fieldText, treeItems, treeValue } from "../../../fields/tree-value.ts";

export interface QuoteRow {
  readonly index: number;
  readonly id: string;
  readonly title: string;
  /** What the title leaves out: the term of a rate, or nothing. */
  readonly beside: string | null;
  readonly rate: Rate | null;
  readonly term: Term;
  /** A row of the catalogue that is not there. */
  readonly unknownRate: string | null;
  /** Per card-hour; null while it is no number. Of a range, the likely one. */
  readonly price: number | null;
  readonly range: { readonly low: number; readonly high: number } | null;
  /** What was quoted, where that is in another currency than the plan; `price` is null while nobody says what it is worth. */
  readonly native: { readonly currency: string; readonly price: number | null } | null;
  /** Machines to own: `price` is what a card-hour costs that is used. */
  readonly isPurchase: boolean;
  /** The id of the one accelerator that it is for; null: every card. */
  readonly card: string | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly isOld: boolean;
  /** The document marks it as headline. */
  readonly isMarked: boolean;
  /** The plan is costed by it. */
  readonly isHeadline: boolean;
  /** Whether any run of the plan is on a card that it prices; true while there are no figures. */
  readonly applies: boolean;
  /** What the whole plan would cost at it, and how it was computed; null where it prices nothing, or there are no figures. */
  readonly total: { readonly cost: number; readonly figure: Figure } | null;
  /** `total` less the plan's own; null for the headline. */
  readonly difference: number | null;
  /** Of a petaflop-day at the plan's speed. */
  readonly petaflopDay: number | null;
  readonly from: CopiedFrom | null;
}

export function quoteRows(
  tree: unknown,
  live: OpenedPlan | null,
  catalogue: Catalogue,
  today: string,
  staleAfterDays: number = STALE_AFTER_DAYS,
): QuoteRow[] {
  const items = treeItems(tree, ["quotes"]);
  const someMarked = items.some((item) => treeValue(item, ["headline"]) === true);
  const costs = costsById(live);
  const stated = items.map((item, index) => statedQuote(item, index, tree, catalogue));
  return stated.map((quote) => {
    const isMarked = treeValue(items[quote.index], ["headline"]) === true;
    const isAlone = stated.filter(({ card }) => card === quote.card).length === 1;
    const isHeadline = someMarked ? isMarked : isAlone;
    const known = costs.get(quote.id);
    return {
      ...quote,
      isOld: isStale(quote.date, today, staleAfterDays),
      isMarked,
      isHeadline,
      applies: appliesTo(quote.card, live),
      total: known === undefined ? null : { cost: known.cost, figure: known.figure },
      difference: known === undefined || live === null || isHeadline ? null : known.cost - totalOf(live),
      petaflopDay: petaflopDayOf(quote.price, quote.card, live),
    };
  });
}

type Stated = Pick<
  QuoteRow,
  | "index"
  | "id"
  | "title"
  | "beside"
  | "rate"
  | "term"
  | "unknownRate"
  | "price"
  | "range"
  | "native"
  | "isPurchase"
  | "card"
  | "date"
  | "source"
  | "from"
>;

export const TERM_WORDS: Readonly<Record<Term, string>> = {
  onDemand: "on demand",
  spot: "spot",
  reserved1y: "reserved for one year",
  reserved3y: "reserved for three years",
};

function statedQuote(item: unknown, index: number, tree: unknown, catalogue: Catalogue): Stated {
  const text = (key: string): string | null => {
    const value = treeValue(item, [key]);
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  const rateId = text("rate");
  const rate = catalogue.rates.find(({ id }) => id === rateId) ?? null;
  const term = termSchema.safeParse(treeValue(item, ["term"])).data ?? DEFAULT_TERM;
  const id = text("id") ?? "";
  const title = text("title");
  const from = copiedFromSchema.safeParse(treeValue(item, ["from"]));
  return {
    index,
    id,
    title: title ?? (rate === null ? id || "no title" : `${rate.provider} ${rate.accelerator}`),
    beside: rate === null ? null : TERM_WORDS[term],
    rate,
    term,
    unknownRate: rate === null ? rateId : null,
    ...inPlanCurrency(
      rate === null ? statedPrice(item, tree) : { price: rate.prices[term], range: null },
      currencyOfQuote(
        { rate: rate?.id, currency: text("currency") ?? undefined },
        { currency: fieldText(treeValue(tree, ["currency"])) || undefined },
      ),
      tree,
    ),
    isPurchase: rate === null && text("basis") === "purchase",
    card: text("accelerator") ?? rate?.acceleratorId ?? null,
    date: text("date") ?? rate?.date ?? null,
    source: text("source") ?? rate?.source ?? null,
    from: from.success ? from.data : null,
  };
}

type Priced = Pick<QuoteRow, "price" | "range">;

/** A price in the currency that the plan counts in. */
function inPlanCurrency(stated: Priced, currency: string, tree: unknown): Priced & Pick<QuoteRow, "native"> {
  const own = fieldText(treeValue(tree, ["currency"])) || DEFAULT_CURRENCY;
  if (currency === own) return { ...stated, native: null };
  const exchange = treeItems(tree, ["exchangeRates"]).find((one) => treeValue(one, ["currency"]) === currency);
  const rate = treeValue(exchange, ["rate"]);
  const native = { currency, price: stated.price };
  if (typeof rate !== "number" || stated.price === null) return { price: null, range: null, native };
  const { range } = stated;
  return {
    price: stated.price * rate,
    range: range === null ? null : { low: range.low * rate, high: range.high * rate },
    native,
  };
}

/** A price as the document has it: a number, a range, the name of a variable, or what owning costs for a card-hour that is used. */
function statedPrice(item: unknown, tree: unknown): Priced {
  const price = treeValue(item, ["price"]);
  const purchase = purchaseSchema.safeParse(treeValue(item, ["purchase"]));
  if (purchase.success && price === undefined) {
    const { useShare } = purchase.data;
    return { price: pricePerUsedCardHour(ownershipCost(completePurchase(purchase.data)), useShare), range: null };
  }
  if (typeof price === "number") return { price, range: null };
  const use = treeValue(price, ["use"]);
  const range = typeof use === "string" ? treeValue(tree, ["variables", use]) : price;
  const [low, likely, high] = (["low", "likely", "high"] as const).map((part) => treeValue(range, [part]));
  if (typeof likely !== "number") return { price: null, range: null };
  return {
    price: likely,
    range: typeof low === "number" && typeof high === "number" ? { low, high } : null,
  };
}

const totalOf = ({ estimated }: OpenedPlan): number => estimated.withReruns.cost;

function costsById(live: OpenedPlan | null): ReadonlyMap<string, { readonly cost: number; readonly figure: Figure }> {
  if (live === null) return new Map();
  const { resolved, estimated } = live;
  const others = atOtherQuotes(resolved, estimated).flatMap(({ quote, cost }) => {
    const { id, accelerator } = resolved.quotes[quote] ?? { id: "", accelerator: null };
    return appliesTo(accelerator, live) ? [[id, { cost, figure: { of: "quote", quote } }] as const] : [];
  });
  const headlines = resolved.quotes.flatMap(({ id, headline, accelerator }) =>
    headline && appliesTo(accelerator, live)
      ? [[id, { cost: totalOf(live), figure: { of: "total", measure: "cost", stage: "withReruns" } }] as const]
      : [],
  );
  return new Map<string, { readonly cost: number; readonly figure: Figure }>([...others, ...headlines]);
}

function appliesTo(card: string | null, live: OpenedPlan | null): boolean {
  return card === null || live === null || live.resolved.cards.some(({ accelerator }) => accelerator.id === card);
}

function petaflopDayOf(price: number | null, card: string | null, live: OpenedPlan | null): number | null {
  if (price === null || live === null) return null;
  const { cards, inputs } = live.resolved;
  // A price of every card says so only where all cards are of one speed.
  const of = cards.filter(({ accelerator }) => card === null || accelerator.id === card);
  const speeds = new Set(of.map((one) => speedOf(one, likelyValues({ inputs }))));
  const [speed] = speeds;
  return speeds.size === 1 && speed != null ? pricePerPetaflopDay(price, speed) : null;
}
