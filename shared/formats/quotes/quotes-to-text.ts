/** What was read of a price list, for a terminal. */
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { QuoteBasis } from "../../money/quote-basis.ts";
import { priceText } from "../../sheet/text/amounts.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { printable } from "../terminal/style.ts";
import { type QuoteFormat, quoteFormatWords } from "./found-quote.ts";
import type { QuoteReading } from "./quotes-to-json.ts";
import { countByBasis, linesText, priceSpans, skippedGroups } from "./summary.ts";

export const basisWords: Readonly<Record<QuoteBasis, string>> = {
  onDemand: "on demand",
  spot: "spot",
  reserved: "reserved",
  block: "block",
  purchase: "purchase",
};

/** A card as the file names it, and what it is taken for. */
export interface CardLine {
  readonly label: string;
  readonly quotes: number;
  /** The name of the catalogue's row; null where it is not known. */
  readonly taken: string | null;
  /** Why, or why not. */
  readonly because: string;
}

export interface QuoteText extends QuoteReading {
  readonly provider: string | null;
  readonly date: string | null;
  /** When the file was last changed: a date to offer, not to take. */
  readonly fileDate: string | null;
  readonly cards: readonly CardLine[];
}

/** Groups of line numbers of one reason that are shown. */
const MOST_LINES = 12;

/** What the list offers, which cards it means and what was skipped: lines that end in a line break. */
export function quotesToText(reading: QuoteText): string {
  const { format, rows, provider, date, fileDate, cards, skipped, unlisted } = reading;
  const quotes = reading.quotes.map(({ quote }) => quote);
  const bases = [...countByBasis(quotes)].map(([basis, count]) => `${exact(count)} ${basisWords[basis]}`);
  const spans = priceSpans(quotes).map(
    ({ currency, low, high }) =>
      `${low === high ? priceText(low) : `${priceText(low)}–${priceText(high)}`} ${currency} a card-hour`,
  );
  const offered = fileDate === null ? "" : `; the file was changed on ${fileDate}`;
  const forAny = reading.quotes.filter(({ card, quote }) => card === null && quote.accelerator === undefined).length;
  return [
    table([
      ["Format", formatTitle(format)],
      ["Rows", exact(rows)],
      ["Quotes", bases.length === 0 ? "none" : `${exact(quotes.length)}: ${bases.join(", ")}`],
      ...(spans.length === 0 ? [] : [["Price", spans.join(", ")] as [string, string]]),
      ["Provider", saidBy(provider, quotes, ({ quotedBy }) => quotedBy, "--provider NAME says it")],
      ["Date", saidBy(date, quotes, (quote) => quote.date, `--date YYYY-MM-DD says it${offered}`)],
    ]),
    section("Cards", [
      ...cards.map(
        ({ label, quotes: count, taken, because }) =>
          [label, `${counted(count, "quote")}, ${taken ?? "not known"}: ${because}`] as const,
      ),
      ...(forAny === 0 ? [] : [["none named", `${counted(forAny, "quote")}, for any card of a plan`] as const]),
    ]),
    section(
      "Skipped",
      skippedGroups(skipped).map(({ reason, lines }) => [
        counted(lines.length, "row"),
        `${reason} ${lines.length === 1 ? "Line" : "Lines"} ${linesText(lines, MOST_LINES)}`,
      ]),
    ),
    unlisted === 0 ? "" : `  and ${counted(unlisted, "row")} more that are not listed\n`,
  ].join("");
}

/** Names that are listed; a catalogue of many providers has more than anybody reads. */
const MOST_NAMES = 6;

/** What the rows say themselves, else what is said of them all, else how to say it. */
function saidBy(
  ofAll: string | null,
  quotes: readonly LibraryQuote[],
  of: (quote: LibraryQuote) => string | undefined,
  howTo: string,
): string {
  const names = [...new Set(quotes.flatMap((quote) => of(quote) ?? []))];
  if (names.length === 0) return ofAll ?? `the file does not say; ${howTo}`;
  const silent = quotes.filter((quote) => of(quote) === undefined).length;
  const more = names.length > MOST_NAMES ? ` and ${exact(names.length - MOST_NAMES)} more` : "";
  const others = silent === 0 ? "" : `; ${counted(silent, "quote")} without: ${ofAll ?? howTo}`;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more}${others}`;
}

const formatTitle = (format: QuoteFormat): string => {
  const words = quoteFormatWords[format];
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const section = (title: string, rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0 ? "" : `\n${title}\n${table(rows, "  ")}`;

function table(rows: readonly (readonly [string, string])[], indent = ""): string {
  const shown = rows.map(([name, text]) => [printable(name), printable(text)] as const);
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, text]) => `${indent}${name.padEnd(width)}  ${text}\n`).join("");
}
