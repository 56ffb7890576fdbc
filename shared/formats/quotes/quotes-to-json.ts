/** What was read of a price list, for a program. */
import type { LibraryQuote } from "../../money/library-quote.ts";
import type { QuoteFormat, SkippedRow } from "./found-quote.ts";

/** A quote with its line, and its card as the file names it; `accelerator` is null where it is not known which that is. */
export interface ReadQuote {
  readonly line: number;
  readonly card: string | null;
  readonly quote: LibraryQuote;
}

export interface QuoteReading {
  readonly format: QuoteFormat;
  readonly rows: number;
  readonly quotes: readonly ReadQuote[];
  readonly skipped: readonly SkippedRow[];
  /** Skipped rows that are not listed. */
  readonly unlisted: number;
}

/** `{format, rows, quotes, skipped: [{line, reason}]}`, indented; ends in a line break. */
export function quotesToJson({ format, rows, quotes, skipped, unlisted }: QuoteReading): string {
  const last = skipped.at(-1)?.line ?? 0;
  const more =
    unlisted === 0 ? [] : [{ line: last + 1, reason: `From here on, ${unlisted} skipped rows are not listed.` }];
  const written = quotes.map(({ line, card, quote }) => ({
    line,
    ...quote,
    card,
    accelerator: quote.accelerator ?? null,
  }));
  return `${JSON.stringify({ format, rows, quotes: written, skipped: [...skipped, ...more] }, null, 2)}\n`;
}
