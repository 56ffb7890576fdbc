/** Between a number of the document and what a person types into a field with another unit. Pure. */
import { readNumber } from "../../shared/plan/typed/read-number.ts";

/**
 * `value` × 10^-`exponent` as it is typed: the digits are moved, not multiplied, so that 0.141 is 14.1 % and nothing else.
 *
 * @example shownNumber(0.35, -2) // "35"
 * @example shownNumber(3.5e14, 12) // "350"
 * @example shownNumber(3.8e25, 0) // "3.8e25"
 */
export function shownNumber(value: number, exponent: number): string {
  return String(exponent === 0 ? value : moved(String(value), -exponent)).replace("e+", "e");
}

/**
 * The number that was typed × 10^`exponent`; null for what is none (yet). A prefix or a per cent sign says the unit by itself: 350 T
 * in a field of 10¹² FLOP/s is 3.5e14, as 350 is.
 *
 * @example typedNumber("14.1", -2) // 0.141
 * @example typedNumber("14.1 %", -2) // 0.141
 * @example typedNumber("350 T", 12) // 350e12
 * @example typedNumber("1e", 0) // null
 */
export function typedNumber(text: string, exponent: number): number | null {
  const read = readNumber(text, { percent: exponent === -2 });
  if (!read.ok) return null;
  const value = SAYS_ITS_UNIT.test(text) ? read.value : moved(String(read.value), exponent);
  return Number.isFinite(value) ? value : null;
}

const SAYS_ITS_UNIT = /[kKMBGT%]\s*$/;

function moved(digits: string, by: number): number {
  const [mantissa = "", power = "0"] = digits.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(power) + by}`);
}
