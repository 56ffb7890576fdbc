/** The columns of a table, found by their names in any order. */

import type { RowReading } from "./found-quote.ts";
import type { DecimalMark } from "./read-amount.ts";

/** Letters and digits of a heading, small: "Price (USD/GPU-hour)" and "price_usd_gpu_hour" are the same. */
export const headingKey = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Where each heading stands; of two that are equal the first counts. */
export function columnIndex(headings: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [at, heading] of headings.entries()) {
    const key = headingKey(heading);
    if (key !== "" && !index.has(key)) index.set(key, at);
  }
  return index;
}

/** Reads one row of a table whose headings are known. */
export type ReadRow = (fields: readonly string[], line: number, mark: DecimalMark | null) => RowReading;

/** A table that was recognised: how its rows are read, and which of its columns are used for what. */
export interface Recognised {
  readonly read: ReadRow;
  /** The columns that are read, by their headings or numbers, with what they are taken for. */
  readonly columns: readonly { readonly heading: string; readonly as: string }[];
  /** Where the prices stand, for finding the decimal mark. */
  readonly priceColumns: readonly number[];
}

/** The field in a column, without space around; "" where the table has no such column or the row ends before it. */
export const fieldAt = (fields: readonly string[], at: number | undefined): string =>
  at === undefined ? "" : (fields[at] ?? "").trim();
