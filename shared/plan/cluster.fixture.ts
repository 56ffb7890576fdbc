import { bareCluster } from "./resolve/clusters.ts";
import type { ResolvedCluster } from "./resolved.ts";

/** A cluster of `cards` as a plan without a date has it that says nothing else of it; its nodes have 8 cards. */
export const clusterOf = (cards: number, own: Partial<ResolvedCluster> = {}): ResolvedCluster => ({
  ...bareCluster({ cards: [], date: null }, cards),
  ...own,
});
