/** Lists of evenly spaced numbers, as the programs that read sweep files make them. */
import { plus, times } from "../../plan/typed/exact-decimal.ts";

/** The longest list that is written out; of a longer one only the count is kept. */
export const MOST_LISTED = 10_000;

/** `count` numbers from `start` on, `step` apart, without the dust of binary fractions: 0.1, 0.2, 0.3. */
export const spaced = (start: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => plus(start, times(step, index)));

/**
 * How many numbers Hydra's `range(start, stop, step)` has: `stop` is not among them. It compares the exact values of the doubles,
 * so `range(0, 2.1, 0.7)` has four: 3 × 0.7 is a hair below 2.1. A step of 0 gives none.
 *
 * @example countBelow(-5.5, 5.5, 0.5) // 22
 */
export function countBelow(start: number, stop: number, step: number): number {
  const [from, to, by] = wholes([start, stop, step]);
  if (from === undefined || to === undefined || by === undefined || by === 0n) return 0;
  const distance = by > 0n ? to - from : from - to;
  const size = by > 0n ? by : -by;
  return distance <= 0n ? 0 : Number((distance + size - 1n) / size);
}

/** Python's floor division of two doubles, which Hydra's grid of Optuna counts with: 1 // 0.1 is 9. */
export function floorDivide(a: number, b: number): number {
  const remainder = a % b;
  const isBelow = remainder !== 0 && remainder < 0 !== b < 0;
  return Math.round((a - remainder) / b) - (isBelow ? 1 : 0);
}

/** Finite doubles as whole multiples of one power of two: exactly what they stand for. */
function wholes(values: readonly number[]): bigint[] {
  const parts = values.map(partsOf);
  const least = Math.min(...parts.map(({ exponent }) => exponent));
  return parts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - least));
}

const MANTISSA_BITS = 52n;
const BIAS = 1075;

function partsOf(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const power = Number((bits >> MANTISSA_BITS) & 0x7ffn);
  const fraction = bits & ((1n << MANTISSA_BITS) - 1n);
  const mantissa = power === 0 ? fraction : fraction | (1n << MANTISSA_BITS);
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: Math.max(power, 1) - BIAS };
}
