/** Where the isoFLOP picture draws what: curves of a few budgets, their lowest points, runs. Pure. */
import type { ScalingLaw } from "../../../../shared/scaling/fit.ts";
import { type IsoflopPoint, isoflopCurve } from "../../../../shared/scaling/isoflop.ts";
import { computeOptimum } from "../../../../shared/scaling/optimum.ts";
import { Flop } from "../../../../shared/units/brands.ts";

/** A run to mark in the picture. */
export interface MarkedRun {
  readonly label: string;
  readonly parameters: number;
  readonly loss: number;
}

export interface IsoflopCurveShape {
  readonly budget: number;
  readonly points: readonly IsoflopPoint[];
  readonly lowest: { readonly parameters: number; readonly loss: number };
}

export interface IsoflopPicture {
  readonly curves: readonly IsoflopCurveShape[];
  readonly runs: readonly MarkedRun[];
  readonly sizes: { readonly from: number; readonly to: number };
  readonly losses: { readonly from: number; readonly to: number };
}

const POINTS = 97;
/** Beside the outermost optima, in powers of ten. */
const DECADES_BESIDE = 1.1;
/** Above the highest optimum the curves are cut at this many times the picture's span of optima. */
const HEADROOM = 0.9;
const LEAST_HEADROOM = 0.25;
/** Under the lowest point there is room for its label. */
const FOOTROOM = 0.12;

/**
 * The picture of some budgets by a law of losses, with all of `runs` in it; null for a law that says nothing of the loss.
 *
 * @param budgets at least one, in FLOP
 */
export function isoflopPicture(
  law: ScalingLaw,
  budgets: readonly number[],
  runs: readonly MarkedRun[],
): IsoflopPicture | null {
  const optima = budgets.map((budget) => computeOptimum(law, Flop(budget)));
  const all = [...optima.map(({ parameters }) => parameters), ...runs.map(({ parameters }) => parameters)];
  const sizes = {
    from: Math.min(...optima.map(({ parameters }) => parameters / 10 ** DECADES_BESIDE), ...all.map((n) => n / 2)),
    to: Math.max(...optima.map(({ parameters }) => parameters * 10 ** DECADES_BESIDE), ...all.map((n) => n * 2)),
  };
  const curves: IsoflopCurveShape[] = [];
  for (const budget of budgets) {
    const points = isoflopCurve(law, Flop(budget), sizes, POINTS);
    if (points === null) return null;
    // Of what is drawn, not of `computeOptimum`: Kaplan's optimum is a fit of its own.
    const [first, ...others] = points;
    if (first === undefined) return null;
    curves.push({
      budget,
      points,
      lowest: others.reduce((least, one) => (one.loss < least.loss ? one : least), first),
    });
  }
  const lows = [...curves.map(({ lowest }) => lowest.loss), ...runs.map(({ loss }) => loss)];
  const span = Math.max(...lows) - Math.min(...lows);
  const room = Math.max(span * HEADROOM, LEAST_HEADROOM);
  return {
    curves,
    runs,
    sizes,
    losses: {
      from: Math.min(...lows) - (Math.max(...lows) + room - Math.min(...lows)) * FOOTROOM,
      to: Math.max(...lows) + room,
    },
  };
}

/** Round losses for the axis, from three to seven of them. */
export function lossTicks(from: number, to: number): readonly number[] {
  const steps = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
  const step = steps.find((one) => (to - from) / one <= 7) ?? 10;
  const ticks: number[] = [];
  for (let index = Math.ceil(from / step); index * step <= to * (1 + 1e-9); index += 1)
    ticks.push(Number((index * step).toFixed(2)));
  return ticks;
}
