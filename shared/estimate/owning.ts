/** Machines that are owned against a rental, for the work of a plan. */
import { type RentOrBuy, rentOrBuy, type UseStretch } from "../money/ownership/rent-or-buy.ts";
import { type DoubtedInput, type OwnershipSwing, ownershipSwings } from "../money/ownership/sensitivity.ts";
import type { QuotedPurchase } from "../money/purchase-fields.ts";
import type { ResolvedPlan, ResolvedQuote } from "../plan/resolved.ts";
import { HOURS_PER_YEAR, MONTHS_PER_YEAR } from "../units/constants.ts";
import { amountAt, likelyValues } from "./amounts.ts";
import { estimate } from "./estimate.ts";
import { onCard } from "./on-card.ts";
import type { Estimate } from "./types.ts";

/** Used as the purchase states, used by the plan alone, or as stated with one doubted input at another value. */
export type OwningVariant = "stated" | "alone" | { readonly input: DoubtedInput; readonly value: number };

/** Price of a used card-hour, break-even use, payback month, and what owning saves. */
export type OwningMeasure = "price" | "breakEven" | "payback" | "saved";

/** Parts of what owning costs; running costs are of a year. */
export type OwnedPart = "capital" | "electricity" | "space" | "maintenance" | "staff" | "residual" | "total";

/** What renting costs for as much work as an owned card does in an hour. */
export interface RentalOfOwned {
  /** Of a rented card-hour, as quoted. */
  readonly quoted: number;
  /** Rented card-hours that do the work of an owned one; null where the plan's speed on either card is not known. */
  readonly exchange: number | null;
  /** quoted × exchange; as quoted where the exchange is not known. */
  readonly price: number;
}

export interface Weighing {
  readonly rental: RentalOfOwned;
  /** Used as the purchase states. */
  readonly stated: RentOrBuy;
  /** Used by this plan alone and then left idle; null where the plan fills the whole lifetime, or its work there is not known. */
  readonly alone: RentOrBuy | null;
  readonly swings: readonly OwnershipSwing[];
  /** Card-hours of the plan ÷ those of the lifetime; null where they are not known. */
  readonly planShare: number | null;
  /** What others use of the rest, if it is used as stated; null where the plan alone uses more, or nothing is left. */
  readonly afterwards: number | null;
}

/**
 * Weighs a purchase against a rental, by the index of each among the plan's quotes. Null where the one is no purchase or the other is.
 *
 * @example 32 nodes of 8 cards for four years take the golden plan in 48 % of their card-hours
 */
export function weigh(plan: ResolvedPlan, estimated: Estimate, owned: number, rental: number): Weighing | null {
  const [own, rented] = [plan.quotes[owned], plan.quotes[rental]];
  if (own?.purchase == null || rented === undefined || rented.purchase !== null) return null;
  const { purchase } = own;
  const work = workOn(plan, estimated, own);
  const rentedFor = rentalOf(plan, estimated, rented, work);
  const rentalPrice = rentedFor.price;
  const lifetime = purchase.lifetimeYears * MONTHS_PER_YEAR;
  const use: readonly UseStretch[] = [{ months: lifetime, share: purchase.useShare }];
  const stated = rentOrBuy({ purchase, rentalPrice, use });
  const planShare = work === null ? null : work / stated.own.cardHours;
  const left = planShare === null ? 0 : 1 - planShare;
  const others = planShare === null ? 0 : purchase.useShare - planShare;
  return {
    rental: rentedFor,
    stated,
    alone: work === null || rentedFor.exchange === null ? null : usedAlone(purchase, rentalPrice, work, lifetime),
    swings: ownershipSwings({ purchase, rentalPrice, use }),
    planShare,
    afterwards: left <= 0 || others < 0 ? null : others / left,
  };
}

/** What the rental costs for the work of an owned card-hour, by the index of purchase and rental; see `weigh`. */
export function rentalOfOwned(plan: ResolvedPlan, estimated: Estimate, owned: number, rental: number): RentalOfOwned {
  const [own, rented] = [plan.quotes[owned], plan.quotes[rental]];
  if (own === undefined || rented === undefined) throw new RangeError("there is no such quote");
  return rentalOf(plan, estimated, rented, workOn(plan, estimated, own));
}

function rentalOf(plan: ResolvedPlan, estimated: Estimate, rented: ResolvedQuote, work: number | null): RentalOfOwned {
  const quoted = amountAt(rented.price, likelyValues(plan));
  const there = workOn(plan, estimated, rented);
  const exchange = there === null || work === null ? null : work > 0 ? there / work : 1;
  return { quoted, exchange, price: quoted * (exchange ?? 1) };
}

/** The answer for one variant; null where there is none. */
export function owningAnswer(
  plan: ResolvedPlan,
  estimated: Estimate,
  owned: number,
  rental: number,
  variant: OwningVariant,
): RentOrBuy | null {
  const weighed = weigh(plan, estimated, owned, rental);
  if (weighed === null || variant === "stated") return weighed?.stated ?? null;
  if (variant === "alone") return weighed.alone;
  const purchase = plan.quotes[owned]?.purchase;
  if (purchase == null) return null;
  const use = [{ months: purchase.lifetimeYears * MONTHS_PER_YEAR, share: purchase.useShare }];
  return rentOrBuy({
    purchase: { ...purchase, [variant.input]: variant.value },
    rentalPrice: weighed.rental.price,
    use,
  });
}

function usedAlone(purchase: QuotedPurchase, rentalPrice: number, work: number, lifetime: number): RentOrBuy | null {
  const cards = purchase.nodes * purchase.cardsPerNode;
  const busy = work / cards / (HOURS_PER_YEAR / MONTHS_PER_YEAR);
  if (busy >= lifetime) return null;
  const use = [
    { months: busy, share: 1 },
    { months: lifetime - busy, share: 0 },
  ];
  return rentOrBuy({ purchase, rentalPrice, use });
}

/** Card-hours of the plan on the card of an offer, at the utilisation that it states; null where its speed there is not known. */
function workOn(
  plan: ResolvedPlan,
  estimated: Estimate,
  { accelerator: id, card: named, utilisation }: ResolvedQuote,
): number | null {
  const cards = [...new Map(plan.cards.map(({ accelerator }) => [accelerator.id, accelerator])).values()];
  const [only, ...more] = cards;
  // An offer for any card leaves the work of several where it is.
  if (id === null && (only === undefined || more.length > 0)) return estimated.withReruns.cardHours;
  const card = id === null ? only : (cards.find((one) => one.id === id) ?? named);
  if (card == null) return null;
  const moved = onCard(plan, card, utilisation);
  if (!moved.ok) return null;
  return (moved.value === plan ? estimated : estimate(moved.value)).withReruns.cardHours;
}
