/** Reading price lists in tests. */
import { cardMatcher } from "./cards/match-card.ts";
import type { FoundQuote, SkippedRow } from "./found-quote.ts";
import { type QuoteFile, type QuoteReaderOptions, quoteReader } from "./read-quotes.ts";

const card = (id: string, name: string, marketedMemoryGB: number) => ({ id, name, marketedMemoryGB });

/** A few cards of the catalogue. */
export const cards = cardMatcher({
  accelerators: [
    card("h100-sxm", "NVIDIA H100 SXM5 80GB", 80),
    card("h100-pcie", "NVIDIA H100 PCIe 80GB", 80),
    card("h100-nvl", "NVIDIA H100 NVL 94GB (per GPU)", 94),
    card("h200-sxm", "NVIDIA H200 SXM 141GB", 141),
    card("l4", "NVIDIA L4", 24),
    card("mi300x", "AMD Instinct MI300X", 192),
  ],
  rates: [{ instance: "p5.48xlarge", acceleratorId: "h100-sxm", provider: "AWS" }],
});

interface Read {
  readonly file: QuoteFile;
  readonly quotes: readonly FoundQuote[];
  readonly skipped: readonly SkippedRow[];
}

/** What the pieces of a text come to, or its fault as `line message`. */
export function readPieces(pieces: readonly string[], options: Partial<QuoteReaderOptions> = {}): Read | string {
  const reader = quoteReader({ cards, format: null, mark: null, ...options });
  const quotes: FoundQuote[] = [];
  const skipped: SkippedRow[] = [];
  for (const piece of [...pieces, null]) {
    const read = piece === null ? reader.end() : reader.push(piece);
    if (!read.ok) return `${read.error.line} ${read.error.message}`;
    quotes.push(...read.value.quotes);
    skipped.push(...read.value.skipped);
  }
  const file = reader.file();
  if (file === null) throw new Error("no file");
  return { file, quotes, skipped };
}

export function readOf(text: string, options: Partial<QuoteReaderOptions> = {}): Read {
  const read = readPieces([text], options);
  if (typeof read === "string") throw new Error(read);
  return read;
}

/** The skipped rows as `line: reason`. */
export const reasonsOf = (text: string, options: Partial<QuoteReaderOptions> = {}): readonly string[] =>
  readOf(text, options).skipped.map(({ line, reason }) => `${line}: ${reason}`);

/** Quotes in a few words: line, instance, way of renting, price, card. */
export const offersOf = (text: string, options: Partial<QuoteReaderOptions> = {}) =>
  readOf(text, options).quotes.map(({ line, instance, fields, card }) => [
    line,
    instance ?? fields.title,
    fields.basis,
    fields.price,
    card?.name,
  ]);
