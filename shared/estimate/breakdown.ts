/** The plan's totals split another way: by model, or by the values of an axis. */
import type { ResolvedAxis, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { addTo, emptyTotals, finish, type RunningTotals, sumTotals } from "./totals.ts";
import type { Estimate, Totals } from "./types.ts";

/** Repeats included, reruns not: the parts add up to the plan's experiments. */
export interface ModelTotals {
  /** Index into the plan's models. */
  readonly model: number;
  readonly totals: Totals;
}

/** Totals of every model of the plan, in the plan's order; `withoutModel` has the rest. */
export function byModel(plan: ResolvedPlan, estimated: Estimate): ModelTotals[] {
  const sums = plan.models.map(emptyTotals);
  plan.classes.forEach((runClass, index) => {
    const sum = runClass.model === null ? undefined : sums[runClass.model];
    const own = estimated.classes[index];
    if (sum !== undefined && own !== undefined) addTo(sum, own);
  });
  return sums.map((sum, model) => ({ model, totals: finish(sum) }));
}

/** Totals of the runs that have no model; null where all have one. */
export function withoutModel(plan: ResolvedPlan, estimated: Estimate): Totals | null {
  const own = plan.classes.flatMap(({ model }, index) => (model === null ? (estimated.classes[index] ?? []) : []));
  return own.length === 0 ? null : sumTotals(own);
}

export interface AxisValueTotals {
  /** The value as the plan writes it; `null` for sweeps that do not have the axis. */
  readonly value: string | null;
  readonly totals: Totals;
}

/** Names of every axis that lists its values, in the order of first appearance. */
export function namedAxes(plan: ResolvedPlan): string[] {
  const names = new Set<string>();
  for (const experiment of plan.experiments)
    for (const sweep of experiment.sweeps)
      for (const axis of sweep.axes) if (axis.values !== null) names.add(axis.name);
  return [...names];
}

/**
 * Totals by the values of the axis called `name` (or of a field of the models, as `model.width`), in the order of first
 * appearance; runs that have no such value are gathered under `null`, last. The runs of one class are spread evenly over the labels that they share.
 */
export function byAxis(plan: ResolvedPlan, estimated: Estimate, name: string): AxisValueTotals[] {
  const sums = new Map<string | null, RunningTotals>();
  const sumFor = (value: string | null): RunningTotals => {
    const sum = sums.get(value) ?? emptyTotals();
    sums.set(value, sum);
    return sum;
  };
  plan.classes.forEach((runClass, index) => {
    const own = estimated.classes[index];
    if (own === undefined) return;
    const values = valuesAlong(plan, runClass, name);
    for (const value of values) addTo(sumFor(value), own, 1 / values.length);
  });
  const without = sums.get(null);
  sums.delete(null);
  const rows: AxisValueTotals[] = [...sums].map(([value, sum]) => ({ value, totals: finish(sum) }));
  return without === undefined ? rows : [...rows, { value: null, totals: finish(without) }];
}

/** The run classes that have a part in one value of `name`, each with that part: 1, or less where its labels share it. */
export function classesAt(
  plan: ResolvedPlan,
  name: string,
  value: string,
): { readonly runClass: number; readonly part: number }[] {
  return plan.classes.flatMap((one, runClass) => {
    const values = valuesAlong(plan, one, name);
    return values.includes(value) ? [{ runClass, part: 1 / values.length }] : [];
  });
}

/**
 * The values along `name` that the runs of `runClass` have: its own, or all labels of the axis where it has none (a count
 * that depends on a label gives each label classes of its own). A sweep without the axis
 * still has a value for a field of its model (`model.heads`, and derived ones as `model.width`); else `[null]`.
 */
function valuesAlong(plan: ResolvedPlan, runClass: RunClass, name: string): (string | null)[] {
  const axes = plan.experiments[runClass.experiment]?.sweeps[runClass.sweep]?.axes ?? [];
  const position = axes.findIndex((axis: ResolvedAxis) => axis.name === name);
  const axis = axes[position];
  const own = runClass.values[position] ?? null;
  if (axis?.kind === "labels" && axis.values && own === null) return axis.values.map(String);
  if (axis?.values) return [String(own)];
  return [modelField(plan, runClass, name)];
}

function modelField(plan: ResolvedPlan, runClass: RunClass, name: string): string | null {
  if (!name.startsWith(MODEL_PREFIX)) return null;
  const shape = runClass.model === null ? undefined : plan.models[runClass.model]?.shape;
  const value = shape && Object.entries(shape).find(([field]) => field === name.slice(MODEL_PREFIX.length))?.[1];
  return value === undefined ? null : String(value);
}

const MODEL_PREFIX = "model.";
