/** From a plan and its figures to the budget sheet: the one place that says what stands on it. */
import type { PlanBudget } from "../estimate/budget/budget-of.ts";
import { atOtherQuotes } from "../estimate/readings.ts";
import { isAskedFor } from "./asked-for.ts";
import { costByAxis } from "./charts/cost-by-axis.ts";
import { costByExperiment } from "./charts/cost-by-experiment.ts";
import { drawnSchedule } from "./charts/drawn-schedule.ts";
import { mainAxis } from "./charts/main-axis.ts";
import { rangesChart } from "./charts/ranges.ts";
import { sensitivities, sensitivityChart } from "./charts/sensitivity.ts";
import { timeChart } from "./charts/time.ts";
import { timelineChart } from "./charts/timeline.ts";
import { type Figures, figuresOf, type SheetContext, type SheetInput } from "./context.ts";
import { headlines } from "./headline.ts";
import { shortFingerprint } from "./imprint.ts";
import { layoutOf, type SectionId } from "./layout.ts";
import { lead } from "./lead.ts";
import { allocationTable, countsAllocation } from "./sections/allocation.ts";
import { assumptionsList } from "./sections/assumptions.ts";
import { budgetBase, saysBase } from "./sections/budget-base.ts";
import { budgetHead } from "./sections/budget-head.ts";
import { budgetJustification } from "./sections/budget-justification.ts";
import { budgetLines } from "./sections/budget-lines.ts";
import { budgetSums } from "./sections/budget-sums.ts";
import { budgetUnits } from "./sections/budget-units.ts";
import { disputesTable } from "./sections/disputes.ts";
import { energyTable } from "./sections/energy.ts";
import { experimentTimesTable, saysExperimentTimes } from "./sections/experiment-times.ts";
import { experimentsTable } from "./sections/experiments.ts";
import { memoryTable, saysMemory } from "./sections/memory.ts";
import { modelsTable } from "./sections/models.ts";
import { pricesTable } from "./sections/prices.ts";
import { sourcesList } from "./sections/sources.ts";
import { timesTable } from "./sections/times.ts";
import { type Section, SHEET_VERSION, type Sheet } from "./sheet.ts";
import { cardsInWords } from "./text/card-name.ts";
import { dateWords } from "./text/words.ts";
import { warnings } from "./warnings.ts";

/**
 * The budget sheet of a plan. Only what the plan has is on it: no empty tables, no chart of a single bar. The same input
 * gives the same sheet, letter by letter.
 *
 * The plan of arXiv 2407.05872: "12.9 M USD, P10–P90 11.8–12.8 M", nine rows that add up to 12,907,461 USD.
 */
export function buildSheet(input: SheetInput): Sheet {
  const figures = figuresOf(input);
  const { plan } = figures;
  const axis = mainAxis(figures);
  const bars = sensitivities(figures);
  const drawn = drawnSchedule(figures.schedules ?? []);
  const builders: Partial<Record<SectionId, (context: SheetContext) => Section>> = {
    ...budgetBuilders(figures),
    experiments: experimentsTable,
    ...(axis === null ? {} : { "cost-by-axis": (context) => costByAxis(context, axis) }),
    ...(plan.models.length === 0 ? {} : { models: modelsTable }),
    ...(saysMemory(plan) ? { memory: memoryTable } : {}),
    ...(plan.clusters.length === 0 ? {} : { time: timeChart, times: timesTable }),
    ...(drawn === null ? {} : { timeline: (context) => timelineChart(context, drawn.cluster, drawn.timed) }),
    ...(saysExperimentTimes(figures) ? { "experiment-times": experimentTimesTable } : {}),
    ...(countsAllocation(figures) ? { allocation: allocationTable } : {}),
    ...(plan.disputes.length === 0 ? {} : { disputes: disputesTable }),
    ...(atOtherQuotes(plan, figures.estimate).length === 0 ? {} : { prices: pricesTable }),
    ...(plan.experiments.length === 1 ? {} : { "cost-by-experiment": costByExperiment }),
    ...(plan.energy === null ? {} : { energy: energyBuilder(plan.energy) }),
    ...(figures.ranges === null ? {} : { ranges: rangesBuilder(figures.ranges) }),
    ...(bars.length === 0 ? {} : { sensitivity: (context) => sensitivityChart(context, bars) }),
    assumptions: assumptionsList,
    sources: sourcesList,
  };
  const slots = layoutOf(new Set(keysOf(builders).filter((id) => isAskedFor(plan, id))));
  const context: SheetContext = { ...figures, slots: new Map(slots.map((slot) => [slot.id, slot])) };
  // In the order of the page, because footnotes and sources are numbered as they are met.
  const headline = headlines(context);
  const words = lead(context);
  const sections = slots.flatMap(({ id }) => builders[id]?.(context) ?? []);
  return {
    version: SHEET_VERSION,
    kind: figures.budget === null ? "Compute budget" : kindOf(figures.budget),
    title: plan.title,
    subtitle: addressed(plan.subtitle ?? generatedSubtitle(context), plan.funder),
    currency: figures.budget?.resolved.currencies.budget ?? plan.currency,
    date: plan.date,
    headline,
    lead: words,
    sections,
    footnotes: context.footnotes.all(),
    warnings: warnings(context),
    foot: foot(input),
  };
}

/** Sections of the budget; what a layout does not ask for is not there. */
function budgetBuilders({ budget }: Figures): Partial<Record<SectionId, (context: SheetContext) => Section>> {
  if (budget === null) return {};
  const { asks } = budget.resolved.layout;
  const inUnits = asks === "allocation" || budget.resolved.allocation !== null;
  const of = (build: (context: SheetContext, budget: PlanBudget) => Section) => (context: SheetContext) =>
    build(context, budget);
  return {
    "budget-head": of(budgetHead),
    ...(asks === "allocation" ? {} : { "budget-lines": of(budgetLines) }),
    ...(inUnits ? { "budget-units": of(budgetUnits) } : {}),
    ...(asks === "money" ? { "budget-sums": of(budgetSums) } : {}),
    ...(asks === "money" && saysBase(budget) ? { "budget-base": of(budgetBase) } : {}),
    "budget-justification": of(budgetJustification),
  };
}

const energyBuilder = (energy: NonNullable<SheetContext["plan"]["energy"]>) => (context: SheetContext) =>
  energyTable(context, energy);

const rangesBuilder = (ranges: NonNullable<SheetContext["ranges"]>) => (context: SheetContext) =>
  rangesChart(context, ranges);

const keysOf = (builders: Partial<Record<SectionId, unknown>>): SectionId[] => Object.keys(builders) as SectionId[];

const KINDS: Readonly<Record<PlanBudget["resolved"]["layout"]["asks"], string>> = {
  money: "Budget",
  credits: "Request for cloud credits",
  allocation: "Request for an allocation",
};

const kindOf = ({ resolved }: PlanBudget): string => KINDS[resolved.layout.asks];

/** "For Research council. Rented H100 cards, prices of March 2025" */
const addressed = (subtitle: string, funder: string | null): string =>
  funder === null ? subtitle : `For ${funder.replace(/\.$/, "")}. ${subtitle}`;

const generatedSubtitle = ({ plan }: SheetContext): string =>
  [`Rented ${cardsInWords(plan)}`, ...pricesOf(plan)].join(", ");

/** "Plan “name”, prices of 22 November 2026. Flopsheet 0.1.0. Fingerprint SHA-256 4be1 07c9 d52a 8e36" */
function foot({ resolved, version, identity }: SheetInput): string {
  const name = `Plan “${identity?.file ?? resolved.title}”`;
  const prices = pricesOf(resolved);
  // The day of the plan is told where the prices do not bear it.
  const day = resolved.date === null ? null : dateWords(resolved.date);
  const plan = day === null || prices.includes(`prices of ${day}`) ? name : `${name} of ${day}`;
  const fingerprint = identity?.planFingerprint;
  const shortened = fingerprint === undefined ? "" : ` Fingerprint SHA-256 ${shortFingerprint(fingerprint)}`;
  return `${[plan, ...prices].join(", ")}. Flopsheet ${version}.${shortened}`;
}

/** "prices of 22 November 2026", where all prices that the plan is costed by are of one date. */
function pricesOf({ cards, quotes }: SheetContext["plan"]): string[] {
  const [date, ...others] = new Set(cards.map((card) => quotes[card.quote]?.date ?? null));
  return date == null || others.length > 0 ? [] : [`prices of ${dateWords(date)}`];
}
