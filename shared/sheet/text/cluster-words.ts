/** A cluster in words: its card where that is another than the plan's, and what would be large enough. */
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";
import { cardsInWords, shortCardName } from "./card-name.ts";

/** "A100": the card of a cluster where the plan's runs are on another; null where they are on the plan's own. */
export function otherCard(
  { cards }: Pick<ResolvedPlan, "cards">,
  { accelerator }: Pick<ResolvedCluster, "accelerator">,
): string | null {
  if (accelerator === null || cards.every((card) => card.accelerator.id === accelerator.id)) return null;
  return shortCardName(accelerator.name, accelerator.vendor);
}

/** "A100 cards": what a cluster of the plan has. */
export function cardsOfCluster(
  plan: Pick<ResolvedPlan, "cards">,
  cluster: Pick<ResolvedCluster, "accelerator">,
): string {
  const other = otherCard(plan, cluster);
  return other === null ? cardsInWords(plan) : `${other} cards`;
}

/** "Needs 16": the smallest cluster that could take every run. */
export function smallestWords({ infeasible }: Pick<ClusterSchedule, "infeasible">): string {
  if (infeasible.some(({ minimumCards }) => minimumCards === null)) return "No number of these cards is enough";
  const needed = infeasible.reduce((most, { minimumCards }) => Math.max(most, minimumCards ?? 0), 0);
  return `Needs ${exact(needed)}`;
}
