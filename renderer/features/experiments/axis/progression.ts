/** Values that follow from the first, the last and a step: "128…16384 ×2". Pure. */
import { typedNumber } from "../../../fields/typed-number.ts";

/** As many values as an axis may have. */
const MOST_VALUES = 10_000;
/** Steps are repeated in floating point; the digits beyond these are its noise. */
const DIGITS = 12;

const FORM = /^\s*(.+?)\s*(?:…|\.{2,3}|–|\bto\b)\s*(.+?)\s*(?:([×x*+])\s*([^×x*+\s]+))?\s*$/i;

/**
 * The values that a text describes; null where it describes none. Without a step the values are 1 apart. The last is left out where
 * no step meets it.
 *
 * @example typedProgression("128…1024 ×2") // [128, 256, 512, 1024]
 * @example typedProgression("0.1..0.5 +0.1") // [0.1, 0.2, 0.3, 0.4, 0.5]
 * @example typedProgression("1 to 3") // [1, 2, 3]
 */
export function typedProgression(text: string): number[] | null {
  const [, first = "", last = "", sign = "+", by = "1"] = FORM.exec(text) ?? [];
  const from = typedNumber(first, 0);
  const to = typedNumber(last, 0);
  const step = typedNumber(by, 0);
  if (from === null || to === null || step === null) return null;
  return sign === "+" ? arithmetic(from, to, step) : geometric(from, to, step);
}

function arithmetic(from: number, to: number, step: number): number[] | null {
  if (step <= 0) return null;
  const count = Math.floor(Math.abs(to - from) / step + 1e-9) + 1;
  const signed = to < from ? -step : step;
  return count > MOST_VALUES ? null : Array.from({ length: count }, (_, index) => rounded(from + index * signed));
}

function geometric(from: number, to: number, factor: number): number[] | null {
  if (factor <= 1 || from === 0 || Math.sign(from) !== Math.sign(to)) return null;
  const count = Math.floor(Math.abs(Math.log(to / from) / Math.log(factor)) + 1e-9) + 1;
  const grows = Math.abs(to) >= Math.abs(from);
  if (count > MOST_VALUES) return null;
  return Array.from({ length: count }, (_, index) => rounded(grows ? from * factor ** index : from / factor ** index));
}

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/**
 * The text that describes `values`; null where they do not follow from one step.
 *
 * @example progressionText([128, 256, 512]) // "128…512 ×2"
 * @example progressionText([8, 16, 32, 48]) // null
 */
export function progressionText(values: readonly unknown[]): string | null {
  const [first, second] = values;
  const last = values.at(-1);
  if (values.length < 3 || typeof first !== "number" || typeof second !== "number" || typeof last !== "number")
    return null;
  const texts = [
    `${first}…${last} ×${rounded(Math.max(Math.abs(second / first), Math.abs(first / second)))}`,
    second - first === 1 ? `${first}…${last}` : `${first}…${last} +${rounded(Math.abs(second - first))}`,
  ];
  return texts.find((text) => same(typedProgression(text), values)) ?? null;
}

const same = (made: readonly number[] | null, values: readonly unknown[]): boolean =>
  made !== null && made.length === values.length && made.every((value, index) => value === values[index]);
