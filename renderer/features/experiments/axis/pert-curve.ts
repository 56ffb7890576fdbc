/** The curve of a range's PERT distribution as points of a picture. Pure. */
import { betaDensity, betaShape } from "../../../../shared/ranges/incomplete-beta.ts";
import { type Pert, pertQuantile, pertShape } from "../../../../shared/ranges/pert.ts";

export interface PertCurve {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** x from 0 (low) to 1 (high), y from 0 to 1 (the most likely). */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const STEPS = 64;

/** Null for a range without width, which has no curve. */
export function pertCurve(range: Pert): PertCurve | null {
  const { low, likely, high } = range;
  if (!(low < high) || likely < low || likely > high) return null;
  const { alpha, beta } = pertShape(range);
  const shape = betaShape(alpha, beta);
  // At the ends the logarithms have no value; the density next to them is its limit to the eye.
  const near = 1e-9;
  const heights = Array.from({ length: STEPS + 1 }, (_, index) =>
    betaDensity(shape, Math.min(1 - near, Math.max(near, index / STEPS))),
  );
  const most = Math.max(...heights);
  return {
    p10: pertQuantile(range, 0.1),
    p50: pertQuantile(range, 0.5),
    p90: pertQuantile(range, 0.9),
    points: heights.map((height, index) => ({ x: index / STEPS, y: height / most })),
  };
}
