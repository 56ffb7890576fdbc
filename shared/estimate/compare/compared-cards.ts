/** How many cards an offer is compared on. */
import { infeasibleJobs } from "../../cluster/infeasible.ts";
import type { ResolvedCluster, ResolvedPlan, ResolvedQuote } from "../../plan/resolved.ts";
import { grantedCards } from "../schedule/on-cluster.ts";
import { workloadOf } from "../schedule/workload.ts";
import type { Estimate } from "../types.ts";
import { clusterAt } from "./work-on-card.ts";

/** Cards for the offers that do not say how many they have, and who says so. */
export interface UsualCards {
  readonly cards: number;
  readonly from: "cluster" | "asked";
}

export interface OfferedCards {
  readonly cards: number;
  /** Who says how many: the quote itself, whoever asked for the comparison, or a cluster of the plan. */
  readonly cardsFrom: "quote" | UsualCards["from"];
}

/**
 * Index of the cluster whose cards count where a quote names none: the plan's first on which every run fits, else its first.
 *
 * @example of 10, 100 and 100,000 cards, for runs of up to 16: 1
 */
export function comparedCluster(plan: ResolvedPlan, estimated: Estimate): number {
  const takesAll = (cluster: ResolvedCluster): boolean => {
    const machine = { cards: grantedCards(cluster), cardsPerNode: cluster.cardsPerNode };
    return infeasibleJobs(workloadOf(plan, estimated, cluster), machine).length === 0;
  };
  return Math.max(0, plan.clusters.findIndex(takesAll));
}

/** What the cards of the plan's cluster come to. */
export function usualCards(plan: ResolvedPlan, estimated: Estimate): UsualCards {
  return { cards: grantedCards(clusterAt(plan, comparedCluster(plan, estimated))), from: "cluster" };
}

/**
 * A commitment or a purchase is of a number of cards, too. Where the quote says nothing the usual number has to do, in whole nodes of the
 * quote: who rents two nodes of 8 cards for 10 uses all 16.
 */
export function offeredCards(quote: ResolvedQuote, cardsPerNode: number, usual: UsualCards): OfferedCards {
  const { cardsAvailable, commitment, purchase } = quote;
  const bought = purchase === null ? null : purchase.nodes * purchase.cardsPerNode;
  const cards = cardsAvailable ?? commitment?.cards ?? bought;
  return cards === null
    ? { cards: Math.ceil(usual.cards / cardsPerNode) * cardsPerNode, cardsFrom: usual.from }
    : { cards, cardsFrom: "quote" };
}
