/** Runs that cannot run on a cluster, each with the reason in words and the smallest cluster that takes it. */

import type { InfeasibleJob } from "../../cluster/schedule-types.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { clusterFor, grantedCards } from "./on-cluster.ts";
import type { RunCards } from "./run-cards.ts";
import type { PlanWorkload } from "./workload.ts";

export interface InfeasibleClass {
  /** Of the job, and of its run class. */
  readonly id: string;
  readonly runClass: number;
  /** A sentence. */
  readonly reason: string;
  /** Cards of the smallest cluster that takes it, of which the same share is granted; null where none is large enough. */
  readonly minimumCards: number | null;
}

/** Each class once, in the order of the plan. */
export function infeasibleClasses(
  plan: ResolvedPlan,
  cluster: ResolvedCluster,
  workload: PlanWorkload,
  jobs: readonly InfeasibleJob[],
): InfeasibleClass[] {
  const found = new Map<number, InfeasibleClass>();
  for (const { job, minimumCards, because } of jobs) {
    const [id, of] = [workload.jobs[job]?.id, workload.jobsOf[job]];
    if (id === undefined || of === undefined || found.has(of.runClass)) continue;
    found.set(of.runClass, {
      id,
      runClass: of.runClass,
      reason:
        because === "cards"
          ? tooLarge(of.cards, grantedCards(cluster), cluster)
          : `${whatItFollows(plan, workload, jobs, of.runClass)} cannot run, and these runs follow it.`,
      minimumCards: clusterFor(minimumCards, cluster),
    });
  }
  return [...found.values()];
}

function tooLarge({ min, minBy }: RunCards, granted: number, { cards, cardsPerNode }: ResolvedCluster): string {
  const own = granted === cards ? `the cluster has ${exact(cards)}` : `${exact(granted)} of the cluster's are granted`;
  const has = min !== null && min <= granted ? `; ${inNodes(min, granted, cardsPerNode, own)}` : `, and ${own}`;
  if (min === null) return "One run does not fit into the memory of these cards, on however many it is spread.";
  switch (minBy.kind) {
    case "memory":
      return `One run needs ${counted(min, "card")} to fit into their memory${has}.`;
    case "hours":
      return `One run has ${counted(min, "card")} for its hours${has}.`;
    case "stated":
      return `One run takes at least ${counted(min, "card")}, as the plan states${has}.`;
    case "unknown":
      return `The layout of one run takes ${counted(min, "card")}${has}.`;
  }
}

/** "in whole nodes of 8 that is 16, and the cluster has 12: 1 whole node", where the cards were enough but their nodes are not. */
function inNodes(min: number, granted: number, perNode: number, has: string): string {
  const [needed, whole] = [Math.ceil(min / perNode) * perNode, Math.floor(granted / perNode)];
  const nodes = whole === 1 ? "1 whole node" : `${whole === 0 ? "no" : exact(whole)} whole nodes`;
  return `in whole nodes of ${exact(perNode)} that is ${exact(needed)}, and ${has}: ${nodes}`;
}

/** The title of an experiment that a class waits for, itself or through others, and that has a run which is too large. */
function whatItFollows(
  plan: ResolvedPlan,
  workload: PlanWorkload,
  jobs: readonly InfeasibleJob[],
  runClass: number,
): string {
  const blocked = new Set(
    jobs.flatMap(({ job, because }) => (because === "cards" ? [workload.jobs[job]?.stage ?? -1] : [])),
  );
  const seen = new Set<number>();
  const waiting = [...(workload.after[plan.classes[runClass]?.experiment ?? -1] ?? [])];
  for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
    if (blocked.has(stage)) return plan.experiments[stage]?.title ?? "An experiment";
    if (seen.has(stage)) continue;
    seen.add(stage);
    waiting.push(...(workload.after[stage] ?? []));
  }
  return "An experiment";
}
