/** Amounts as a sheet words them. */
import { duration } from "../../units/format/duration.ts";
import { exact, exactMoney, fixed, percent } from "../../units/format/exact.ts";
import { readable, readableText } from "../../units/format/readable.ts";
import { asStated, plainText } from "./rich-text.ts";

/** A count or an amount of money with three figures: "12.9 M". */
export const read = (n: number): string => readableText(readable(n));

/** A count with three figures, and in full below a thousand: "9.79 M", "12". */
export const readCount = (n: number): string => (Number.isInteger(n) && n < 1_000 ? exact(n) : read(n));

/** A number of things: in full. Expected values may have a fraction; a decimal of it is told where they are few. */
export const countText = (n: number): string => (Number.isInteger(n) ? exact(n) : fixed(n, n < 1_000 ? 1 : 0));

/** Two amounts as a range, the prefix once where both have the same: "11.8–12.8 M", "980 k–1.20 M", "793–1,460". */
export function rangeText(from: number, to: number): string {
  const [a, b] = [readable(from), readable(to)];
  if (readableText(a) === readableText(b)) return readableText(a);
  if (a.exponent !== null || b.exponent !== null) return `${readableText(a)}–${readableText(b)}`;
  if (a.prefix === b.prefix) return `${a.digits}–${readableText(b)}`;
  // "793–1.46 k" could be read as thousands at both ends.
  if (a.prefix === "" && b.prefix === "k") return `${a.digits}–${fixed(Number(to.toPrecision(3)), 0)}`;
  return `${readableText(a)}–${readableText(b)}`;
}

/** A price: to the cent, or to a ten-thousandth; what is less than one has four digits. */
export function priceText(price: number): string {
  const cents = price * 100;
  if (Math.abs(cents - Math.round(cents)) < 1e-9 * Math.max(1, cents)) return fixed(price, 2);
  return exact(Number(Math.abs(price) < 1 ? price.toPrecision(PRICE_DIGITS) : price.toFixed(PRICE_DIGITS)));
}

const PRICE_DIGITS = 4;

/** The full amount for hover and copy: to the cent, or with every digit where the cent is too coarse. */
export const moneyExact = (amount: number, currency: string): string =>
  `${Math.abs(amount) >= 1 || amount === 0 ? exactMoney(amount) : exact(amount)} ${currency}`;

/** A length of time in a sentence: "43.0 hours", "4.9 years". */
export function timeWords(hours: number): string {
  const { digits, unit } = duration(hours);
  if (unit !== "h") return `${digits} ${unit}`;
  return digits === "1.0" ? "1 hour" : `${digits} hours`;
}

/** Two lengths of time as a range, the unit once where both have the same: "39.4–42.8 h". */
export function timeRangeText(from: number, to: number): string {
  const [a, b] = [duration(from), duration(to)];
  if (a.digits === b.digits && a.unit === b.unit) return `${a.digits} ${a.unit}`;
  const isOneUnit = a.unit === b.unit || `${a.unit}s` === b.unit;
  return isOneUnit ? `${a.digits}–${b.digits} ${b.unit}` : `${a.digits} ${a.unit}–${b.digits} ${b.unit}`;
}

/** A share of 1 as "14.3 %"; one too small for a decimal as "less than 0.1 %". */
export function shareText(share: number): string {
  const text = percent(share);
  return share > 0 && text === "0.0" ? "less than 0.1 %" : `${text} %`;
}

/** A share of 1 in a title, without decimals: "41 %". */
export const wholeShareText = (share: number): string =>
  share > 0 && share < 0.005
    ? "less than 1 %"
    : share < 1 && share >= 0.995
      ? "nearly all"
      : `${fixed(share * 100, 0)} %`;

/** A number of the plan as it was typed, for "10 to 15"; from a billion on with its power of ten. */
export const stated = (n: number): string => (Math.abs(n) >= 1e9 ? plainText(asStated(n)) : exact(n));

/** A stated share of 1 with the digits that it was stated with: "30 %", "2.5 %". */
export const perCent = (share: number): string => `${exact(Number((share * 100).toPrecision(6)))} %`;

/** An amount of a budget that has been rounded to multiples of `roundTo`: in full, with cents only where there are such. */
export const budgetText = (amount: number, roundTo: number): string => fixed(amount, roundTo < 1 ? 2 : 0);
