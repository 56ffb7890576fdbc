import type { ResolvedPlan, RunClass } from "../../plan/resolved.ts";

/**
 * The name of a run class, the same as long as its experiment, its sweep and its values are: experiment, sweep where there are several
 * (its id, else its place), values of the axes that tell it from the other classes of its sweep.
 *
 * @example classId(plan, 0)   // "alignment/heads=8"
 * @example classId(plan, 118) // "compute_optim/compute_optimal/heads=32"
 * @example classId(plan, 119) // "gamma_expts/2"
 */
export function classId(plan: Pick<ResolvedPlan, "experiments">, runClass: RunClass): string {
  const experiment = plan.experiments[runClass.experiment];
  const sweep = experiment?.sweeps[runClass.sweep];
  if (experiment === undefined || sweep === undefined) throw new RangeError("a run class lies outside its plan");
  const ofSweep = sweep.id ?? (experiment.sweeps.length > 1 ? String(runClass.sweep + 1) : null);
  const values = runClass.values.flatMap((value, axis) =>
    value === null ? [] : [`${shortName(sweep.axes[axis]?.name ?? "")}=${value}`],
  );
  return [
    experiment.id,
    ...(ofSweep === null ? [] : [ofSweep]),
    ...(values.length === 0 ? [] : [values.join(",")]),
  ].join("/");
}

const shortName = (axis: string): string => axis.slice(axis.lastIndexOf(".") + 1);
