/** A plan as it would be on a cluster: its cards, and how many of them are granted. */
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { onCard } from "../on-card.ts";

/** Shares such as 0.1 of 30 cards are not to lose a card to rounding. */
const ROUNDING = 1e-9;

/**
 * Whole cards that a project gets of a cluster, at least 1.
 *
 * @example grantedCards({ cards: 4_096, share: 0.25 }) // 1,024
 */
export const grantedCards = ({ cards, share }: Pick<ResolvedCluster, "cards" | "share">): number =>
  Math.max(1, Math.floor(cards * share + ROUNDING));

/** A cluster has no more. */
const MOST_CARDS = 10_000_000;

/**
 * Cards of the smallest cluster of this kind of which so many are granted; null where that is more than a cluster can have.
 *
 * @example clusterFor(16, { share: 0.25 }) // 64
 */
export function clusterFor(granted: number, { share }: Pick<ResolvedCluster, "share">): number | null {
  const cards = Math.ceil(granted / share - ROUNDING);
  return cards > MOST_CARDS ? null : cards;
}

/**
 * The plan at the speed of a cluster's card; the same plan where the cluster has no card of its own. That the card has a peak in every
 * format of the plan was checked when the plan was resolved.
 */
export function atSpeedOf(plan: ResolvedPlan, { accelerator }: Pick<ResolvedCluster, "accelerator">): ResolvedPlan {
  if (accelerator === null || plan.cards.every((card) => card.accelerator.id === accelerator.id)) return plan;
  const moved = onCard(plan, accelerator);
  if (!moved.ok) throw new RangeError(`no dense peak is known of ${accelerator.name} in ${moved.error.format}`);
  return moved.value;
}

/** The same, with the nodes of the cluster, which bound what of a run fits into the memory of a host. */
export const onCluster = (
  plan: ResolvedPlan,
  cluster: Pick<ResolvedCluster, "accelerator" | "cardsPerNode">,
): ResolvedPlan => {
  const moved = atSpeedOf(plan, cluster);
  return { ...moved, cards: moved.cards.map((card) => ({ ...card, cardsPerNode: cluster.cardsPerNode })) };
};
