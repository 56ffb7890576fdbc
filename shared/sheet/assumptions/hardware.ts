/** Assumptions about the cards: how fast they are, what they cost, how many a node has. */
import { amountAt } from "../../estimate/amounts.ts";
import { speedOf } from "../../estimate/class-estimate.ts";
import type { ResolvedCard } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import type { Inline, RichText } from "../sheet.ts";
import { priceText, shareText } from "../text/amounts.ts";
import { asStated, figure, powerOfTen } from "../text/rich-text.ts";
import { counted } from "../text/words.ts";

export function hardwareAssumptions(context: SheetContext): RichText[] {
  const { plan } = context;
  const speeds = plan.cards.map((card, index) => speed(context, card, index));
  const priced = new Map<string, RichText>();
  for (const card of plan.cards) {
    const key = `${card.quote} ${card.cardsPerNode}`;
    if (!priced.has(key)) priced.set(key, price(context, card));
  }
  return [...speeds, ...priced.values()];
}

/** "3.5 × 10¹⁴ FLOP/s achieved per card, 35.4 % of the dense bf16 peak of 989.4 × 10¹² FLOP/s." */
function speed(context: SheetContext, card: ResolvedCard, index: number): RichText {
  const { plan, values, references } = context;
  const achieved = speedOf(card, values);
  const number = card.speed.kind === "achieved" ? asStated(achieved) : powerOfTen(achieved);
  const name = plan.cards.length > 1 ? `${card.accelerator.name}, ${card.format}: ` : "";
  return [
    name,
    figure([...number, " FLOP/s"], `${exact(achieved)} FLOP/s`, { of: "speed", card: index }),
    ` achieved per card, ${shareText(achieved / card.densePeak)} of the dense ${card.format} peak of `,
    ...asStated(card.densePeak),
    ` FLOP/s${origin(card)}.`,
    ...marks([
      references.cite(catalogueRow(card)),
      ...(card.speedSource === null ? [] : [references.cite({ text: card.speedSource })]),
    ]),
  ];
}

function origin(card: ResolvedCard): string {
  if (card.speedIsDefault) return "; the plan states neither, so the sourced default stands in";
  if (card.speed.kind === "achieved" && card.speed.carriedFrom !== null) {
    return `; stated for ${card.speed.carriedFrom} and carried over as the utilisation that it implies there`;
  }
  return "";
}

function catalogueRow({ accelerator }: ResolvedCard) {
  const { name, sources, date } = accelerator;
  if (sources.length === 0) return { text: `${name}, as the plan states it`, date };
  return {
    text: `${name}: ${sources.map((source) => source.title).join("; ")}`,
    url: sources.length === 1 ? (sources[0]?.url ?? null) : null,
    date,
  };
}

/** "3.00 USD a card-hour, 8 cards a node, no idle time billed." */
function price({ plan, values, references }: SheetContext, card: ResolvedCard): RichText {
  const quote = plan.quotes[card.quote];
  if (quote === undefined) throw new RangeError(`a card names quote ${card.quote}, which the plan does not have`);
  const source: Inline[] = quote.source === null ? [] : [references.cite({ text: quote.source, date: quote.date })];
  const on = new Set(plan.cards.map((one) => one.quote)).size > 1 ? ` on ${card.accelerator.name}` : "";
  return [
    `${priceText(amountAt(quote.price, values))} ${plan.currency} a card-hour${on}, ${counted(card.cardsPerNode, "card")} a node, no idle time billed.`,
    ...source,
  ];
}
