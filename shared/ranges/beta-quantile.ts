import { type BetaShape, betaDensity, incompleteBeta } from "./incomplete-beta.ts";

/** A point of the quantile function: I_x(α, β) = p, with the density there. */
export interface QuantilePoint {
  readonly p: number;
  readonly x: number;
  readonly density: number;
}

/**
 * The point of a beta distribution below which p lies, from a guess: Halley's iteration on I_x = p, kept inside the
 * interval that is known to hold the answer and halving it where a step would leave it. The last step is below 1e-8 of
 * x and the iteration cubic, so what remains is the rounding of I_x: about 1e-15 relative.
 *
 * @param p 0 < p ≤ 0.5; take the other half from the mirrored distribution, which keeps its precision near 1
 */
function solveQuantile(shape: BetaShape, p: number, guess: number): QuantilePoint {
  let low = 0;
  let high = 1;
  let x = guess > 0 && guess < 1 ? guess : 0.5;
  let density = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    density = betaDensity(shape, x);
    const excess = incompleteBeta(shape, x, density) - p;
    if (excess > 0) high = x;
    else low = x;
    const newton = excess / density;
    const step = newton / Math.max(0.5, 1 - 0.5 * newton * slope(shape, x));
    const next = x - step;
    // Asked before the interval: at the end rounding alone decides on which side of it a step falls.
    if (Math.abs(step) <= LAST_STEP * x) return { p, x: next, density };
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return { p, x, density };
}

/**
 * The quantile at a small p on its own, guessed from the leading term of I_x: x^α / (α·B(α, β)).
 */
export function firstQuantile(shape: BetaShape, p: number): QuantilePoint {
  const guess = Math.exp((Math.log(p * shape.alpha) + shape.lnBeta) / shape.alpha);
  return solveQuantile(shape, p, guess);
}

/**
 * The quantile at p from the one at a smaller p nearby. The guess is the Taylor polynomial of ln x in ln p, of second
 * degree: nearly a straight line in the tail, where x itself is not smooth, so that one step of the solver usually
 * settles it.
 */
export function nextQuantile(shape: BetaShape, from: QuantilePoint, p: number): QuantilePoint {
  const step = Math.log(p / from.p);
  const first = from.p / (from.x * from.density);
  const second = first * (1 - first - slope(shape, from.x) * from.x * first);
  return solveQuantile(shape, p, from.x * Math.exp(step * (first + 0.5 * second * step)));
}

/** The derivative of the logarithm of the density. */
const slope = ({ alpha, beta }: BetaShape, x: number): number => (alpha - 1) / x - (beta - 1) / (1 - x);

const LAST_STEP = 1e-8;
/** Halving alone gets there from any start; Halley's steps need two to six. */
const MAX_ITERATIONS = 100;
