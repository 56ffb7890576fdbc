/** Finding the figures of an experiment of the document in the last valid plan. Pure. */
import type { RangedTotals, Totals } from "../../../shared/estimate/types.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { treeValue } from "../../fields/tree-value.ts";
import { experimentPath } from "./edits.ts";

export interface ExperimentFigures {
  /** Its index in the valid plan, which may have others before it. */
  readonly index: number;
  readonly totals: Totals;
  readonly share: number;
  readonly ranges: RangedTotals | null;
}

/** The figures of the tree's `experiment`; null where the valid plan has none of its id. */
export function figuresOf(live: OpenedPlan | null, tree: unknown, experiment: number): ExperimentFigures | null {
  const id = treeValue(tree, [...experimentPath(experiment), "id"]);
  const index = live?.resolved.experiments.findIndex((one) => one.id === id) ?? -1;
  const totals = live?.estimated.experiments[index];
  if (live === null || totals === undefined) return null;
  return { index, totals, share: shareOf(live, totals), ranges: live.ranges?.experiments[index] ?? null };
}

/** A part of the plan's money, or of its work where the cards cost nothing. */
export function shareOf({ estimated }: OpenedPlan, part: Totals): number {
  const whole = estimated.withReruns;
  if (whole.cost > 0) return part.cost / whole.cost;
  return whole.cardHours > 0 ? part.cardHours / whole.cardHours : 0;
}

export interface SweepFigures {
  readonly runs: number;
  readonly cardHours: number;
  /** Of one run, the least and the most. */
  readonly perRun: { readonly from: number; readonly to: number };
  readonly items: { readonly from: number; readonly to: number };
  /** Of its models; null for models with stated counts. */
  readonly shape: Readonly<
    Record<"width" | "heads" | "headSize", { readonly from: number; readonly to: number }>
  > | null;
}

/** The figures of a sweep of the valid plan; null where it has no such sweep. `sweep` null takes the whole experiment. */
export function sweepFigures(live: OpenedPlan | null, experiment: number, sweep: number | null): SweepFigures | null {
  if (live === null) return null;
  const { resolved, estimated } = live;
  const totals = sweep === null ? estimated.experiments[experiment] : estimated.sweeps[experiment]?.[sweep];
  const perRun = extent();
  const items = extent();
  const shape = { width: extent(), heads: extent(), headSize: extent() };
  resolved.classes.forEach((runClass, index) => {
    const own = estimated.classes[index];
    if (runClass.experiment !== experiment || (sweep !== null && runClass.sweep !== sweep) || own === undefined) return;
    widen(perRun, own.cardHoursPerRun);
    widen(items, own.items);
    const model = resolved.models[runClass.model]?.shape;
    if (model?.kind !== "transformer") return;
    widen(shape.width, model.width);
    widen(shape.heads, model.heads);
    widen(shape.headSize, model.headSize);
  });
  if (totals === undefined || perRun.to < perRun.from) return null;
  const hasShape = shape.width.to >= shape.width.from;
  return { runs: totals.runs, cardHours: totals.cardHours, perRun, items, shape: hasShape ? shape : null };
}

const extent = () => ({ from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY });

function widen(extent: { from: number; to: number }, value: number): void {
  extent.from = Math.min(extent.from, value);
  extent.to = Math.max(extent.to, value);
}
