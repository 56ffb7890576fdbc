import { scientific, significant, superscript } from "./significant.ts";

/**
 * A number as people read it: three significant figures and a prefix that fits. Where no prefix reaches, a power of ten
 * (`exponent`) stands in its place; it is null otherwise.
 */
export interface Readable {
  readonly digits: string;
  readonly prefix: string;
  readonly exponent: number | null;
}

/** Thousand, million, billion, trillion: for counts (parameters, tokens, card-hours) and for money. */
const COUNT_PREFIXES = ["", "k", "M", "B", "T"];

/** Prefixes of SI, for units that take them: bytes, watts, FLOP/s. */
const SI_PREFIXES = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"];

/** Below this a plain number has more leading zeros than figures. */
const SMALLEST_EXPONENT = -3;

/**
 * A count or an amount of money to read. Rounding carries over the border of a prefix; trailing zeros stay. Counts of
 * things below a thousand are better written in full, with `exact`: this writes 12 as "12.0".
 *
 * @example readable(12907461.18) // {digits: "12.9", prefix: "M", exponent: null}
 * @example readable(4302487.06)  // {digits: "4.30", prefix: "M", exponent: null}
 * @example readable(999950)      // {digits: "1.00", prefix: "M", exponent: null}
 * @example readable(5.42e24)     // {digits: "5.42", prefix: "", exponent: 24}
 */
export const readable = (n: number): Readable => withPrefix(n, COUNT_PREFIXES);

/**
 * The same for a unit of measurement, whose prefixes are those of SI.
 *
 * @example readableUnit(3.5e14) // {digits: "350", prefix: "T", exponent: null}, read 350 TFLOP/s
 */
export const readableUnit = (n: number): Readable => withPrefix(n, SI_PREFIXES);

/**
 * A readable number as plain text.
 *
 * @example readableText(readable(12907461.18)) // "12.9 M"
 * @example readableText(readable(5.42e24))     // "5.42 × 10²⁴"
 */
export function readableText({ digits, prefix, exponent }: Readable): string {
  if (exponent !== null) return `${digits} × 10${superscript(exponent)}`;
  return prefix === "" ? digits : `${digits} ${prefix}`;
}

function withPrefix(n: number, prefixes: readonly string[]): Readable {
  if (n === 0) return { digits: "0", prefix: "", exponent: null };
  const { mantissa, exponent } = scientific(n);
  const step = Math.max(0, Math.floor(exponent / 3));
  const prefix = prefixes[step];
  if (prefix === undefined || exponent < SMALLEST_EXPONENT) return { digits: mantissa, prefix: "", exponent };
  // From the rounded figures, not from n: dividing first could round a second time, and the other way.
  const rounded = Number(n.toExponential(2));
  return { digits: significant(rounded / 1000 ** step), prefix, exponent: null };
}
