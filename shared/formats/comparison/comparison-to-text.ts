/** A comparison of quotes for a terminal. */
import type { ComparedQuote } from "../../estimate/compare/compare-quotes.ts";
import { cheapestFirst, unstated } from "../../estimate/compare/unstated.ts";
import { words } from "../../sheet/cells.ts";
import type { Cell, Column, Row, Table } from "../../sheet/sheet.ts";
import { priceText } from "../../sheet/text/amounts.ts";
import { cannotRunWords } from "../../sheet/text/cannot-run-words.ts";
import { shortCardName } from "../../sheet/text/card-name.ts";
import { offerWords } from "../../sheet/text/offer-words.ts";
import { plainText } from "../../sheet/text/rich-text.ts";
import { HOURS_PER_DAY } from "../../units/constants.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { exact, fixed, signed } from "../../units/format/exact.ts";
import { linesText } from "../quotes/summary.ts";
import { printable, styleOf } from "../terminal/style.ts";
import { tableLines } from "../terminal/table-text.ts";
import { wrap } from "../terminal/wrap.ts";
import { type Comparison, whyNot } from "./comparison.ts";

interface TerminalOptions {
  readonly width: number;
  readonly colour: boolean;
}

const NARROWEST = 60;
const WIDEST_TEXT = 96;

/** A table of the offers, the cheapest first, and sentences on what cannot be compared or is not priced; ends with a line break. */
export function comparisonToText(comparison: Comparison, { width: asked, colour }: TerminalOptions): string {
  const { plan, quotes, compared, list } = comparison;
  const width = Math.max(NARROWEST, Math.floor(asked));
  const style = styleOf(colour);
  const offers = compared.filter((one) => one.comparable).toSorted(cheapestFirst);
  const time = timeOf(offers);
  const rows = offers.map((offer) => rowOf(offer, comparison, time));
  const table: Table = { columns: columnsOf(plan.currency, time), rows, total: null };
  const lines = tableLines(table, { width, style, textOf: ({ text }) => printable(plainText(text)) });
  const notes = [
    ...(offers.length === 0 ? [] : notesOf(offers, comparison)),
    ...(compared.length === 0 ? ["There is no quote to compare."] : []),
    ...compared.flatMap((one) => (one.comparable ? [] : [`${titleOf(quotes[one.quote]?.title)}: ${whyNot(one)}.`])),
    ...(list === null ? [] : leftWords(list)),
  ];
  return `${[
    style.bold(printable(plan.title)),
    "",
    ...(offers.length === 0 ? [] : lines),
    ...(notes.length === 0
      ? []
      : ["", ...notes.flatMap((note) => wrap(printable(note), Math.min(width, WIDEST_TEXT)))]),
  ].join("\n")}\n`;
}

/** Lines of the price list that are named for a reason. */
const MOST_LINES = 12;

function leftWords({ rows, left }: NonNullable<Comparison["list"]>): string[] {
  if (left.length === 0) return [];
  return [
    `Of the ${counted(rows, "row")} of the price list these are not compared:`,
    ...left.map(
      ({ reason, lines }) =>
        `${counted(lines.length, "row")}: ${reason} ${plural(lines.length, "Line")} ${linesText(lines, MOST_LINES)}.`,
    ),
  ];
}

const titleOf = (title: string | undefined): string => title ?? "";

interface TimeUnit {
  readonly unit: "hours" | "days";
  readonly hours: number;
}

/** Days, or hours where some offer is done within two of them: "0.0 days" says nothing. */
const timeOf = (offers: readonly ComparedQuote[]): TimeUnit =>
  offers.some(({ hours }) => hours !== null && hours < 2 * HOURS_PER_DAY)
    ? { unit: "hours", hours: 1 }
    : { unit: "days", hours: HOURS_PER_DAY };

const columnsOf = (currency: string, time: TimeUnit): readonly Column[] => [
  { key: "quote", title: "Quote", unit: "", align: "left" },
  { key: "card", title: "Card", unit: "", align: "left" },
  { key: "price", title: "Price", unit: `${currency}/h`, align: "decimal" },
  { key: "petaflopDay", title: "PF-day", unit: currency, align: "decimal" },
  { key: "cards", title: "Cards", unit: "", align: "right" },
  { key: "days", title: "Time", unit: time.unit, align: "decimal" },
  { key: "work", title: "Work", unit: currency, align: "right" },
  { key: "unused", title: "Unused", unit: currency, align: "right" },
  { key: "lost", title: "Lost", unit: currency, align: "right" },
  { key: "storage", title: "Storage", unit: currency, align: "right" },
  { key: "total", title: "Total", unit: currency, align: "right" },
  { key: "cheapest", title: "Above cheapest", unit: currency, align: "right" },
  { key: "difference", title: "To headline", unit: currency, align: "right" },
];

function rowOf(offer: ComparedQuote, { quotes }: Comparison, time: TimeUnit): Row {
  const quote = quotes[offer.quote];
  const { cost, card } = offer;
  const title = quote === undefined ? "" : `${offer.onFrontier ? "* " : "  "}${quote.title}, ${offerWords(quote)}`;
  const without = unstated(cost);
  const texts = [
    title,
    card === null ? "several" : shortCardName(card.name, card.vendor),
    priceText(Number(offer.price.toFixed(4))),
    offer.pricePerPetaflopDay === null ? "" : fixed(offer.pricePerPetaflopDay, 2),
    exact(offer.cards),
    timeWords(offer, time),
    fixed(cost.work + offer.others, 0),
    fixed(cost.idle + cost.commitment + cost.increments, 0),
    fixed(cost.interruptions, 0),
    storedWords(cost),
    `${fixed(offer.total, 0)}${without === null ? "" : ` without ${without}`}`,
    offer.hours === null ? "" : offer.overCheapest === 0 ? "cheapest" : signed(offer.overCheapest),
    offer.overHeadline === 0 ? "the same" : signed(offer.overHeadline),
  ];
  return { cells: texts.map((text): Cell => words(text)) };
}

function timeWords({ hours, cannotRun }: ComparedQuote, time: TimeUnit): string {
  if (hours !== null) return fixed(hours / time.hours, 1);
  return cannotRun?.because === "interruptions" ? "never ends" : "does not fit";
}

/** What is known of storage and egress, and what is not: "24,000, egress not stated". */
function storedWords(cost: ComparedQuote["cost"]): string {
  const known = (cost.storage ?? 0) + (cost.egress ?? 0);
  const without = unstated(cost);
  if (without === null) return fixed(known, 0);
  if (without === "storage and egress") return "not stated";
  return `${known === 0 ? "" : `${fixed(known, 0)}, `}${without} not stated`;
}

function notesOf(offers: readonly ComparedQuote[], { quotes, plan }: Comparison): string[] {
  const without = offers.flatMap(({ quote: index, cannotRun, cards }) => {
    const quote = quotes[index];
    return cannotRun === null || quote === undefined
      ? []
      : [`${quote.title}: ${cannotRunWords(cannotRun, cards, quote, plan)}.`];
  });
  const usual = offers.find(({ cardsFrom }) => cardsFrom !== "quote");
  return [
    ...(offers.some(({ onFrontier }) => onFrontier) ? ["* No other offer is both as cheap and as fast."] : []),
    `Above cheapest: of the offers that take every run. To headline: difference to the plan’s own headline quote. Unused: idle cards of nodes, minimum, reservation or blocks, billing increments. Amounts in ${plan.currency}.`,
    ...(offers.every(({ cost }) => unstated(cost) === null)
      ? []
      : [
          "A total without storage or egress leaves out what the quote does not state: it is not taken for the cheapest, and stands below those that state all.",
        ]),
    ...(offers.some(({ others }) => others > 0)
      ? ["Work: with the runs on cards that a quote is not for, as their own quotes charge them."]
      : []),
    ...(usual === undefined ? [] : [usualWords(usual)]),
    ...without,
  ];
}

const usualWords = ({ cardsFrom }: ComparedQuote): string =>
  cardsFrom === "asked"
    ? "Where a quote names no cards, those that were asked for count, in whole nodes."
    : "Where a quote names no cards, those of the plan’s first cluster that takes every run count, in whole nodes; --cards takes others.";
