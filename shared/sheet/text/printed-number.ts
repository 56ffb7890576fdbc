/** Numbers as the page prints them. */
import type { Cell, Column, RichText } from "../sheet.ts";
import { plainText } from "./rich-text.ts";

/** A number in full: "−794,860" is -794860; null for words, and for what has a prefix or a power of ten. */
export function numberInFull(text: RichText): number | null {
  const words = plainText(text);
  return /^[−+]?[\d,]+(\.\d+)?$/.test(words) ? Number(words.replaceAll(",", "").replace("−", "-")) : null;
}

/**
 * What a spreadsheet has of a cell: the number as it is printed where the column says with how many decimals, so that
 * a sum of it is the printed sum, and else the unrounded number; null for words.
 *
 * @example 3224397.53 printed as "3,224,398" in a column of 0 places is 3224398
 */
export function printedNumber({ text, value }: Cell, { places }: Column): number | null {
  if (value === null || places === undefined) return value;
  return numberInFull(text) ?? value;
}
