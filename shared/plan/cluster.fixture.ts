import { CLUSTER_DEFAULTS } from "../cluster/cluster.ts";
import type { ResolvedCluster } from "./resolved.ts";

/** A cluster of `cards` as a plan has it that says nothing else of it; its nodes have 8 cards. */
export const clusterOf = (cards: number, own: Partial<ResolvedCluster> = {}): ResolvedCluster => ({
  title: null,
  cards,
  accelerator: null,
  cardsPerNode: 8,
  interconnect: null,
  ...CLUSTER_DEFAULTS,
  queueWaitHours: { likely: CLUSTER_DEFAULTS.queueWaitHours, input: null },
  cardMtbfHours: { likely: CLUSTER_DEFAULTS.cardMtbfHours, input: null },
  start: null,
  end: null,
  allocation: null,
  stated: ["cards"],
  ...own,
});
