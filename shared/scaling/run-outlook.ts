/** What a run buys by the published fits, beside what its compute would buy at the optimum. */
import type { Parameters, Tokens } from "../units/brands.ts";
import type { ScalingFit } from "./fit.ts";
import { predictedLoss } from "./loss.ts";
import { computeOptimum, type Optimum } from "./optimum.ts";
import { type Between, between } from "./spread.ts";
import { trainingCompute } from "./training-compute.ts";

/** A run with both of the counts that fits call N. */
export interface CountedRun {
  readonly parameters: { readonly total: Parameters; readonly nonEmbedding: Parameters };
  readonly tokens: Tokens;
}

export interface FitOutlook {
  readonly fit: ScalingFit;
  /** Predicted loss of the run, nats per token; null where the fit says nothing of the loss. */
  readonly loss: number | null;
  /** The best run for the same 6·N·D. */
  readonly optimum: Optimum;
}

export interface RunOutlook {
  readonly byFit: readonly FitOutlook[];
  /** Over the fits that count; null when none of them predicts a loss. */
  readonly loss: Between | null;
  /** Sizes that the same compute is best spent on, over the fits that count. */
  readonly optimalParameters: Between;
}

/**
 * Predicted loss of a run by every fit, each with the N it counts, and the optimum of the same compute.
 *
 * Worked example: GPT-3, 174.6e9 parameters on 300e9 tokens, loses 1.977 by Hoffmann et al. and 2.008 by Besiroglu et al.; the
 * same 3.14e23 FLOP are best spent on 30.6e9 to 53.0e9 parameters.
 *
 * @param fits at least one of which counts
 */
export function runOutlook(fits: readonly ScalingFit[], { parameters, tokens }: CountedRun): RunOutlook {
  const byFit = fits.map((fit) => {
    const run = { parameters: parameters[fit.countedAs], tokens };
    return { fit, loss: predictedLoss(fit.law, run), optimum: computeOptimum(fit.law, trainingCompute(run)) };
  });
  const counting = byFit.filter(({ fit }) => fit.comparisonOnly === null);
  const losses = counting.flatMap(({ loss }) => (loss === null ? [] : [loss]));
  const sizes = counting.map(({ optimum }) => optimum.parameters);
  return {
    byFit,
    loss: losses.length === 0 ? null : between(losses),
    optimalParameters: between(sizes),
  };
}
