/** Finding the figures of an experiment of the document in the last valid plan. Pure. */
import { difference } from "../../../shared/estimate/totals.ts";
import type { RangedTotals, Totals } from "../../../shared/estimate/types.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
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

/** What is done again, and its part of the plan as the sheet has it; null where nothing is. */
export function rerunsOf(live: OpenedPlan): { readonly totals: Totals; readonly share: number } | null {
  const { withReruns, withRepeats } = live.estimated;
  if (withReruns.cardHours <= withRepeats.cardHours) return null;
  const totals = difference(withReruns, withRepeats);
  return { totals, share: shareOf(live, totals) };
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

/** By plan: every keystroke asks for all sweeps that are shown, and each would look through all classes. */
const known = new WeakMap<ResolvedPlan, ReadonlyMap<string, SweepFigures>>();

/** The figures of a sweep of the valid plan; null where it has no such sweep. `sweep` null takes the whole experiment. */
export function sweepFigures(live: OpenedPlan | null, experiment: number, sweep: number | null): SweepFigures | null {
  if (live === null) return null;
  const all = known.get(live.resolved) ?? allSweeps(live);
  known.set(live.resolved, all);
  return all.get(keyOf(experiment, sweep)) ?? null;
}

const keyOf = (experiment: number, sweep: number | null): string => `${experiment} ${sweep}`;

function allSweeps({ resolved, estimated }: OpenedPlan): ReadonlyMap<string, SweepFigures> {
  const parts = new Map<string, Extents>();
  resolved.classes.forEach(({ experiment, sweep, model }, index) => {
    const own = estimated.classes[index];
    if (own === undefined) return;
    for (const key of [keyOf(experiment, sweep), keyOf(experiment, null)]) {
      const part = parts.get(key) ?? emptyExtents();
      parts.set(key, part);
      widen(part.perRun, own.cardHoursPerRun);
      widen(part.items, own.items);
      const shape = model === null ? undefined : resolved.models[model]?.shape;
      if (shape?.kind !== "transformer") continue;
      widen(part.shape.width, shape.width);
      widen(part.shape.heads, shape.heads);
      widen(part.shape.headSize, shape.headSize);
    }
  });
  const figures = new Map<string, SweepFigures>();
  const put = (key: string, totals: Totals | undefined) => {
    const part = parts.get(key);
    if (totals === undefined || part === undefined) return;
    const { perRun, items, shape } = part;
    const { runs, cardHours } = totals;
    figures.set(key, { runs, cardHours, perRun, items, shape: shape.width.to >= shape.width.from ? shape : null });
  };
  estimated.sweeps.forEach((sweeps, experiment) => {
    put(keyOf(experiment, null), estimated.experiments[experiment]);
    sweeps.forEach((totals, sweep) => {
      put(keyOf(experiment, sweep), totals);
    });
  });
  return figures;
}

const emptyExtents = () => ({
  perRun: extent(),
  items: extent(),
  shape: { width: extent(), heads: extent(), headSize: extent() },
});
type Extents = ReturnType<typeof emptyExtents>;

const extent = () => ({ from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY });

function widen(extent: { from: number; to: number }, value: number): void {
  extent.from = Math.min(extent.from, value);
  extent.to = Math.max(extent.to, value);
}
