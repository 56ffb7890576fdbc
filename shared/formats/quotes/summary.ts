/** What a price list comes to at a glance: its quotes by card and way of renting, and what was skipped, by reason. */
import type { LibraryQuote } from "../../money/library-quote.ts";
import { DEFAULT_BASIS, type QuoteBasis } from "../../money/quote-basis.ts";
import { isRange } from "../../ranges/quantity.ts";
import type { SkippedRow } from "./found-quote.ts";

/** Prices of a card-hour in one currency, from the lowest to the highest. */
export interface PriceSpan {
  readonly currency: string;
  readonly low: number;
  readonly high: number;
}

/** The prices of quotes, a span for every currency; purchases and prices that are named by a variable have none. */
export function priceSpans(quotes: Iterable<LibraryQuote>): readonly PriceSpan[] {
  const spans = new Map<string, PriceSpan>();
  for (const { price, currency } of quotes) {
    const low = isRange(price ?? 0) && typeof price === "object" && "low" in price ? price.low : price;
    const high = typeof price === "object" && "high" in price ? price.high : price;
    if (typeof low !== "number" || typeof high !== "number") continue;
    const known = spans.get(currency);
    spans.set(currency, {
      currency,
      low: Math.min(low, known?.low ?? low),
      high: Math.max(high, known?.high ?? high),
    });
  }
  return [...spans.values()];
}

/** How many quotes there are of each basis, in the order in which they come first. */
export function countByBasis(quotes: Iterable<LibraryQuote>): ReadonlyMap<QuoteBasis, number> {
  const counts = new Map<QuoteBasis, number>();
  for (const { basis = DEFAULT_BASIS } of quotes) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  return counts;
}

/** Rows that were skipped for one reason. */
export interface SkippedGroup {
  readonly reason: string;
  readonly lines: readonly number[];
}

/** Skipped rows by reason, the most frequent first. Reasons that differ only in the line or value they name are one. */
export function skippedGroups(skipped: readonly SkippedRow[]): readonly SkippedGroup[] {
  const groups = Map.groupBy(skipped, ({ reason }) =>
    reason.replace(/ stands in line [\d,]+\.$/, " stands in an earlier line."),
  );
  return [...groups]
    .map(([reason, rows]) => ({ reason, lines: rows.map(({ line }) => line) }))
    .toSorted((a, b) => b.lines.length - a.lines.length);
}

/**
 * Line numbers as people write them, neighbours together.
 *
 * @example linesText([3, 4, 5, 9], 10) // "3–5, 9"
 */
export function linesText(lines: readonly number[], most: number): string {
  const parts: string[] = [];
  for (let at = 0; at < lines.length && parts.length < most; ) {
    let end = at;
    while (lines[end + 1] === (lines[end] ?? 0) + 1) end++;
    parts.push(end === at ? `${lines[at]}` : `${lines[at]}–${lines[end]}`);
    at = end + 1;
    if (parts.length === most && at < lines.length) parts.push("…");
  }
  return parts.join(", ");
}
