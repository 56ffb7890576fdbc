/** How many cards of a cluster there are for the plan, in words. */
import type { ResolvedCluster } from "../../plan/resolved.ts";
import { plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { grantedCards } from "./on-cluster.ts";

type Granted = Pick<ResolvedCluster, "cards" | "share">;

/** "32", or "8 of 32 granted". */
export const cardsText = (cluster: Granted): string =>
  cluster.share === 1 ? exact(cluster.cards) : `${exact(grantedCards(cluster))} of ${exact(cluster.cards)} granted`;

/** "32 H100 cards", or "8 granted of 32 H100 cards". @param kind "H100 cards" */
export function clusterCards(cluster: Granted, kind = "cards"): string {
  const of = `${exact(cluster.cards)} ${kind.replace(/cards$/, plural(cluster.cards, "card"))}`;
  return cluster.share === 1 ? of : `${exact(grantedCards(cluster))} granted of ${of}`;
}
