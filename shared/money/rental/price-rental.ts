import { heldCardHours, paidCardHours, wholes } from "./paid-hours.ts";
import type { RentalUsage, UsageStretch } from "./usage.ts";

const ROUNDING = 1e-8;

/** How cards are rented: plain numbers, money in one currency. */
export interface RentalTerms {
  readonly basis: "onDemand" | "spot" | "reserved" | "block";
  /** Per card-hour. */
  readonly price: number;
  /** Cards come in whole ones of these: those of a node where only whole nodes are rented, else 1. */
  readonly cardsPerUnit: number;
  /** As long as any card is rented, at least this many are. */
  readonly minimumCards: number;
  /** Hours are paid in whole ones of these; 0: to the second. */
  readonly incrementHours: number;
  /** Of a reservation or a block; null of cards that come and go. */
  readonly commitment: { readonly cards: number; readonly hours: number } | null;
  /** Null where the quote does not say: that is not 0. */
  readonly storagePerTBMonth: number | null;
  readonly egressPerTB: number | null;
}

/** What a rental costs, by what the money is for. The parts add up to the total. */
export interface RentalCost {
  /** The work itself. */
  readonly work: number;
  /** Cards that are held beside the work: the rest of whole nodes, and what spreading over more cards loses. */
  readonly idle: number;
  /** What a minimum, a reservation or whole blocks make one pay for beyond what is held. */
  readonly commitment: number;
  /** What whole billing increments make one pay for beyond that. */
  readonly increments: number;
  /** Work done again after interruptions, with the checkpoints and restarts that go with them. */
  readonly interruptions: number;
  /** Null where something is stored or sent and the quote does not say what that costs; the total is then without it. */
  readonly storage: number | null;
  readonly egress: number | null;
  readonly paidCardHours: number;
  /** What the card-hours of each part lie between. */
  readonly steps: RentalSteps;
  readonly total: number;
}

/** Card-hours, each at least those before it. */
export interface RentalSteps {
  /** Of the work, with what interruptions lose. */
  readonly needed: number;
  /** With what runs lose that are spread over more cards. */
  readonly spread: number;
  /** Held, in whole nodes where only these are rented. */
  readonly held: number;
  /** With the minimum, the reservation or whole blocks. */
  readonly committed: number;
  /** With whole billing increments. */
  readonly billed: number;
}

/**
 * What the work of a schedule costs at a quote.
 *
 * - On demand and spot: cards are rented when they are needed, in whole nodes, never fewer than the minimum, and paid by whole increments.
 * - Reserved: the stated cards for the stated hours, used or not. Work that is wider takes more cards for the same hours, work that is
 *   longer the whole term again.
 * - Block: as many whole blocks as cover the work.
 *
 * @example 2,788,000 card-hours on demand at 2.00: 5,576,000
 * @example 64 cards reserved for 8,760 hours at 1.80: 1,009,152, whether they are used or not; on demand at 3.00 used half of the time
 * 840,960, so that the reservation pays from 60 % on
 */
export function priceRental(usage: RentalUsage, terms: RentalTerms): RentalCost {
  const { price } = terms;
  const inUnits = heldCardHours(usage.stretches, terms.cardsPerUnit);
  const needed = usage.workCardHours + usage.lostCardHours;
  const committed = Math.max(inUnits, committedCardHours(usage.stretches, terms));
  const billed = Math.max(committed, billedCardHours(usage.stretches, terms));
  // A schedule's own sum differs from that of its work by rounding; that is nothing anybody pays, or is paid back.
  const spare = inUnits <= needed * (1 + ROUNDING) ? 0 : inUnits - needed;
  const held = needed + spare;
  // As above: what rounding leaves beside spreading is not idle.
  const isSpreadAll = usage.spreadCardHours > 0 && spare <= usage.spreadCardHours + ROUNDING * needed;
  const spread = needed + (isSpreadAll ? spare : Math.min(spare, usage.spreadCardHours));
  const steps = { needed, spread, held, committed: held + (committed - inUnits), billed: held + (billed - inUnits) };
  const work = usage.workCardHours * price;
  const idle = spare * price;
  const commitment = (committed - inUnits) * price;
  const increments = (billed - committed) * price;
  const interruptions = usage.lostCardHours * price;
  const storage = amountAt(usage.storageTBMonths, terms.storagePerTBMonth);
  const egress = amountAt(usage.egressTB, terms.egressPerTB);
  const total = work + idle + commitment + increments + interruptions + (storage ?? 0) + (egress ?? 0);
  return {
    work,
    idle,
    commitment,
    increments,
    interruptions,
    storage,
    egress,
    paidCardHours: steps.billed,
    steps,
    total,
  };
}

/** Card-hours that are paid for by the cards alone: the minimum, the reservation, the blocks. */
function committedCardHours(stretches: readonly UsageStretch[], terms: RentalTerms): number {
  const { commitment, cardsPerUnit } = terms;
  if (commitment === null) return heldCardHours(withMinimum(stretches, terms), cardsPerUnit);
  if (terms.basis === "block") return paidCardHours(stretches, commitment);
  const peak = stretches.reduce((most, { cards }) => Math.max(most, cards), 0);
  const cards = Math.max(commitment.cards, wholes(peak, cardsPerUnit) * cardsPerUnit);
  return cards * termHours(stretches, commitment);
}

/**
 * Hours of as many whole terms, one after the other, as the work lies in; one at least.
 *
 * @example work of 9,000 hours, reserved for 8,760: 17,520
 */
export function termHours(stretches: readonly UsageStretch[], { hours }: { readonly hours: number }): number {
  return Math.max(1, wholes(stretches.at(-1)?.toHours ?? 0, hours)) * hours;
}

/** Card-hours that are paid for when hours are billed in whole increments. What is committed is paid for in any case. */
const billedCardHours = (stretches: readonly UsageStretch[], terms: RentalTerms): number =>
  terms.commitment !== null
    ? 0
    : paidCardHours(withMinimum(stretches, terms), { cards: terms.cardsPerUnit, hours: terms.incrementHours });

const withMinimum = (stretches: readonly UsageStretch[], { minimumCards }: RentalTerms): readonly UsageStretch[] =>
  stretches.every(({ cards }) => cards >= minimumCards)
    ? stretches
    : stretches.map((stretch) => ({ ...stretch, cards: Math.max(stretch.cards, minimumCards) }));

/** 0 of nothing costs nothing, whoever is asked. */
const amountAt = (amount: number, price: number | null): number | null =>
  amount === 0 ? 0 : price === null ? null : amount * price;
