/** The three figures that a reader takes away: money, card-hours, operations. */
import { amountAt } from "../estimate/amounts.ts";
import type { Spread } from "../estimate/types.ts";
import { HOURS_PER_MONTH, PETAFLOP_DAY } from "../units/constants.ts";
import { exact, fixed } from "../units/format/exact.ts";
import { readable, readableText } from "../units/format/readable.ts";
import { number } from "./cells.ts";
import type { SheetContext } from "./context.ts";
import type { Headline, Inline, RichText } from "./sheet.ts";
import { moneyExact, priceText, rangeText, read, shareText } from "./text/amounts.ts";
import { asStated, figure, powerOfTen, readableRich } from "./text/rich-text.ts";
import { counted, listed } from "./text/words.ts";

export function headlines(context: SheetContext): Headline[] {
  return [costHeadline(context), cardHoursHeadline(context), flopHeadline(context)];
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
