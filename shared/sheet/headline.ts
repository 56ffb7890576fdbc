/** The three figures that a reader takes away: money, card-hours, operations. */
import { amountAt } from "../estimate/amounts.ts";
import { allocationOf } from "../estimate/budget/allocation.ts";
import { budgetAt, type PlanBudget } from "../estimate/budget/budget-of.ts";
import type { Spread } from "../estimate/types.ts";
import { HOURS_PER_MONTH, PETAFLOP_DAY } from "../units/constants.ts";
import { counted } from "../units/format/counted.ts";
import { exact, fixed } from "../units/format/exact.ts";
import { readable, readableText } from "../units/format/readable.ts";
import { number } from "./cells.ts";
import type { SheetContext } from "./context.ts";
import type { Headline, Inline, RichText } from "./sheet.ts";
import { budgetText, moneyExact, perCent, priceText, rangeText, read, shareText } from "./text/amounts.ts";
import { asStated, figure, powerOfTen, readableRich } from "./text/rich-text.ts";
import { listed } from "./text/words.ts";

export function headlines(context: SheetContext): Headline[] {
  const { budget } = context;
  const cost = budget === null ? costHeadline(context) : requestHeadline(context, budget);
  return [cost, cardHoursHeadline(context), flopHeadline(context)];
}

function costHeadline(context: SheetContext): Headline {
  const { plan, ranges, total } = context;
  const spread = ranges?.total.cost;
  const words = spread === undefined ? null : rangeWords(spread, total.cost);
  return {
    id: "cost",
    title: ["Rental cost", ...likelyNote(context)],
    value: number(readableRich(readable(total.cost)), total.cost, moneyExact(total.cost, plan.currency), {
      of: "total",
      measure: "cost",
      stage: "withReruns",
    }),
    unit: plan.currency,
    remark: [words ?? `at ${pricesInWords(context)}`],
    range: spread === undefined || words === null ? null : { ...spread, likely: total.cost, words },
  };
}

/** What is asked for: which total it is stands above it, and what it is made of below. */
function requestHeadline(context: SheetContext, asked: PlanBudget): Headline {
  const { plan, estimate, ranges } = context;
  const { resolved, rounded, budget } = asked;
  if (resolved.layout.asks === "allocation") return unitsHeadline(context, asked);
  const { total } = rounded.request;
  const unit = resolved.currencies.budget;
  const spread =
    ranges === null ? null : mapSpread(ranges.computing, (cost) => budgetAt(plan, estimate, "request", cost));
  const likely = budget.request.reduce((sum, amount) => sum + amount, 0);
  const words = spread === null ? null : rangeWords(spread, likely);
  const parts = [
    `direct ${budgetText(rounded.direct.total, resolved.roundTo)}`,
    ...(rounded.indirect.total === 0 ? [] : [`indirect ${budgetText(rounded.indirect.total, resolved.roundTo)}`]),
  ];
  return {
    id: "cost",
    title: [`${askedOf(resolved.layout.funder)}, ${whichTotal(asked)}`, ...likelyNote(context)],
    value: number(readableRich(readable(total)), total, `${budgetText(total, resolved.roundTo)} ${unit}`, {
      of: "budget",
      measure: "request",
      year: null,
    }),
    unit,
    remark: [words ?? parts.join(", ")],
    range: spread === null || words === null ? null : { ...spread, likely, words },
  };
}

/** The longest name of a funder that leaves room for the total in one line. */
const LONGEST_FUNDER = 8;

const askedOf = (funder: string): string => (funder.length > LONGEST_FUNDER ? "Asked for" : `Asked of ${funder}`);

/** Which of a budget's totals is asked for. */
function whichTotal({ resolved, rounded }: PlanBudget): string {
  const { funded } = resolved.layout;
  const isShared = rounded.internal !== null || rounded.external !== null;
  if (funded !== null) return `${perCent(funded.share.value)} of full costs`;
  if (isShared) return "less cost sharing";
  return rounded.indirect.total === 0 ? "no indirect costs" : "total costs";
}

/** Units of a machine, and beside them what the same work costs rented. */
function unitsHeadline(context: SheetContext, { resolved }: PlanBudget): Headline {
  const { plan, estimate, schedules, total } = context;
  const { unit, units } = allocationOf(plan, estimate, resolved, schedules);
  const sum = units.reduce((all, amount) => all + amount, 0);
  return {
    id: "cost",
    title: [`Asked of ${resolved.layout.funder}`, ...likelyNote(context)],
    value: number(readableRich(readable(sum)), sum, `${exact(sum)} ${unit}`, { of: "budgetUnits", quarter: null }),
    unit,
    remark: [`${read(total.cost)} ${plan.currency} rented, at ${pricesInWords(context)}`],
    range: null,
  };
}

const mapSpread = ({ low, p10, p50, p90, high }: Spread, of: (cost: number) => number): Spread => ({
  low: of(low),
  p10: of(p10),
  p50: of(p50),
  p90: of(p90),
  high: of(high),
});

/**
 * A range in words: always what it is, then its ends where they say more than the likely value does.
 * "P10–P90 11.8–12.8 M, all low 9.92 M".
 */
export function rangeWords({ low, p10, p90, high }: Spread, likely: number): string {
  const ends = [
    ...(read(low) === read(likely) ? [] : [`all low ${read(low)}`]),
    ...(read(high) === read(likely) ? [] : [`all high ${read(high)}`]),
  ];
  return [`P10–P90 ${rangeText(p10, p90)}`, ...ends].join(", ");
}

/** Nothing where no number is in doubt: the price then stands below the figure. */
function likelyNote(context: SheetContext): Inline[] {
  if (!context.inDoubt) return [];
  const text = `Every range at its likely value, ${pricesInWords(context)}.`;
  return [context.footnotes.call("likely", [text])];
}

/** "3.00 USD a card-hour"; several cards each with theirs. */
export function pricesInWords({ plan, values }: Pick<SheetContext, "plan" | "values">): string {
  const prices = new Map<string, string[]>();
  for (const card of plan.cards) {
    const price = plan.quotes[card.quote]?.price;
    if (price === undefined) continue;
    const text = `${priceText(amountAt(price, values))} ${plan.currency}`;
    prices.set(text, [...(prices.get(text) ?? []), card.accelerator.name]);
  }
  const [only] = prices.keys();
  if (prices.size === 1 && only !== undefined) return `${only} a card-hour`;
  return listed([...prices].map(([price, cards]) => `${price} a card-hour of ${listed([...new Set(cards)])}`));
}

function cardHoursHeadline({ total, plan }: SheetContext): Headline {
  const months = total.nodeHours / HOURS_PER_MONTH;
  const [node, ...otherNodes] = new Set(plan.cards.map((card) => card.cardsPerNode));
  const size = node === undefined || otherNodes.length > 0 ? "" : ` of ${counted(node, "card")}`;
  const remark =
    months >= 1
      ? `${months >= 10 && months < 10_000 ? fixed(months, 0) : read(months)} node-months of ${HOURS_PER_MONTH} h`
      : `${read(total.nodeHours)} node-hours${size}`;
  return {
    id: "cardHours",
    title: ["Card-hours"],
    value: number(readableRich(readable(total.cardHours)), total.cardHours, `${exact(total.cardHours)} card-hours`, {
      of: "total",
      measure: "cardHours",
      stage: "withReruns",
    }),
    unit: "",
    remark: [remark],
    range: null,
  };
}

function flopHeadline(context: SheetContext): Headline {
  const { total } = context;
  return {
    id: "flop",
    title: ["Operations"],
    value: number(powerOfTen(total.flop), total.flop, `${exact(total.flop)} FLOP`, {
      of: "total",
      measure: "flop",
      stage: "withReruns",
    }),
    unit: "FLOP",
    remark: comparison(context),
    range: null,
  };
}

/** "14.3 % of Llama 3 405B's 3.8 × 10²⁵", or petaflop-days where the plan compares itself with nothing. */
function comparison({ plan, total }: SheetContext): RichText {
  const { compareWith } = plan;
  if (compareWith === null) return [`${readableText(readable(total.flop / PETAFLOP_DAY))} petaflop-days`];
  const ratio = total.flop / compareWith.flop;
  const text = ratio < 1 ? shareText(ratio) : `${read(ratio)} times`;
  const of = ratio < 1 ? " of " : " ";
  return [
    figure(text, exact(ratio), { of: "comparison" }),
    `${of}${possessive(compareWith.title)} `,
    ...asStated(compareWith.flop),
  ];
}

const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);
