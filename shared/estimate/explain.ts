/** How any figure was computed, on demand: never in the hot loop. */
import { assertNever } from "../lib/assert-never.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { explainAxisValue } from "./explain/axis.ts";
import { explainBudget, explainBudgetUnits } from "./explain/budget.ts";
import { explainBudgetLine } from "./explain/budget-line.ts";
import { contextOf, UnknownFigureError } from "./explain/context.ts";
import { explainMemory } from "./explain/memory.ts";
import { explainModel, explainWithoutModel } from "./explain/models.ts";
import { explainOffer } from "./explain/offers.ts";
import type { Beside } from "./explain/page-context.ts";
import {
  explainChance,
  explainComparison,
  explainDispute,
  explainQuote,
  explainRange,
  explainSwing,
} from "./explain/readings.ts";
import { explainClass } from "./explain/runs.ts";
import { explainSchedule } from "./explain/schedule.ts";
import { explainStored } from "./explain/stored.ts";
import { explainExperiment, explainReruns, explainSweep, explainTotal } from "./explain/sums.ts";
import { explainEnergy, explainIdealTime, explainSpeed } from "./explain/time-and-energy.ts";
import { explainBudgetLines, explainExperiments } from "./explain/together.ts";
import { explainPage, isPageFigure } from "./explain-page.ts";
import type { AnyFigure } from "./figure.ts";
import type { ClusterSchedule } from "./schedule/cluster-schedule.ts";
import type { Trace } from "./trace.ts";
import type { Estimate, EstimateRanges } from "./types.ts";

/**
 * The trace of `figure`: formula, the same with numbers put in, every input with its source and date, and the figures
 * one level down.
 *
 * `explain(plan, estimated, ranges, {of: "total", measure: "cost", stage: "withReruns"})` of arXiv 2407.05872:
 * cost = Σ n·F ÷ (v·3,600) × p = 5.4211e24 ÷ (3.5e14 × 3,600) × 3.00 = 12,907,461.18 USD.
 *
 * @param beside what the pages that weigh a plan know of it; null for a kept sheet
 * @param schedules of the plan's clusters; null while they are being computed
 * @throws UnknownFigureError when the plan has no such figure (no such row, a range before the draws are done, a time before its schedule is)
 */
export function explain(
  plan: ResolvedPlan,
  estimated: Estimate,
  ranges: EstimateRanges | null,
  figure: AnyFigure,
  schedules: readonly ClusterSchedule[] | null = null,
  beside: Beside | null = null,
): Trace {
  if (isPageFigure(figure)) {
    if (beside === null) throw new UnknownFigureError("only a plan that is open has this figure");
    return explainPage(plan, estimated, beside, figure);
  }
  const context = contextOf(plan, estimated, ranges);
  switch (figure.of) {
    case "total":
      return explainTotal(context, figure.measure, figure.stage);
    case "totalRange":
      return explainRange(context, figure.measure, figure.part, null);
    case "experiment":
      return explainExperiment(context, figure.experiment, figure.measure);
    case "experiments":
      return explainExperiments(context, figure.experiments, figure.measure);
    case "experimentRange":
      return explainRange(context, figure.measure, figure.part, figure.experiment);
    case "sweep":
      return explainSweep(context, figure.experiment, figure.sweep, figure.measure);
    case "class":
      return explainClass(context, figure.runClass, figure.measure);
    case "reruns":
      return explainReruns(context, figure.measure);
    case "model":
      return explainModel(context, figure.model, figure.measure);
    case "withoutModel":
      return explainWithoutModel(context, figure.measure);
    case "axisValue":
      return explainAxisValue(context, figure.axis, figure.value, figure.measure);
    case "speed":
      return explainSpeed(context, figure.card);
    case "memory":
      return explainMemory(context, figure.model, figure.measure);
    case "cluster":
      return explainIdealTime(context, figure.cluster);
    case "schedule":
      return explainSchedule(context, schedules, figure.cluster, figure.measure);
    case "energy":
      return explainEnergy(context, figure.measure);
    case "dispute":
      return explainDispute(context, figure.dispute, figure.measure);
    case "quote":
      return explainQuote(context, figure.quote);
    case "offer":
      return explainOffer(context, figure.quote, figure.part);
    case "stored":
      return explainStored(context, figure.measure);
    case "swing":
      return explainSwing(context, figure.input, figure.end);
    case "chanceUnderCeiling":
      return explainChance(context);
    case "comparison":
      return explainComparison(context);
    case "budget":
      return explainBudget(context, figure.measure, figure.year);
    case "budgetLine":
      return explainBudgetLine(context, figure.line, figure.year);
    case "budgetLines":
      return explainBudgetLines(context, figure.lines, figure.year);
    case "budgetUnits":
      return explainBudgetUnits(context, schedules, figure.quarter);
    default:
      return assertNever(figure);
  }
}
