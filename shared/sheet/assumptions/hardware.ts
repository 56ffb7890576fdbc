/** Assumptions about the cards: how fast they are, what they cost, how many a node has. */
import { amountAt } from "../../estimate/amounts.ts";
import { speedOf } from "../../estimate/class-estimate.ts";
import type { ResolvedCard } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import { acceleratorSource } from "../references.ts";
import type { Inline, RichText } from "../sheet.ts";
import { priceText, shareText } from "../text/amounts.ts";
import { asStated, figure, powerOfTen } from "../text/rich-text.ts";
import { counted, listed } from "../text/words.ts";

export function hardwareAssumptions(context: SheetContext): RichText[] {
  const { plan } = context;
  const speeds = plan.cards.map((card, index) => speed(context, card, index));
  const alike = new Map<string, ResolvedCard[]>();
  for (const card of plan.cards) {
    const key = `${card.quote} ${card.cardsPerNode}`;
    alike.set(key, [...(alike.get(key) ?? []), card]);
  }
  return [...speeds, ...[...alike.values()].map((cards) => price(context, cards, alike.size > 1))];
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
      references.cite(acceleratorSource(card)),
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

/** "3.00 USD a card-hour, 8 cards a node, no idle time billed." of cards with one price and one kind of node. */
function price(
  { plan, values, references }: SheetContext,
  cards: readonly ResolvedCard[],
  isOneOfMany: boolean,
): RichText {
  const { quote: index = 0, cardsPerNode = 1 } = cards[0] ?? {};
  const quote = plan.quotes[index];
  if (quote === undefined) throw new RangeError(`a card names quote ${index}, which the plan does not have`);
  const source: Inline[] = quote.source === null ? [] : [references.cite({ text: quote.source, date: quote.date })];
  const on = isOneOfMany ? ` on ${listed([...new Set(cards.map(({ accelerator }) => accelerator.name))])}` : "";
  return [
    `${priceText(amountAt(quote.price, values))} ${plan.currency} a card-hour${on}, ${counted(cardsPerNode, "card")} a node, no idle time billed.`,
    ...source,
  ];
}
