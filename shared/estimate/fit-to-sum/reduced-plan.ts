/** A plan with some cuts made. */
import { countParameters } from "../../models/count-parameters.ts";
import type { Catalogue } from "../../plan/catalogue.ts";
import { editValue } from "../../plan/edit/edit-value.ts";
import type { PlanEdit } from "../../plan/edit/plan-edit.ts";
import { type ReadPlan, readPlan } from "../../plan/read.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { computingCost } from "../budget/computing.ts";
import { estimate } from "../estimate.ts";
import { estimateRanges } from "../ranges.ts";
import type { Estimate } from "../types.ts";
import type { Cut } from "./cut.ts";
import { cutEdits } from "./cut-edits.ts";

export interface ReducedPlan {
  readonly cuts: readonly Cut[];
  /** For the text of the plan that was cut. */
  readonly edits: readonly PlanEdit[];
  readonly plan: ReadPlan;
  readonly estimate: Estimate;
  /** What its computing costs, in the plan's currency, with what its budget's quotes charge beyond used card-hours. */
  readonly computing: number;
  readonly lost: {
    readonly runs: number;
    /** Titles of the experiments that are gone. */
    readonly experiments: readonly string[];
    /** Parameters of the largest model before and after; null where neither counts any, or it stays. */
    readonly largestModel: { readonly before: number; readonly after: number | null } | null;
  };
}

/** Numbers first, whole experiments last: an earlier cut then moves no place that a later one names. */
const ORDER: readonly Cut["kind"][] = ["count", "repeats", "variable", "value", "experiment"];

/** The plan without what `cuts` name; null where that is no plan any more. A cut that another has made already does nothing. */
export function reducedPlan(plan: ReadPlan, catalogue: Catalogue, cuts: readonly Cut[]): ReducedPlan | null {
  const ordered = [...cuts].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const edits: PlanEdit[] = [];
  let left = plan;
  for (const cut of ordered) {
    const next = cutEdits(left.document, cut);
    if (next === null) {
      if (cut.kind === "experiment" && left.document.experiments.length === 1) return null;
      continue;
    }
    const read = edited(left, next, catalogue);
    if (read === null) return null;
    edits.push(...next);
    left = read;
  }
  return finished(plan, left, cuts, edits);
}

/** The plan after edits that make a plan; null where they make none. */
export function edited(plan: ReadPlan, edits: readonly PlanEdit[], catalogue: Catalogue): ReadPlan | null {
  let document: unknown = plan.document;
  for (const edit of edits) {
    const next = editValue(document, edit);
    if (!next.ok) return null;
    document = next.value;
  }
  const read = readPlan(JSON.stringify(document), catalogue);
  return read.ok ? read.value : null;
}

export function finished(
  plan: ReadPlan,
  left: ReadPlan,
  cuts: readonly Cut[],
  edits: readonly PlanEdit[],
): ReducedPlan {
  const [before, after] = [estimate(plan.resolved), estimate(left.resolved)];
  const kept = new Set(left.resolved.experiments.map(({ id }) => id));
  const [was, is] = [largestOf(plan.resolved), largestOf(left.resolved)];
  return {
    cuts,
    edits,
    plan: left,
    estimate: after,
    computing: computingCost(left.resolved, after),
    lost: {
      runs: before.withReruns.runs - after.withReruns.runs,
      experiments: plan.resolved.experiments.filter(({ id }) => !kept.has(id)).map(({ title }) => title),
      largestModel: was === null || was === is ? null : { before: was, after: is },
    },
  };
}

const largestOf = ({ models }: ResolvedPlan): number | null =>
  models.length === 0 ? null : Math.max(...models.map(({ shape }) => countParameters(shape).total));

/** Enough draws for a chance in whole per cent. */
export const CHANCE_DRAWS = 2_000;

/** The share of draws in which the plan's computing costs no more than `ceiling`; 0 or 1 where nothing is in doubt. */
export function chanceUnder({ plan, estimate: estimated }: ReducedPlan, ceiling: number): number {
  const options = { draws: CHANCE_DRAWS, computingCeiling: ceiling };
  return estimateRanges(plan.resolved, estimated, options).chanceUnderCeiling ?? 0;
}
