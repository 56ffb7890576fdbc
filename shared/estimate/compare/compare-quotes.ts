/** What a plan costs, and how long it takes, at every offer: side by side. */
import type { Accelerator } from "../../hardware/accelerator.ts";
import { priceRental, type RentalCost } from "../../money/rental/price-rental.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { PETAFLOP_DAY } from "../../units/constants.ts";
import { amountAt, likelyValues } from "../amounts.ts";
import { headlineCharges } from "../budget/beyond-use.ts";
import type { Estimate } from "../types.ts";
import { type OfferedCards, type UsualCards, usualCards } from "./compared-cards.ts";
import { onFrontier } from "./frontier.ts";
import { type RentalContext, rentalOf } from "./rental-of.ts";
import type { CannotRun } from "./scheduled-use.ts";
import { Schedules } from "./schedules.ts";
import { storageUse } from "./storage-use.ts";
import { unstated } from "./unstated.ts";
import { type Incomparable, type WorkOnCard, worksOnCards } from "./work-on-card.ts";

/** An offer that takes the plan's work, or a part of it. */
export interface ComparedQuote {
  /** Index into the quotes that were compared. */
  readonly quote: number;
  readonly comparable: true;
  /** The card that the work is done on; null where the plan uses several and the quote prices them all. */
  readonly card: Accelerator | null;
  /** Cards that the time is for. */
  readonly cards: number;
  readonly cardsFrom: OfferedCards["cardsFrom"];
  readonly cardHours: number;
  /** By the schedule; null where some runs cannot be done. */
  readonly hours: number | null;
  /** Why; null where all can be. The total is then that of the used card-hours alone. */
  readonly cannotRun: CannotRun | null;
  readonly price: number;
  /** Of 8.64e19 delivered operations; null where nobody counts them. */
  readonly pricePerPetaflopDay: number | null;
  readonly cost: RentalCost;
  /** Of runs on cards that the quote does not price: what the quotes that these are costed by charge for them, used or not. */
  readonly others: number;
  /** Of the whole plan. */
  readonly total: number;
  /**
   * Above the cheapest offer that takes the work; 0 for that one. Offers that do not say what storage or egress costs are not taken for the
   * cheapest where others say all, so that they can be below.
   */
  readonly overCheapest: number;
  /** Above the plan's own headline; below 0 where this is cheaper. */
  readonly overHeadline: number;
  /** No other is both as cheap and as fast; false where the total leaves something out and another's does not. */
  readonly onFrontier: boolean;
}

export interface IncomparableQuote {
  readonly quote: number;
  readonly comparable: false;
  readonly because: Incomparable;
}

export type QuoteComparison = ComparedQuote | IncomparableQuote;

/**
 * Prices the plan's work at every quote. A quote for a card that the plan does not use is for the whole plan on that card; one for some of its
 * cards prices the runs on these, and the others keep their own price. Where a quote does not say how many cards there are, those that are
 * asked for count, else those of the plan's first cluster that takes every run.
 *
 * Work that is the same is estimated and scheduled once, however many quotes offer its card.
 *
 * @param schedules kept from one comparison to the next where a plan is edited
 * @param asked cards for the quotes that do not say
 */
export function compareQuotes(
  plan: ResolvedPlan,
  estimated: Estimate,
  quotes: readonly ResolvedQuote[],
  schedules: Schedules = new Schedules(),
  asked: number | null = null,
): QuoteComparison[] {
  const workOf = worksOnCards(plan, estimated, schedules);
  const usual = asked === null ? usualCards(plan, estimated) : { cards: asked, from: "asked" as const };
  const context = { plan, values: likelyValues(plan), stored: storageUse(plan, estimated), usual };
  const costOf = ownCost(usual, schedules);
  const offers = quotes.map((quote, index) => {
    const work = workOf(quote);
    return work.ok
      ? { quote: index, comparable: true as const, ...priceAt(quote, work.value, context, costOf) }
      : { quote: index, comparable: false as const, because: work.error };
  });
  const compared = offers.filter((offer) => offer.comparable);
  const taking = compared.filter(({ hours }) => hours !== null);
  const whole = taking.filter(({ cost }) => unstated(cost) === null);
  const weighed = whole.length > 0 ? whole : taking.length > 0 ? taking : compared;
  const cheapest = Math.min(...weighed.map(({ total }) => total));
  const headline = headlineTotal(plan, estimated, workOf, context, costOf);
  const best = onFrontier(weighed);
  const frontier = new Set(weighed.filter((_, index) => best[index]).map(({ quote }) => quote));
  return offers.map((offer) =>
    offer.comparable
      ? {
          ...offer,
          overCheapest: difference(offer.total, cheapest),
          overHeadline: difference(offer.total, headline),
          onFrontier: frontier.has(offer.quote),
        }
      : offer,
  );
}

/** Sums of the same parts in another order differ by rounding, and are the same. */
const difference = (total: number, other: number): number =>
  Math.abs(total - other) <= 1e-9 * Math.abs(other) ? 0 : total - other;

/** Cost of a plan's runs, or of a part of them, as the quotes that they are costed by charge it; storage and egress are not in it. */
type OwnCost = (of: { readonly plan: ResolvedPlan; readonly estimated: Estimate }) => number;

function ownCost(usual: UsualCards, schedules: Schedules): OwnCost {
  const known = new Map<ResolvedPlan, number>();
  return ({ plan, estimated }) => {
    const cost = known.get(plan) ?? estimated.withReruns.cost + headlineCharges(plan, estimated, usual, schedules);
    known.set(plan, cost);
    return cost;
  };
}

type Priced = Omit<ComparedQuote, "quote" | "comparable" | "overCheapest" | "overHeadline" | "onFrontier">;

function priceAt(quote: ResolvedQuote, work: WorkOnCard, context: RentalContext, costOf: OwnCost): Priced {
  const { usage, terms, ...offered } = rentalOf(quote, work, context);
  const cost = priceRental(usage, terms);
  const others = work.others === null ? 0 : costOf(work.others);
  const { cardHours, flop } = work.estimated.withReruns;
  return {
    card: work.card,
    ...offered,
    cardHours,
    price: terms.price,
    pricePerPetaflopDay: isCounted(context.plan) && flop > 0 ? cost.work / (flop / PETAFLOP_DAY) : null,
    cost,
    others,
    total: cost.total + others,
  };
}

/** The operations of work without a model are in no total, while its hours are. */
const isCounted = ({ classes }: ResolvedPlan): boolean => classes.every(({ model }) => model !== null);

/** At the plan's own prices, with all parts; storage and egress at those of the first of its quotes that states them. */
function headlineTotal(
  plan: ResolvedPlan,
  estimated: Estimate,
  workOf: ReturnType<typeof worksOnCards>,
  context: RentalContext,
  costOf: OwnCost,
): number {
  const [quote, ...more] = plan.quotes.filter(({ headline }) => headline);
  const work = quote === undefined || more.length > 0 ? null : workOf(quote);
  if (quote !== undefined && work?.ok === true) return priceAt(quote, work.value, context, costOf).total;
  const stated = (key: "storagePerTBMonth" | "egressPerTB"): number => {
    const price = plan.cards.map((card) => plan.quotes[card.quote]?.[key]).find((one) => one != null);
    return price == null ? 0 : amountAt(price, context.values);
  };
  const { storageTBMonths, egressTB } = context.stored;
  return costOf({ plan, estimated }) + storageTBMonths * stated("storagePerTBMonth") + egressTB * stated("egressPerTB");
}
