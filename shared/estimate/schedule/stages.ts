/** The experiments of a plan as stages: which must have ended before another begins. */
import type { ResolvedPlan } from "../../plan/resolved.ts";

/**
 * By experiment, the experiments that it follows. What follows an experiment whose runs are done in another follows that one too, unless
 * that would be a circle.
 */
export function stagesAfter({ experiments, classes }: Pick<ResolvedPlan, "experiments" | "classes">): number[][] {
  const index = new Map(experiments.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number[] => {
    const at = index.get(id);
    return at === undefined ? [] : [at];
  };
  const after = experiments.map((experiment) => new Set(experiment.after.flatMap(placeOf)));
  const shared = experiments.map((): Set<number> => new Set());
  for (const { experiment, sharedWith } of classes) {
    for (const at of sharedWith === null ? [] : placeOf(sharedWith)) shared[experiment]?.add(at);
  }
  for (const [stage, own] of after.entries()) {
    for (const before of [...own]) {
      for (const done of shared[before] ?? []) if (!follows(after, done, stage)) own.add(done);
    }
  }
  return after.map((own) => [...own].sort((a, b) => a - b));
}

/** Whether `stage` is `other`, or waits for it. */
function follows(after: readonly ReadonlySet<number>[], stage: number, other: number): boolean {
  const seen = new Set<number>();
  const waiting = [stage];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === other) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    waiting.push(...(after[one] ?? []));
  }
  return false;
}
