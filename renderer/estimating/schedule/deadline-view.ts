/** The question the other way round: how many cards it takes to end by a day, and what a cluster does until then. Pure. */
import { fewestCardsBy, fittingBy } from "../../../shared/cluster/deadline.ts";
import { likelyValues } from "../../../shared/estimate/amounts.ts";
import { hoursUntil } from "../../../shared/estimate/schedule/moments.ts";
import { clusterFor, grantedCards } from "../../../shared/estimate/schedule/on-cluster.ts";
import { reliabilityOf } from "../../../shared/estimate/schedule/schedule-of.ts";
import { workloadOf } from "../../../shared/estimate/schedule/workload.ts";
import type { Estimate } from "../../../shared/estimate/types.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../../shared/plan/resolved.ts";
import type { DeadlineView } from "./messages.ts";

/** A cluster may have no more. */
const MOST_CARDS = 10_000_000;

/**
 * Times are with failures; cards are those of the cluster, of which the same share is granted.
 *
 * @param day until whose end, as `2026-12-24`
 */
export function deadlineView(
  plan: ResolvedPlan,
  estimated: Estimate,
  cluster: ResolvedCluster,
  day: string,
): DeadlineView {
  const hours = Math.max(0, hoursUntil(cluster, day) ?? 0);
  const reliability = reliabilityOf(cluster, likelyValues(plan));
  const { cardsPerNode } = cluster;
  const unbounded = workloadOf(plan, estimated, { ...cluster, cards: MOST_CARDS, share: 1 });
  const fewest = fewestCardsBy(unbounded, { cardsPerNode }, plan.policy, reliability, hours);
  const cards = fewest === null ? null : clusterFor(fewest.cards, cluster);
  const own = workloadOf(plan, estimated, cluster);
  const fitting = fittingBy(own, { cards: grantedCards(cluster), cardsPerNode }, reliability, hours);
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  return {
    hours,
    fewest: fewest === null || cards === null ? null : { cards, hours: fewest.schedule.hours },
    fitting: fitting.map(({ jobs }) => ({
      runs: sumOf(jobs.map(({ of }) => of)),
      done: sumOf(jobs.map(({ runs }) => runs)),
    })),
  };
}
