/** A schedule in words: what binds it, and what was taken for what the plan does not say. */

import type { Binding } from "../../cluster/schedule-types.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import type { ClusterSchedule } from "./cluster-schedule.ts";

/**
 * What keeps the schedule from being shorter, short and without a full stop: "Work", "The longest run, Compute-optimal, 16.8 B, on 64
 * cards".
 */
export function bindingWords(plan: ResolvedPlan, { scheduled, workload }: ClusterSchedule): string {
  const { kind, job, stage }: Binding = scheduled.binding;
  const at = job === null ? null : (scheduled.jobs[job] ?? null);
  const name = job === null ? null : jobWords(plan, workload.jobsOf[job]?.runClass ?? -1);
  const experiment = stage === null ? null : (plan.experiments[stage]?.title ?? null);
  switch (kind) {
    case "work":
      return "Work: more cards would shorten it";
    case "longestRun":
      return `The longest run${name === null ? "" : `, ${name}`}${at === null ? "" : `, on ${counted(at.cardsPerRun, "card")}`}`;
    case "path":
      return `Experiments that follow one another${experiment === null ? "" : `, up to ${experiment}`}`;
    case "maxParallel":
      return `Runs that may not go on at once${name === null ? "" : `, ${name}`}`;
    case "packing":
      return "Packing: cards that no run can use together";
    case "order":
      return "Order: later experiments wait for earlier ones";
    case "nothing":
      return "Nothing is to be done";
  }
}

/** "Compute-optimal, width 6,144": the experiment, and the model where the plan has several. */
function jobWords(plan: ResolvedPlan, index: number): string | null {
  const runClass = plan.classes[index];
  const title = plan.experiments[runClass?.experiment ?? -1]?.title;
  if (runClass === undefined || title === undefined) return null;
  const model = runClass.model === null || plan.models.length === 1 ? undefined : plan.models[runClass.model]?.label;
  return model === undefined ? title : `${title}, ${model}`;
}
