import { firstQuantile, nextQuantile, type QuantilePoint } from "./beta-quantile.ts";
import { type BetaShape, betaShape } from "./incomplete-beta.ts";

/**
 * Three points of a PERT distribution, low ≤ likely ≤ high: a beta distribution stretched over [low, high] whose mode
 * is `likely`, with λ = 4 (Malcolm, Roseboom, Clark and Fazar, Operations Research 7, 1959; Vose, Risk Analysis, 2008).
 */
export interface Pert {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** How much the likely value weighs against the ends, in the mean and in the shape. */
const LAMBDA = 4;

/**
 * The mean, (low + 4·likely + high) / 6.
 *
 * @example pertMean({ low: 10, likely: 15, high: 15 }) // 14.166666666666666
 */
export const pertMean = ({ low, likely, high }: Pert): number => (low + LAMBDA * likely + high) / (LAMBDA + 2);

/**
 * The exponents of the beta distribution: α = 1 + 4·(likely − low)/(high − low), β = 1 + 4·(high − likely)/(high − low).
 * Each is 1 to 5 and they add up to 6. A range of no width (low = high) has no shape.
 *
 * @example pertShape({ low: 0, likely: 20, high: 100 }) // {alpha: 1.8, beta: 4.2}
 */
export function pertShape({ low, likely, high }: Pert): { alpha: number; beta: number } {
  const width = high - low;
  return { alpha: 1 + (LAMBDA * (likely - low)) / width, beta: 1 + (LAMBDA * (high - likely)) / width };
}

/**
 * The value below which the share p of a PERT distribution lies, to about 1e-14 of the range's width, and of the
 * distance from `low` in the lower half.
 *
 * @param p 0 to 1
 * @example pertQuantile({ low: 10, likely: 15, high: 15 }, 0.5) // 10 + 5·0.5^⅕ = 14.3527528…
 * @example pertQuantile({ low: 0, likely: 20, high: 100 }, 0.1) // 8.9902130…
 */
export function pertQuantile(range: Pert, p: number): number {
  const { low, high } = range;
  if (low === high || p <= 0) return low;
  if (p >= 1) return high;
  const width = high - low;
  const { alpha, beta } = pertShape(range);
  if (beta === 1) return low + width * powerQuantile(alpha, p);
  if (alpha === 1) return high - width * powerQuantile(beta, 1 - p);
  if (p <= 0.5) return low + width * firstQuantile(betaShape(alpha, beta), p).x;
  return high - width * firstQuantile(betaShape(beta, alpha), 1 - p).x;
}

/**
 * The quantiles of a PERT distribution at the n points p = i / (n − 1), i = 0 … n − 1: the first is `low`, the last
 * `high`. Each is found from the one before it, from both ends towards the middle, at a small part of the price of n
 * separate quantiles.
 *
 * @param n at least 2
 * @example pertGrid({ low: 5, likely: 5, high: 10 }, 3) // [5, 10 − 5·0.5^⅕ = 5.6472472…, 10]
 */
export function pertGrid(range: Pert, n: number): Float64Array {
  const { low, high } = range;
  const grid = new Float64Array(n).fill(low);
  if (low === high) return grid;
  grid[n - 1] = high;
  const last = n - 1;
  const width = high - low;
  const { alpha, beta } = pertShape(range);
  if (beta === 1) {
    for (let i = 1; i < last; i++) grid[i] = low + width * powerQuantile(alpha, i / last);
    return grid;
  }
  if (alpha === 1) {
    for (let i = 1; i < last; i++) grid[i] = high - width * powerQuantile(beta, (last - i) / last);
    return grid;
  }
  const lowerHalf = Math.floor(last / 2);
  march(betaShape(alpha, beta), last, lowerHalf, (i, x) => {
    grid[i] = low + width * x;
  });
  march(betaShape(beta, alpha), last, last - lowerHalf - 1, (i, x) => {
    grid[last - i] = high - width * x;
  });
  return grid;
}

/** The quantiles at i / steps for i = 1 … count, in order. */
function march(shape: BetaShape, steps: number, count: number, put: (i: number, x: number) => void): void {
  let point: QuantilePoint | undefined;
  for (let i = 1; i <= count; i++) {
    const p = i / steps;
    point = point === undefined ? firstQuantile(shape, p) : nextQuantile(shape, point, p);
    put(i, point.x);
  }
}

/** Where the other exponent is 1 the distribution function is a bare power, x^exponent. */
const powerQuantile = (exponent: number, p: number): number => p ** (1 / exponent);
