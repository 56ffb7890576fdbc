/** A number in full as it is set: digits, and a power of ten where the plain digits would be too many to read. */
import { exact } from "../../shared/units/format/exact.ts";

export interface NumberParts {
  readonly digits: string;
  readonly exponent: number | null;
}

/** As many figures as are shown of a number that does not end: the copied value has them all. */
const FIGURES = 10;
const PLAIN_BELOW = 1e13;
const PLAIN_FROM = 1e-4;

/**
 * @example numberParts(4302487.059920635) // {digits: "4,302,487.06", exponent: null}
 * @example numberParts(5.421133695502e24) // {digits: "5.421133696", exponent: 24}
 */
export function numberParts(value: number): NumberParts {
  const size = Math.abs(value);
  if (size !== 0 && (size >= PLAIN_BELOW || size < PLAIN_FROM)) {
    const [digits = "", exponent] = value.toExponential(FIGURES - 1).split("e");
    return { digits: exact(Number(digits)), exponent: Number(exponent) };
  }
  if (Number.isInteger(value)) return { digits: exact(value), exponent: null };
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(size, 1))) + 1);
  const decimals = whole >= 6 ? 2 : Math.max(2, FIGURES - whole - 1);
  return { digits: exact(Number(value.toFixed(decimals))), exponent: null };
}

/** Money, alone or per something, has two decimals, always. */
export function amountParts(value: number, unit: string): NumberParts {
  if (!/^[A-Z]{3}([ /]|$)/.test(unit) || Math.abs(value) >= PLAIN_BELOW) return numberParts(value);
  const cents = value.toFixed(2);
  const { digits } = numberParts(Math.trunc(Number(cents)));
  const sign = Number(cents) < 0 && Number(cents) > -1 ? "−" : "";
  return { digits: `${sign}${digits}${cents.slice(cents.indexOf("."))}`, exponent: null };
}
