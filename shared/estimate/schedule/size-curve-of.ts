/** Time against the size of a cluster that is else like one of the plan's. Slow: half a second or so, so that only what draws it asks for it. */
import { type SizeCurve, sizeCurve } from "../../cluster/size-curve.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { likelyValues } from "../amounts.ts";
import type { Estimate } from "../types.ts";
import { reliabilityOf } from "./schedule-of.ts";
import { type PlanWorkload, workloadOf } from "./workload.ts";

const LARGEST = 1_000_000;
/** A bend nearer to the end of the axis than this part of it is none: nothing is seen of what comes after. */
const SEEN = 0.9;

/** The work of the plan where such a cluster has as many cards as the curve goes to, all of them granted. */
export const workloadOnLargest = (plan: ResolvedPlan, estimated: Estimate, cluster: ResolvedCluster): PlanWorkload =>
  workloadOf(plan, estimated, { ...cluster, cards: LARGEST, share: 1 });

/** Ideal, scheduled and expected hours on 1 to 1,000,000 cards that are granted, under the plan's policy. */
export const sizeCurveOf = (plan: ResolvedPlan, estimated: Estimate, cluster: ResolvedCluster): SizeCurve =>
  sizeCurve(
    workloadOnLargest(plan, estimated, cluster),
    cluster,
    plan.policy,
    reliabilityOf(cluster, likelyValues(plan)),
  );

/**
 * Where more cards stop helping, and the scheduled hours there; null where they help up to the largest size, or where even that cannot
 * run all.
 */
export function bendOf({ points, enoughCards }: SizeCurve): { readonly cards: number; readonly hours: number } | null {
  const largest = points.at(-1);
  if (enoughCards === null || largest?.scheduledHours == null || enoughCards >= largest.cards * SEEN) return null;
  return { cards: enoughCards, hours: largest.scheduledHours };
}

/** Whether two clusters are of one kind: they differ in size and in what is granted of it, so that one curve is true of both. */
export const isAlike = (a: ResolvedCluster, b: ResolvedCluster): boolean =>
  a.accelerator?.id === b.accelerator?.id && a.cardsPerNode === b.cardsPerNode;
