/** Lines of a budget that are made from the plan's own estimate: computing, storage, data transfer. */
import type { Category } from "../../money/budget/category.ts";
import type { BudgetLine } from "../../money/budget/line.ts";
import { sharesOfYears, yearParts } from "../../money/budget/split-years.ts";
import type { ResolvedBudget, ResolvedEstimatedLine, ResolvedPlan } from "../../plan/resolved.ts";
import { amountAt, likelyValues } from "../amounts.ts";
import { storageUse } from "../compare/storage-use.ts";
import { difference } from "../totals.ts";
import type { Estimate, Totals } from "../types.ts";
import { type ChargeKind, headlineBeyondUse } from "./beyond-use.ts";
import { computingCost } from "./computing.ts";

/** Ids of the lines that are made; the ids of lines that a plan states cannot have a dot. */
const IDS = {
  experiment: "estimate.experiment.",
  reruns: "estimate.reruns",
  plan: "estimate.compute",
  storage: "estimate.storage",
  egress: "estimate.egress",
};

const EXPERIMENT_ID = /^estimate\.experiment\.(\d+)$/;

/** Index of the plan's experiment that a line is of; null of any other line. */
export function experimentOf(id: string): number | null {
  const [, index] = EXPERIMENT_ID.exec(id) ?? [];
  return index === undefined ? null : Number(index);
}

const CHARGE_ID = /^estimate\.(interruptions|idle|spreading|minimum|increments|unused)\.(\d+)$/;

/** What a line of paid card-hours that the work does not use is for, and at which of the plan's quotes; null of any other line. */
export function chargeOf(id: string): { readonly kind: ChargeKind; readonly quote: number } | null {
  const [, kind, quote] = CHARGE_ID.exec(id) ?? [];
  return kind === undefined ? null : { kind: kind as ChargeKind, quote: Number(quote) };
}

/**
 * The lines that the plan's estimate gives, in the plan's currency. Card-hours are placed in the grant years by `shares`; the
 * price of one is what the work costs ÷ its card-hours, so that cards of several prices are in it by their hours. What a quote charges beyond
 * the card-hours that are used are lines of their own, one for each reason.
 *
 * Every line of computing has the same rules, so that a budget goes by their sum: where computing costs `computing`, each is dearer by as
 * much.
 *
 * @param computing what the used card-hours and all that is charged beyond them cost, in the plan's currency; null: their likely cost
 */
export function estimatedLines(
  plan: ResolvedPlan,
  estimated: Estimate,
  budget: ResolvedBudget,
  computing: number | null = null,
): BudgetLine[] {
  return [...computeLines(plan, estimated, budget, computing), ...storageLines(plan, estimated, budget)];
}

/** Part of the work in every grant year: as the plan states it, else the same in every month. */
export const yearShares = ({ computeLines: { shares }, months, years }: ResolvedBudget): number[] =>
  sharesOfYears(shares ?? yearParts(months), years);

function computeLines(
  plan: ResolvedPlan,
  estimated: Estimate,
  budget: ResolvedBudget,
  computing: number | null,
): BudgetLine[] {
  const rules = budget.computeLines;
  if (rules.leaveOut) return [];
  const source = quoteSources(plan);
  const all = estimated.withReruns;
  const likely = computing === null ? 0 : computingCost(plan, estimated);
  const dearer = computing === null || likely === 0 ? 1 : computing / likely;
  const priceOf = ({ cost, cardHours }: Totals): number => {
    if (cardHours === 0) return 0;
    // Of work whose likely price is 0 no part is dearer than another.
    if (computing !== null && likely === 0) return computing / all.cardHours;
    return (cost / cardHours) * dearer;
  };
  const line = (id: string, title: string, totals: Totals): BudgetLine => ({
    ...made(id, "compute", title, rules, plan),
    quantities: yearShares(budget).map((share) => totals.cardHours * share),
    unit: "card-hour",
    price: priceOf(totals),
    ...source,
  });
  const beyond = linesBeyondUse(plan, estimated, budget, dearer);
  if (rules.by === "plan") return [line(IDS.plan, "Computing", all), ...beyond];
  const again = difference(all, estimated.withRepeats);
  return [
    ...plan.experiments.map(({ title }, index) =>
      line(`${IDS.experiment}${index}`, title, estimated.experiments[index] ?? estimated.core),
    ),
    ...(again.cardHours > 0 ? [line(IDS.reruns, "Reruns and failures", again)] : []),
    ...beyond,
  ];
}

const CHARGE_TITLES: Readonly<Record<ChargeKind, string>> = {
  interruptions: "Lost to interruptions",
  idle: "Idle in whole nodes",
  spreading: "Lost by spreading over more cards",
  minimum: "Fewest cards of a rental",
  increments: "Rounding to billing increments",
  unused: "Reserved and not used",
};

/**
 * Card-hours that are paid for and not used, by the quotes that the plan is costed by.
 *
 * @param dearer what their prices are multiplied by
 */
function linesBeyondUse(plan: ResolvedPlan, estimated: Estimate, budget: ResolvedBudget, dearer: number): BudgetLine[] {
  const all = headlineBeyondUse(plan, estimated);
  const isOne = all.filter(({ charges }) => charges.length > 0).length <= 1;
  return all.flatMap(({ quote: index, charges }) => {
    const quote = plan.quotes[index];
    if (quote === undefined) return [];
    const price = amountAt(quote.price, likelyValues(plan)) * dearer;
    if (price === 0) return [];
    return charges.map(({ kind, from, to }) => {
      const title = CHARGE_TITLES[kind];
      return {
        ...made(
          chargeId(kind, index),
          "compute" as const,
          isOne ? title : `${title}, ${quote.title}`,
          budget.computeLines,
          plan,
        ),
        quantities: yearShares(budget).map((share) => (to - from) * share),
        unit: "card-hour",
        price,
        source: quote.title,
        date: quote.date,
      };
    });
  });
}

const chargeId = (kind: ChargeKind, quote: number): string => `estimate.${kind}.${quote}`;

/** Storage and data transfer at the prices of the first headline quote that has them; what nobody priced is no line. */
function storageLines(plan: ResolvedPlan, estimated: Estimate, budget: ResolvedBudget): BudgetLine[] {
  const use = storageUse(plan, estimated);
  const values = likelyValues(plan);
  const priced = (key: "storagePerTBMonth" | "egressPerTB") => {
    const quote = plan.cards.map((card) => plan.quotes[card.quote]).find((one) => one?.[key] != null);
    const price = quote?.[key] ?? null;
    return quote === undefined || price === null
      ? null
      : { price: amountAt(price, values), source: quote.source ?? quote.title, date: quote.date };
  };
  const line = (
    id: string,
    title: string,
    category: Category,
    unit: string,
    amount: number,
    rules: ResolvedEstimatedLine,
  ) => {
    const price = priced(category === "storage" ? "storagePerTBMonth" : "egressPerTB");
    if (rules.leaveOut || price === null || amount === 0) return [];
    const quantities = yearShares(budget).map((share) => amount * share);
    return [{ ...made(id, category, title, rules, plan), quantities, unit, ...price }];
  };
  return [
    ...line(IDS.storage, "Storage", "storage", "TB-month", use.storageTBMonths, budget.storageLine),
    ...line(IDS.egress, "Data transfer", "egress", "TB", use.egressTB, budget.egressLine),
  ];
}

/** What all lines that are made have in common. */
const made = (
  id: string,
  category: Category,
  title: string,
  { funderCode, flags, costShare }: ResolvedEstimatedLine,
  plan: ResolvedPlan,
) => ({ id, category, title, funderCode, flags, costShare, currency: plan.currency, justification: null });

/** Who names the prices that the plan is costed by, and their day where it is one. */
function quoteSources(plan: ResolvedPlan): { source: string | null; date: string | null } {
  const quotes = new Set(plan.cards.flatMap(({ quote }) => plan.quotes[quote] ?? []));
  const dates = new Set([...quotes].map(({ date }) => date));
  const [date = null] = dates;
  return { source: [...quotes].map(({ title }) => title).join("; ") || null, date: dates.size === 1 ? date : null };
}
