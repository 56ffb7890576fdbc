/** Models of the plan that are smaller than any whose speed was measured: they may train slower than it. Pure. */
import { byModel } from "../../../shared/estimate/breakdown.ts";
import { countParameters } from "../../../shared/models/count-parameters.ts";
import { widthOf } from "../../../shared/models/shape.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";

export interface PlanModel {
  readonly parameters: number;
  /** Null for a model that has none. */
  readonly width: number | null;
}

/** Size and width of every model of the plan. */
export const planModels = ({ resolved }: OpenedPlan): readonly PlanModel[] =>
  resolved.models.map(({ shape }) => ({ parameters: countParameters(shape).total, width: widthOf(shape) }));

export interface SmallModels {
  readonly smaller: number;
  readonly models: number;
  /** What part of the money they take, of 1; null where the plan costs nothing. */
  readonly share: number | null;
}

/** The plan's models below `smallest` parameters; null where there are none. */
export function smallModels(plan: OpenedPlan, smallest: number): SmallModels | null {
  const sizes = planModels(plan);
  const isSmaller = (model: number) => (sizes[model]?.parameters ?? Number.POSITIVE_INFINITY) < smallest;
  const smaller = sizes.filter((_, model) => isSmaller(model)).length;
  if (smaller === 0) return null;
  const models = byModel(plan.resolved, plan.estimated);
  const cost = (some: typeof models) => some.reduce((sum, { totals }) => sum + totals.cost, 0);
  const total = cost(models);
  return {
    smaller,
    models: sizes.length,
    share: total === 0 ? null : cost(models.filter(({ model }) => isSmaller(model))) / total,
  };
}
