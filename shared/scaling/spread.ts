/** How far the published fits lie apart on one question. */
import type { Flop } from "../units/brands.ts";
import type { ScalingFit } from "./fit.ts";
import { computeOptimum, type Optimum } from "./optimum.ts";

/** Least and greatest of what the fits say. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

export interface FitOptimum {
  readonly fit: ScalingFit;
  readonly optimum: Optimum;
}

export interface OptimumSpread {
  /** Every fit, those for comparison too, in the order given. */
  readonly byFit: readonly FitOptimum[];
  /** Over the fits that count. Losses of different fits compare only where they are of the same text, as these are. */
  readonly parameters: Between;
  readonly tokens: Between;
  /** Null when no fit that counts predicts a loss. */
  readonly loss: Between | null;
}

/**
 * The optimum of a budget by every fit, and how far those that count lie apart: fits for comparison are in the list and not
 * in the spread.
 *
 * Worked example, 5.76e23 FLOP: 40.4e9 to 72.4e9 parameters over the shipped fits.
 *
 * @param fits at least one of which counts
 * @param budget above 0
 */
export function optimumSpread(fits: readonly ScalingFit[], budget: Flop): OptimumSpread {
  const byFit = fits.map((fit) => ({ fit, optimum: computeOptimum(fit.law, budget) }));
  const counting = byFit.filter(({ fit }) => fit.comparisonOnly === null).map(({ optimum }) => optimum);
  const losses = counting.flatMap(({ loss }) => (loss === null ? [] : [loss]));
  return {
    byFit,
    parameters: between(counting.map(({ parameters }) => parameters)),
    tokens: between(counting.map(({ tokens }) => tokens)),
    loss: losses.length === 0 ? null : between(losses),
  };
}

/** Least and greatest of at least one value. */
export const between = (values: readonly number[]): Between => ({
  low: Math.min(...values),
  high: Math.max(...values),
});
