/** What the hours of a request for units are, in words. */
import type { AllocationRequest } from "../../estimate/budget/allocation.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { shortCardName } from "../text/card-name.ts";

/**
 * Parts of a sentence; none where the hours are the plan's own card-hours.
 *
 * @example ["on A100 cards", "failures, checkpoints and restarts included"]
 */
export function requestWords(
  { clusters }: Pick<ResolvedPlan, "clusters">,
  { cluster, isScheduled }: Pick<AllocationRequest, "cluster" | "isScheduled">,
): string[] {
  const of = cluster === null ? undefined : clusters[cluster];
  if (of === undefined) return [];
  const { accelerator } = of;
  return [
    ...(accelerator === null ? [] : [`on ${shortCardName(accelerator.name, accelerator.vendor)} cards`]),
    isScheduled ? "failures, checkpoints and restarts included" : "without failures",
  ];
}
