/** How a spreadsheet shows the numbers of a sheet. */
import type { NumberFormat } from "./workbook.ts";

/** From here on, and below its counterpart, a number is read by its power of ten. */
const LARGEST_PLAIN = 1e15;
const SMALLEST_PLAIN = 1e-4;

/** Whole numbers beyond this hide their decimals. */
const WITHOUT_DECIMALS = 1_000;

/** @example placesFormat(2) // "#,##0.00" */
export const placesFormat = (places: number): NumberFormat => (places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`);

/**
 * The format of a number that is not rounded: whole from a thousand on, at least three figures below, a power of ten where
 * it is too large or too small to be read otherwise. What the cell holds stays unrounded.
 *
 * @example formatFor(5.42e24) // "0.00E+00"
 * @example formatFor(0.194) // "0.000"
 */
export function formatFor(value: number): NumberFormat {
  const size = Math.abs(value);
  if (size >= LARGEST_PLAIN || (size > 0 && size < SMALLEST_PLAIN)) return "0.00E+00";
  if (Number.isInteger(value) || size >= WITHOUT_DECIMALS) return "#,##0";
  const places = Math.max(0, 2 - Math.floor(Math.log10(size)));
  return places === 0 ? "#,##0" : `0.${"0".repeat(places)}`;
}
