/** Assumptions about the cards: how fast they are, what they cost, how many a node has. */
import { amountAt } from "../../estimate/amounts.ts";
import { headlineBeyondUse } from "../../estimate/budget/beyond-use.ts";
import { paceOf, speedOf } from "../../estimate/class-estimate.ts";
import { reconcile } from "../../estimate/method-two.ts";
import { besideTable, type WidthPoint } from "../../hardware/width-table.ts";
import { canonicalJson } from "../../lib/canonical-json.ts";
import type { ResolvedCard } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { asPrinted } from "../budget/printed-charges.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import { acceleratorSource } from "../references.ts";
import type { Inline, RichText } from "../sheet.ts";
import { priceText, shareText } from "../text/amounts.ts";
import { beyondUseWords } from "../text/beyond-use-words.ts";
import { asStated, figure, powerOfTen } from "../text/rich-text.ts";
import { dateWords, listed } from "../text/words.ts";

export function hardwareAssumptions(context: SheetContext): RichText[] {
  const { plan } = context;
  const speeds = plan.cards.flatMap((card, index) => {
    const { speed: how } = card;
    // Work without a model takes its hours at any speed.
    const users = plan.classes.filter((one) => one.card === index);
    if (users.length > 0 && users.every(({ model }) => model === null)) return [];
    if (how.kind !== "byWidth") return [speed(context, card, index)];
    // One line for the cards of a table, however many widths the plan has: it stands with the first of them.
    const sisters = plan.cards.flatMap((other, at) => (isOfSameTable(card, other) ? [{ card: other, index: at }] : []));
    return sisters[0]?.index === index ? [speedByWidth(context, sisters, how.points)] : [];
  });
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
  if (achieved === null || card.speed.kind === "measured") return measured(context, card, index);
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

interface Placed {
  readonly card: ResolvedCard;
  readonly index: number;
}

function isOfSameTable(a: ResolvedCard, b: ResolvedCard): boolean {
  if (a.speed.kind !== "byWidth" || b.speed.kind !== "byWidth") return false;
  return (
    a.accelerator.id === b.accelerator.id &&
    a.format === b.format &&
    canonicalJson(a.speed.points) === canonicalJson(b.speed.points)
  );
}

/**
 * "1.22 × 10¹⁴ FLOP/s at width 128 to 3.9 × 10¹⁴ FLOP/s at width 4,096 achieved per card, 12.3 to 39.4 % of the dense bf16
 * peak …: by a table of widths, linear in log width."
 */
function speedByWidth(context: SheetContext, cards: readonly Placed[], points: readonly WidthPoint[]): RichText {
  const { plan, values, references } = context;
  const widthIn = ({ speed: how }: ResolvedCard): number => (how.kind === "byWidth" ? how.width : Number.NaN);
  const sorted = cards.toSorted((a, b) => widthIn(a.card) - widthIn(b.card));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a table of utilisations without a card");
  const { accelerator, format, densePeak, speedSource } = first.card;
  const others = plan.cards.some((card) => !isOfSameTable(card, first.card));
  const at = ({ card, index }: Placed): Inline[] => {
    const achieved = speedOf(card, values) ?? 0;
    const shown = figure([...powerOfTen(achieved), " FLOP/s"], `${exact(achieved)} FLOP/s`, {
      of: "speed",
      card: index,
    });
    return [shown, ` at width ${exact(widthIn(card))}, ${shareText(achieved / densePeak)} of the peak`];
  };
  const beyond = sorted.filter(({ card }) => besideTable(points, widthIn(card)) !== null);
  return [
    ...(others ? [`${accelerator.name}, ${format}: `] : []),
    ...at(first),
    ...(first === last ? [] : [", to ", ...at(last)]),
    `, achieved per card. The dense ${format} peak is `,
    ...asStated(densePeak),
    ` FLOP/s; the utilisation goes by width, linear in its logarithm between ${counted(points.length, "stated width")}`,
    beyond.length === 0
      ? "."
      : `; at ${listed(beyond.map(({ card }) => exact(widthIn(card))))}, beyond these, it is that of the nearest.`,
    ...marks([
      references.cite(acceleratorSource(first.card)),
      ...(speedSource === null ? [] : [references.cite({ text: speedSource })]),
    ]),
  ];
}

/**
 * "3,500 tokens a second on one H100, measured: 41.2 % of the dense bf16 peak of 989.4 × 10¹² FLOP/s by the operations
 * counted here, 43.0 % with attention over the whole sequence."
 */
function measured(context: SheetContext, card: ResolvedCard, index: number): RichText {
  const { plan, values, references } = context;
  const { speed } = card;
  const classes = plan.classes.flatMap((one, runClass) =>
    one.card === index && one.model !== null ? [{ one, runClass }] : [],
  );
  const [first] = classes;
  if (first === undefined || speed.kind !== "measured")
    return [`${card.accelerator.name} was measured in a pilot run.`];
  const paces = classes.map(({ one }) => paceOf(speed, one, values));
  const found = classes.flatMap(({ one }) => reconcile(plan, one, values) ?? []);
  const items = first.one.training.sequence === null ? "examples" : "tokens";
  const shares = found.map(({ utilisation }) => utilisation);
  const full = found.flatMap(({ withFullAttention }) => withFullAttention ?? []);
  const [least = 0, most = 0] = [Math.min(...paces), Math.max(...paces)];
  const pace = least === most ? exactly(least) : `${exactly(least)} to ${exactly(most)}`;
  const carried =
    speed.carriedFrom === null ? "" : `, measured on ${speed.carriedFrom} and carried over by the dense peaks`;
  return [
    figure([`${pace} ${items} a second`], `${exact(least)} ${items} a second`, {
      of: "class",
      runClass: first.runClass,
      measure: "passSpeed",
    }),
    ` on one ${card.accelerator.name}${carried === "" ? ", measured" : carried}: ${extentOf(shares)} of the dense ${card.format} peak of `,
    ...asStated(card.densePeak),
    ` FLOP/s by the operations counted here${full.length === 0 ? "" : `, ${extentOf(full)} were attention counted over the whole sequence`}.`,
    ...marks([
      references.cite(acceleratorSource(card)),
      ...(card.speedSource === null ? [] : [references.cite({ text: card.speedSource })]),
    ]),
  ];
}

const exactly = (value: number): string => exact(Number(value.toPrecision(6)));

function extentOf(shares: readonly number[]): string {
  const [least, most] = [shareText(Math.min(...shares)), shareText(Math.max(...shares))];
  return least === most ? least : `${least} to ${most}`;
}

function origin(card: ResolvedCard): string {
  if (card.speedIsDefault) return "; the plan states neither, so the sourced default stands in";
  if (card.speed.kind === "achieved" && card.speed.carriedFrom !== null) {
    return `; stated for ${card.speed.carriedFrom} and carried over as the utilisation that it implies there`;
  }
  return "";
}

/**
 * "3.00 USD a card-hour, 8 cards a node, no idle time billed." of cards with one price and one kind of node; of a reservation or a block
 * "… by the used card-hour: the commitment, …, costs 1,009,152 USD in all, used or not."
 */
function price(
  { plan, estimate, values, references, budget }: SheetContext,
  cards: readonly ResolvedCard[],
  isOneOfMany: boolean,
): RichText {
  const { quote: index = 0, cardsPerNode = 1 } = cards[0] ?? {};
  const quote = plan.quotes[index];
  if (quote === undefined) throw new RangeError(`a card names quote ${index}, which the plan does not have`);
  const source: Inline[] = quote.source === null ? [] : [references.cite({ text: quote.source, date: quote.date })];
  const on = isOneOfMany ? ` on ${listed([...new Set(cards.map(({ accelerator }) => accelerator.name))])}` : "";
  const until = quote.validUntil === null ? "" : `; the price is valid until ${dateWords(quote.validUntil)}`;
  const beyond = headlineBeyondUse(plan, estimate).find((one) => one.quote === index && one.charges.length > 0);
  const cannot = headlineBeyondUse(plan, estimate).some((one) => one.quote === index && one.cannotRun !== null);
  const nothing = quote.commitment === null && !cannot ? "no idle time billed" : "by the used card-hour";
  const billed =
    beyond === undefined ? nothing : `by the used card-hour: ${beyondUseWords(asPrinted(beyond, plan, budget), plan)}`;
  return [
    `${priceText(amountAt(quote.price, values))} ${plan.currency} a card-hour${on}, ${counted(cardsPerNode, "card")} a node, ${billed}${until}.`,
    ...source,
  ];
}
