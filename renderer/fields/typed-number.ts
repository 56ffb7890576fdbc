/** Between a number of the document and what a person types into a field with another unit. Pure. */

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
 * The number that was typed × 10^`exponent`; null for what is none (yet).
 *
 * @example typedNumber("14.1", -2) // 0.141
 * @example typedNumber("1e", 0) // null
 */
export function typedNumber(text: string, exponent: number): number | null {
  const plain = text.trim().replace(/(?<=\d)[,_ \u00a0\u2009](?=\d{3}(?!\d))/g, "");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = moved(plain, exponent);
  return Number.isFinite(value) ? value : null;
}

function moved(digits: string, by: number): number {
  const [mantissa = "", power = "0"] = digits.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(power) + by}`);
}
