/** What every part of a sheet reads: the plan, its figures, and the lists that the parts fill together. */

import type { SizeCurve } from "../cluster/size-curve.ts";
import { likelyValues } from "../estimate/amounts.ts";
import { budgetOf, type PlanBudget } from "../estimate/budget/budget-of.ts";
import type { ClusterSchedule } from "../estimate/schedule/cluster-schedule.ts";
import type { Estimate, EstimateRanges, Swing, Totals } from "../estimate/types.ts";
import { countParameters } from "../models/count-parameters.ts";
import type { ParameterCount } from "../models/parameter-count.ts";
import { STALE_AFTER_DAYS } from "../money/price-age.ts";
import type { ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { createFootnotes, type Footnotes } from "./footnotes.ts";
import type { SectionId, Slot } from "./layout.ts";
import { createReferences, type References } from "./references.ts";

export interface SheetInput {
  readonly resolved: ResolvedPlan;
  readonly estimate: Estimate;
  /** Null while the draws are still running, or where nothing in the plan is in doubt. */
  readonly ranges: EstimateRanges | null;
  readonly swings: readonly Swing[];
  /** Of every cluster of the plan; null while they are being computed. */
  readonly schedules: readonly ClusterSchedule[] | null;
  /** Times over all sizes of a cluster; null while they are being computed. */
  readonly sizeCurve?: SizeCurve | null;
  /** Days after which a quote counts as stale; 90 where nobody has set it. */
  readonly staleAfterDays?: number;
  /** Version of the program, for the foot. */
  readonly version: string;
  /** What the host knows of the plan: the name of its file, and its fingerprint in hexadecimal. */
  readonly identity?: { readonly file?: string; readonly planFingerprint?: string };
}

/** Beside the wizard the schedules are shown apart, so that they may be left out. */
export type FiguresInput = Pick<SheetInput, "resolved" | "estimate" | "ranges" | "swings"> &
  Partial<Pick<SheetInput, "schedules" | "sizeCurve" | "staleAfterDays">>;

/** What the shares are of: money, or work where the cards cost nothing. */
export interface Basis {
  readonly measure: "cost" | "cardHours";
  /** "of the money" */
  readonly noun: string;
  readonly unit: string;
  readonly total: number;
}

export interface SheetContext {
  readonly plan: ResolvedPlan;
  readonly estimate: Estimate;
  /** Some number of the plan is a range, or some sweep is conditional. */
  readonly inDoubt: boolean;
  /** Null where nothing is in doubt, too: a range of nothing is not printed. */
  readonly ranges: EstimateRanges | null;
  readonly swings: readonly Swing[];
  readonly schedules: readonly ClusterSchedule[] | null;
  readonly sizeCurve: SizeCurve | null;
  readonly staleAfterDays: number;
  /** The plan's total, reruns included. */
  readonly total: Totals;
  readonly values: readonly number[];
  readonly counts: readonly ParameterCount[];
  /** The run classes of every experiment. */
  readonly classesOf: readonly (readonly RunClass[])[];
  readonly basis: Basis;
  /** Null where the plan asks nobody for money. */
  readonly budget: PlanBudget | null;
  /** Position of every experiment in the charts' palette: the dearest comes first. */
  readonly colours: readonly number[];
  readonly footnotes: Footnotes;
  readonly references: References;
  readonly slots: ReadonlyMap<SectionId, Slot>;
}

/** A context that knows its figures, but not yet which sections there will be. */
export type Figures = Omit<SheetContext, "slots">;

/** What the figures of a plan are said with, on a sheet and beside the wizard. */
export function figuresOf({
  resolved: plan,
  estimate,
  ranges,
  swings,
  schedules = null,
  sizeCurve = null,
  staleAfterDays = STALE_AFTER_DAYS,
}: FiguresInput): Figures {
  const total = estimate.withReruns;
  let budget: PlanBudget | null | undefined;
  const inDoubt = plan.inputs.length > 0 || plan.classes.some((runClass) => runClass.probability < 1);
  return {
    plan,
    estimate,
    inDoubt,
    ranges: inDoubt ? ranges : null,
    swings: swings.filter((swing) => swing.costAtLow !== swing.costAtHigh),
    schedules,
    sizeCurve,
    staleAfterDays,
    total,
    values: likelyValues(plan),
    counts: plan.models.map((model) => countParameters(model.shape)),
    classesOf: classesByExperiment(plan),
    basis:
      total.cost > 0
        ? { measure: "cost", noun: "money", unit: plan.currency, total: total.cost }
        : { measure: "cardHours", noun: "card-hours", unit: "card-hours", total: total.cardHours },
    // Only asked for by some, and for some plans it takes a schedule.
    get budget() {
      if (budget === undefined) budget = budgetOf(plan, estimate);
      return budget;
    },
    colours: ranks(estimate.experiments.map((one) => one[total.cost > 0 ? "cost" : "cardHours"])),
    footnotes: createFootnotes(),
    references: createReferences(),
  };
}

function classesByExperiment({ experiments, classes }: ResolvedPlan): RunClass[][] {
  const groups = experiments.map((): RunClass[] => []);
  for (const runClass of classes) groups[runClass.experiment]?.push(runClass);
  return groups;
}

/** The place of each value when the largest comes first; of equals the earlier one does. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const places = new Array<number>(values.length).fill(0);
  order.forEach((index, place) => {
    places[index] = place;
  });
  return places;
}

/** Whether some work is done again, so that the experiments alone are not the total. */
export const hasReruns = ({ estimate }: Pick<SheetContext, "estimate">): boolean =>
  estimate.withReruns.cardHours > estimate.withRepeats.cardHours;

/** A part of the plan's basis, of 1. Nothing of nothing is nothing. */
export const shareOf = (context: Pick<SheetContext, "basis">, part: Totals): number =>
  context.basis.total === 0 ? 0 : part[context.basis.measure] / context.basis.total;

/** "Table 3", for a reference to a section that stands elsewhere; null where the sheet does not have it. */
export const labelOf = (context: Pick<SheetContext, "slots">, id: SectionId): string | null =>
  context.slots.get(id)?.label ?? null;
