/** Machines that are owned against a rental, for the work of a plan. Pure. */
import { estimate } from "../../../../shared/estimate/estimate.ts";
import { onCard } from "../../../../shared/estimate/on-card.ts";
import type { Accelerator } from "../../../../shared/hardware/accelerator.ts";
import { type RentOrBuy, rentOrBuy, type UseStretch } from "../../../../shared/money/ownership/rent-or-buy.ts";
import { type OwnershipSwing, ownershipSwings } from "../../../../shared/money/ownership/sensitivity.ts";
import type { QuotedPurchase } from "../../../../shared/money/purchase-fields.ts";
import type { ResolvedQuote } from "../../../../shared/plan/resolved.ts";
import { HOURS_PER_YEAR, MONTHS_PER_YEAR } from "../../../../shared/units/constants.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";

export interface Weighing {
  readonly rentalPrice: number;
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

export function weigh(
  { resolved, estimated }: OpenedPlan,
  owned: ResolvedQuote & { readonly purchase: QuotedPurchase },
  rentalPrice: number,
  accelerators: readonly Accelerator[],
): Weighing {
  const { purchase } = owned;
  const lifetime = purchase.lifetimeYears * MONTHS_PER_YEAR;
  const use: readonly UseStretch[] = [{ months: lifetime, share: purchase.useShare }];
  const stated = rentOrBuy({ purchase, rentalPrice, use });
  const work = workOn(resolved, estimated.withReruns.cardHours, owned.accelerator, accelerators);
  const planShare = work === null ? null : work / stated.own.cardHours;
  const busy = work === null ? null : work / stated.own.cards / (HOURS_PER_YEAR / MONTHS_PER_YEAR);
  const alone =
    busy === null || busy >= lifetime
      ? null
      : rentOrBuy({
          purchase,
          rentalPrice,
          use: [
            { months: busy, share: 1 },
            { months: lifetime - busy, share: 0 },
          ],
        });
  const left = planShare === null ? 0 : 1 - planShare;
  const others = planShare === null ? 0 : purchase.useShare - planShare;
  return {
    rentalPrice,
    stated,
    alone,
    swings: ownershipSwings({ purchase, rentalPrice, use }),
    planShare,
    afterwards: left <= 0 || others < 0 ? null : others / left,
  };
}

/** Card-hours of the plan on a card; null where its speed there is not known. */
function workOn(
  plan: OpenedPlan["resolved"],
  own: number,
  card: string | null,
  accelerators: readonly Accelerator[],
): number | null {
  if (card === null || plan.cards.every(({ accelerator }) => accelerator.id === card)) return own;
  const accelerator = [...plan.cards.map((one) => one.accelerator), ...accelerators].find(({ id }) => id === card);
  if (accelerator === undefined) return null;
  const moved = onCard(plan, accelerator);
  return moved.ok ? estimate(moved.value).withReruns.cardHours : null;
}
