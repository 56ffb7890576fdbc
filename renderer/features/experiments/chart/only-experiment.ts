/** One experiment of a plan as a plan of its own, for a chart of it. Pure. */
import type { Estimate } from "../../../../shared/estimate/types.ts";
import type { ResolvedPlan } from "../../../../shared/plan/resolved.ts";

/**
 * The plan and the estimate with the run classes, models and totals of one experiment only, without the budget, which is of them all; null
 * where it has none.
 */
export function onlyExperiment(
  plan: ResolvedPlan,
  estimated: Estimate,
  index: number,
): { readonly resolved: ResolvedPlan; readonly estimate: Estimate } | null {
  const experiment = plan.experiments[index];
  const totals = estimated.experiments[index];
  const sweeps = estimated.sweeps[index];
  if (experiment === undefined || totals === undefined || sweeps === undefined) return null;
  const own = plan.classes.flatMap((runClass, position) => {
    const figures = estimated.classes[position];
    return runClass.experiment === index && figures !== undefined ? [{ runClass, figures }] : [];
  });
  const { budget: _, ...rest } = plan;
  const models = [...new Set(own.flatMap(({ runClass }) => runClass.model ?? []))];
  const numberOf = new Map(models.map((model, number) => [model, number]));
  return {
    resolved: {
      ...rest,
      experiments: [experiment],
      models: models.flatMap((model) => plan.models[model] ?? []),
      classes: own.map(({ runClass }) => ({
        ...runClass,
        experiment: 0,
        model: numberOf.get(runClass.model ?? -1) ?? null,
      })),
      disputes: [],
    },
    estimate: {
      ...estimated,
      classes: own.map(({ figures }) => figures),
      sweeps: [sweeps],
      experiments: [totals],
      core: totals,
      withRepeats: totals,
      withReruns: totals,
    },
  };
}
