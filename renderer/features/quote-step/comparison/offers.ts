/** What the step shows of a comparison. Pure. */

import type { ComparedQuote, QuoteComparison } from "../../../../shared/estimate/compare/compare-quotes.ts";
import { cheapestFirst, unstated } from "../../../../shared/estimate/compare/unstated.ts";
import { dayNumber } from "../../../../shared/lib/days.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../../../shared/plan/resolved.ts";
import { cannotRunWords } from "../../../../shared/sheet/text/cannot-run-words.ts";
import { offerWords } from "../../../../shared/sheet/text/offer-words.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { HOURS_PER_DAY } from "../../../../shared/units/constants.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";

/** An offer that takes the plan, with its words. */
export interface Offer extends ComparedQuote {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly isHeadline: boolean;
  readonly days: number | null;
  /** Why some runs cannot be done; null where all can. */
  readonly whyNoTime: string | null;
  readonly unused: number;
  /** What is known of storage and egress. */
  readonly stored: number;
  /** What of them the quote does not state, and the total is without. */
  readonly without: ReturnType<typeof unstated>;
}

/** An offer, or why nothing can be told of it. */
export type OfferState = Offer | { readonly why: string };

/** By the id of the quote. */
export function offersById(plan: ResolvedPlan, compared: readonly QuoteComparison[]): ReadonlyMap<string, OfferState> {
  return new Map(
    compared.flatMap((one): [string, OfferState][] => {
      const quote = plan.quotes[one.quote];
      if (quote === undefined) return [];
      return [[quote.id, one.comparable ? offerOf(plan, quote, one) : { why: whyNot(one) }]];
    }),
  );
}

function offerOf(plan: ResolvedPlan, quote: ResolvedQuote, compared: ComparedQuote): Offer {
  const { cost, hours, cannotRun, cards } = compared;
  return {
    ...compared,
    id: quote.id,
    title: quote.title,
    words: offerWords(quote),
    isHeadline: quote.headline,
    days: hours === null ? null : hours / HOURS_PER_DAY,
    whyNoTime: cannotRun === null ? null : capital(cannotRunWords(cannotRun, cards, quote, plan)),
    unused: cost.idle + cost.commitment + cost.increments,
    stored: (cost.storage ?? 0) + (cost.egress ?? 0),
    without: unstated(cost),
  };
}

function whyNot({ because }: Extract<QuoteComparison, { comparable: false }>): string {
  return "unknownCard" in because
    ? "Its card is neither in the catalogue nor in the plan"
    : `No dense peak is known of ${because.accelerator} in ${because.format}`;
}

export const isOffer = (one: OfferState | undefined): one is Offer => one !== undefined && !("why" in one);

/** Those that are done in so many days, the cheapest first; totals that leave something out last. */
export const within = (offers: readonly Offer[], days: number): Offer[] =>
  offers.filter((offer) => offer.days !== null && offer.days <= days).sort(cheapestFirst);

/** Days of the plan's first cluster that has a beginning and an end; else what the headline takes, in whole days. */
export function deadlineOf({ clusters }: ResolvedPlan, offers: readonly Offer[]): number | null {
  for (const { start, end } of clusters) {
    if (start !== null && end !== null) return Math.max(1, dayNumber(end) - dayNumber(start));
  }
  const own = offers.find(({ isHeadline }) => isHeadline)?.days ?? offers.find(({ days }) => days !== null)?.days;
  return own == null ? null : Math.ceil(own);
}

/** What is paid for beyond the work, that on other cards counted as work, where it is most. */
export function partsWords(sorted: readonly Offer[]): string {
  const beside = ({ cost, others, total }: Offer) => 1 - (cost.work + others) / total;
  const most = sorted.filter(({ total }) => total > 0).toSorted((a, b) => beside(b) - beside(a))[0];
  if (most === undefined || beside(most) < 0.005) return "The work itself is all of the cost";
  return `${most.title}: ${fixed(beside(most) * 100, 0)} % is paid for other than the work`;
}
