/** An offer as a rental: what the plan's work uses of its cards, and on which terms. */
import type { Reliability } from "../../cluster/machine.ts";
import type { RentalTerms } from "../../money/rental/price-rental.ts";
import type { RentalUsage } from "../../money/rental/usage.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { amountAt, type InputValues } from "../amounts.ts";
import { reliabilityOf } from "../schedule/schedule-of.ts";
import { type OfferedCards, offeredCards, type UsualCards } from "./compared-cards.ts";
import type { ScheduledUse } from "./scheduled-use.ts";
import type { StorageUse } from "./storage-use.ts";
import { termsOf } from "./terms-of.ts";
import { clusterAt, type WorkOnCard } from "./work-on-card.ts";

export interface RentalContext {
  readonly plan: ResolvedPlan;
  readonly values: InputValues;
  readonly stored: StorageUse;
  readonly usual: UsualCards;
}

export interface Rental extends OfferedCards, Pick<ScheduledUse, "hours" | "cannotRun"> {
  readonly usage: RentalUsage;
  readonly terms: RentalTerms;
}

/** The work on the cards of an offer, by the schedule. */
export function rentalOf(
  quote: ResolvedQuote,
  work: WorkOnCard,
  { plan, values, stored, usual }: RentalContext,
): Rental {
  const cardsPerNode = quote.cardsPerNode ?? work.cardsPerNode;
  const { cards, cardsFrom } = offeredCards(quote, cardsPerNode, usual);
  const machine = { cards, cardsPerNode, interruptions: interruptionsOf(quote, cardsPerNode, plan, values) };
  const terms = termsOf(quote, cardsPerNode, values);
  const { hours, cannotRun, ...used } = work.use(machine);
  return {
    cards,
    cardsFrom,
    hours,
    cannotRun,
    usage: { workCardHours: work.estimated.withReruns.cardHours, ...used, ...stored },
    terms: cannotRun === null ? terms : byTheCardHour(terms),
  };
}

/** Of work that cannot be done nobody knows when it holds which cards: what is left to tell is the price of its card-hours. */
const byTheCardHour = (terms: RentalTerms): RentalTerms => ({
  ...terms,
  cardsPerUnit: 1,
  minimumCards: 1,
  incrementHours: 0,
  commitment: null,
});

/** An instance is interrupted as a whole, so a card as often as its instance has cards for each of it. */
function interruptionsOf(
  { interruptionHours }: ResolvedQuote,
  cardsPerNode: number,
  plan: ResolvedPlan,
  values: InputValues,
): Reliability | null {
  if (interruptionHours === null) return null;
  return {
    ...reliabilityOf(clusterAt(plan, 0), values),
    cardMtbfHours: amountAt(interruptionHours, values) * cardsPerNode,
  };
}
