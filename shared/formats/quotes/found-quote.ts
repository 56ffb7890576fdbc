/** What a row of a price list offers, before it is known who sent the list and when. */
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { StatedCard } from "./cards/match-card.ts";

export const QUOTE_FORMATS = ["skypilot", "gpuhunt", "flopsheet", "spreadsheet"] as const;
export type QuoteFormat = (typeof QUOTE_FORMATS)[number];

export const quoteFormatWords: Readonly<Record<QuoteFormat, string>> = {
  skypilot: "SkyPilot catalogue",
  gpuhunt: "gpuhunt catalogue",
  flopsheet: "Flopsheet’s own template",
  spreadsheet: "table of a spreadsheet",
};

export interface FoundQuote {
  /** Of the file, from 1. */
  readonly line: number;
  /** By a column of the file; else whoever sends the list names it. */
  readonly provider: string | null;
  readonly instance: string | null;
  /** The card as the file names it; null where the quote is for any card, or `fields` has the id. */
  readonly card: StatedCard | null;
  /** What the file states, in the library's own terms. */
  readonly fields: Partial<LibraryQuote>;
}

/** A row that is no quote, or a price of it that is not known, and why, as a sentence. */
export interface SkippedRow {
  readonly line: number;
  readonly reason: string;
}

/** What one row comes to. */
export interface RowReading {
  readonly quotes: readonly FoundQuote[];
  readonly reasons: readonly string[];
}

export const skippedFor = (reason: string): RowReading => ({ quotes: [], reasons: [reason] });
