/** How fast one card really trains, and what share of its peak that is. Peaks are dense: sparse ones are twice as high. */
import { FlopPerSecond, Share } from "../units/brands.ts";

/**
 * Achieved FLOP/s of one card = dense peak of the number format × utilisation (model FLOP utilisation: operations that
 * the model needs, none of them recomputed; Chowdhery et al. 2022, appendix B).
 *
 * Worked example: H100 SXM in bf16, 989.4e12 FLOP/s, at 0.30 → 2.9682e14 FLOP/s.
 */
export function achievedSpeed(card: { readonly densePeak: number; readonly utilisation: number }): FlopPerSecond {
  return FlopPerSecond(card.densePeak * card.utilisation);
}

/**
 * The share of the dense peak that a stated speed is; above 1 it contradicts the peak.
 *
 * Worked example: 3.5e14 of 989.4e12 FLOP/s → 0.3537.
 */
export function impliedUtilisation(achieved: number, densePeak: number): Share {
  return Share(achieved / densePeak);
}

/**
 * A speed stated for one card, carried over to another as its implied utilisation: an assumption, and listed as one.
 *
 * Worked example: 3.5e14 FLOP/s on an H100 SXM (989.4e12) is 0.3537 of its peak; on an A100 (312e12) → 1.10370e14.
 */
export function carriedSpeed(stated: {
  readonly achieved: number;
  readonly densePeak: number;
  readonly otherDensePeak: number;
}): FlopPerSecond {
  return achievedSpeed({
    densePeak: stated.otherDensePeak,
    utilisation: impliedUtilisation(stated.achieved, stated.densePeak),
  });
}
