/** What a rental costs beyond the card-hours of the work, where the estimate counts those alone. */
import { priceRental, termHours } from "../../money/rental/price-rental.ts";
import type { RentalUsage } from "../../money/rental/usage.ts";
import type { ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { amountAt, likelyValues } from "../amounts.ts";
import { offeredCards, type UsualCards, usualCards } from "../compare/compared-cards.ts";
import { rentalOf } from "../compare/rental-of.ts";
import type { CannotRun } from "../compare/scheduled-use.ts";
import { Schedules } from "../compare/schedules.ts";
import { worksOnCards } from "../compare/work-on-card.ts";
import { estimate } from "../estimate.ts";
import { splitByQuote } from "../readings.ts";
import type { Estimate } from "../types.ts";

/**
 * Why card-hours are paid for that the work does not use: done again after interruptions, lost by spreading a run over
 * more cards, idle in whole nodes, below the fewest cards of a rental, in whole billing increments; or reserved, or bought in a block, which
 * is all of these in one.
 */
export type ChargeKind = "interruptions" | "spreading" | "idle" | "minimum" | "increments" | "unused";

export interface Charge {
  readonly kind: ChargeKind;
  /** Card-hours without this charge, and with it. */
  readonly from: number;
  readonly to: number;
  /** (`to` − `from`) × price, in the plan's currency. */
  readonly cost: number;
}

export interface BeyondUse {
  /** Index into the plan's quotes. */
  readonly quote: number;
  /** The card-hours that are used × the price: what the estimate counts. */
  readonly used: number;
  /** Those above 0; none where some runs cannot be done at the quote. */
  readonly charges: readonly Charge[];
  /** Why some runs cannot be done at it, and on how many cards; null where all can. */
  readonly cannotRun: (CannotRun & { readonly cards: number }) | null;
  /** Hours that a reservation or blocks are paid for in all, term after term; null without a commitment. */
  readonly committedHours: number | null;
  /** With all charges; storage and data transfer are not in it. */
  readonly total: number;
  /** The charges where all of the work takes `times` as long. */
  readonly chargesAt: (times: number) => readonly Charge[];
}

/** What is known of the quotes of one plan, and what they have in common: a schedule is made once for all offers of the same cards. */
interface Known {
  readonly plan: ResolvedPlan;
  readonly found: Map<number, readonly BeyondUse[]>;
  readonly schedules: Schedules;
  readonly workOf: ReturnType<typeof worksOnCards>;
  readonly usual: () => UsualCards;
}

/** Asked for again and again while a ceiling is searched. */
const KNOWN = new WeakMap<Estimate, Known>();

/**
 * What the plan's quotes charge for beyond used card-hours, as the comparison of quotes prices it; quotes that price no card of the plan are
 * left out.
 *
 * @param quotes indexes of those that are asked for; all unless stated
 * @example 80,000 card-hours on 64 cards reserved for 8,760 hours at 1.80: 144,000 is used of 1,009,152
 * @example 10 runs of 4 cards one after the other for 1,000 h each, at 2.50 in whole nodes of 8: 40,000 card-hours idle, 100,000
 */
export function paidBeyondUse(
  plan: ResolvedPlan,
  estimated: Estimate,
  quotes: readonly number[] = plan.quotes.map((_, index) => index),
): readonly BeyondUse[] {
  return quotes.flatMap((index) => beyondUseAt(plan, estimated, index));
}

function beyondUseAt(plan: ResolvedPlan, estimated: Estimate, index: number): readonly BeyondUse[] {
  const before = KNOWN.get(estimated);
  const known = before?.plan === plan ? before : knownOf(plan, estimated);
  if (known !== before) KNOWN.set(estimated, known);
  const quote = plan.quotes[index];
  const found = known.found.get(index) ?? (quote === undefined ? [] : made(plan, estimated, quote, index, known));
  known.found.set(index, found);
  return found;
}

function knownOf(
  plan: ResolvedPlan,
  estimated: Estimate,
  stated: { readonly schedules?: Schedules; readonly usual?: UsualCards } = {},
): Known {
  const { schedules = new Schedules() } = stated;
  let { usual } = stated;
  return {
    plan,
    found: new Map(),
    schedules,
    workOf: worksOnCards(plan, estimated, schedules),
    usual: () => {
      usual ??= usualCards(plan, estimated);
      return usual;
    },
  };
}

/** The same, of the quotes that the plan is costed by. */
export function headlineBeyondUse(plan: ResolvedPlan, estimated: Estimate): readonly BeyondUse[] {
  const costed = new Set(plan.cards.map((card) => card.quote));
  return [...costed].sort((a, b) => a - b).flatMap((index) => beyondUseAt(plan, estimated, index));
}

/**
 * Their cost, in the plan's currency.
 *
 * @param usual cards for the quotes that do not say how many they have
 */
export function headlineCharges(
  plan: ResolvedPlan,
  estimated: Estimate,
  usual: UsualCards,
  schedules: Schedules,
): number {
  const known = knownOf(plan, estimated, { schedules, usual });
  return [...new Set(plan.cards.map((card) => card.quote))].reduce((sum, index) => {
    const quote = plan.quotes[index];
    const [found] = quote === undefined ? [] : made(plan, estimated, quote, index, known);
    return sum + (found === undefined ? 0 : found.total - found.used);
  }, 0);
}

function made(
  plan: ResolvedPlan,
  estimated: Estimate,
  quote: ResolvedQuote,
  index: number,
  { schedules, workOf, usual }: Known,
): BeyondUse[] {
  const { cardHours } = splitByQuote(plan, estimated, index);
  // Without a cluster there is no schedule to count by.
  if (cardHours === 0 || plan.clusters.length === 0) return [];
  const part = quote.headline ? costedBy(plan, index) : plan;
  const work = (part === plan ? workOf : worksOnCards(part, estimate(part), schedules))(quote);
  if (!work.ok) return [];
  const values = likelyValues(plan);
  const cardsPerNode = quote.cardsPerNode ?? work.value.cardsPerNode;
  if (!hasTerms(quote) && work.value.fills(cardsPerNode)) {
    const used = work.value.estimated.withReruns.cardHours * amountAt(quote.price, values);
    const cannotRun = (): BeyondUse["cannotRun"] => {
      const { cards } = offeredCards(quote, cardsPerNode, usual());
      const why = work.value.cannotRun({ cards, cardsPerNode });
      return why === null ? null : { ...why, cards };
    };
    return [chargedForUse(index, used, cannotRun)];
  }
  const stored = { storageTBMonths: 0, egressTB: 0 };
  const context = { plan, values, stored, usual: usual() };
  const { usage, terms, cannotRun, cards } = rentalOf(quote, work.value, context);
  const chargesAt = (times: number): readonly Charge[] => {
    const used = timesAsLong(usage, times);
    const { needed, spread, held, committed, billed } = priceRental(used, terms).steps;
    const charge = (kind: ChargeKind, from: number, to: number): Charge[] =>
      terms.price > 0 && to > from * (1 + ROUNDING) ? [{ kind, from, to, cost: (to - from) * terms.price }] : [];
    if (terms.commitment !== null) return charge("unused", used.workCardHours, billed);
    return [
      ...charge("interruptions", used.workCardHours, needed),
      ...charge("spreading", needed, spread),
      ...charge("idle", spread, held),
      ...charge("minimum", held, committed),
      ...charge("increments", committed, billed),
    ];
  };
  const used = usage.workCardHours * terms.price;
  if (cannotRun !== null) return [chargedForUse(index, used, () => ({ ...cannotRun, cards }))];
  const charges = chargesAt(1);
  const committedHours = terms.commitment === null ? null : termHours(usage.stretches, terms.commitment);
  const total = charges.reduce((sum, { cost }) => sum + cost, used);
  return [{ quote: index, used, charges, cannotRun, committedHours, total, chargesAt }];
}

/** Nothing beyond use, whatever the schedule. Whether all runs can be done is asked for apart from any sum. */
function chargedForUse(quote: number, used: number, cannotRun: () => BeyondUse["cannotRun"]): BeyondUse {
  let known: BeyondUse["cannotRun"] | undefined;
  return {
    quote,
    used,
    charges: [],
    get cannotRun() {
      if (known === undefined) known = cannotRun();
      return known;
    },
    committedHours: null,
    total: used,
    chargesAt: () => [],
  };
}

/** Whether a quote may charge for more than the cards that runs hold, by the second: what it comes to does not then depend on the runs alone. */
export const hasTerms = ({
  commitment,
  minimumCards,
  billingIncrementMinutes,
  interruptionHours,
  wholeNodes,
}: ResolvedQuote): boolean =>
  commitment !== null ||
  (minimumCards ?? 1) > 1 ||
  billingIncrementMinutes > 0 ||
  interruptionHours !== null ||
  wholeNodes;

/** Smaller parts of card-hours are what adding doubles leaves over. */
const ROUNDING = 1e-9;

/** The runs of a plan that one of its quotes prices; the plan itself where it prices them all. */
function costedBy(plan: ResolvedPlan, quote: number): ResolvedPlan {
  const classes = plan.classes.filter(({ card }) => plan.cards[card]?.quote === quote);
  return classes.length === plan.classes.length ? plan : { ...plan, classes };
}

/** Every run longer by the same factor, at the same places of the schedule. */
const timesAsLong = (usage: RentalUsage, times: number): RentalUsage => ({
  ...usage,
  workCardHours: usage.workCardHours * times,
  lostCardHours: usage.lostCardHours * times,
  spreadCardHours: usage.spreadCardHours * times,
  stretches: usage.stretches.map(({ fromHours, toHours, cards }) => ({
    fromHours: fromHours * times,
    toHours: toHours * times,
    cards,
  })),
});
