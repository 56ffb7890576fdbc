/** The models that a sweep of the valid plan trains, each with the sequence of its first run. Pure. */
import type { TokenContext } from "../../../../shared/compute/token-context.ts";
import { countParameters } from "../../../../shared/models/count-parameters.ts";
import type { ParameterCount } from "../../../../shared/models/parameter-count.ts";
import type { ModelShape } from "../../../../shared/models/shape.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";

export interface ShownModel {
  readonly label: string;
  readonly shape: ModelShape;
  readonly context: TokenContext;
  readonly count: ParameterCount;
}

/** In the plan's order of models, the smallest first; `sweep` null takes the whole experiment. */
export function modelsOf(live: OpenedPlan | null, experiment: number, sweep: number | null): ShownModel[] {
  if (live === null) return [];
  const { classes, models } = live.resolved;
  const first = new Map<number, TokenContext>();
  for (const one of classes) {
    const { model } = one;
    if (model === null || one.experiment !== experiment || (sweep !== null && one.sweep !== sweep)) continue;
    if (!first.has(model)) first.set(model, { sequence: one.training.sequence ?? 1, attended: one.training.attended });
  }
  return models.flatMap(({ label, shape }, model) => {
    const context = first.get(model);
    return context === undefined ? [] : [{ label, shape, context, count: countParameters(shape) }];
  });
}
