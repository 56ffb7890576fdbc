/** Loss against size at one budget: the curve whose lowest point is the compute-optimal size. */
import { type Flop, Parameters } from "../units/brands.ts";
import type { ScalingLaw } from "./fit.ts";
import { predictedLoss } from "./loss.ts";
import type { Optimum } from "./optimum.ts";
import { affordedTokens } from "./training-compute.ts";

/** A point of an isoFLOP curve. */
export type IsoflopPoint = Optimum & { readonly loss: number };

/**
 * The predicted loss of every size at one budget, the tokens being what the budget leaves: D = C/(6·N). Null where the law
 * says nothing of the loss. Sizes are spaced evenly in their logarithm, both ends included.
 *
 * @param budget above 0
 * @param sizes least and greatest number of parameters, above 0
 * @param count of points, at least 2
 */
export function isoflopCurve(
  law: ScalingLaw,
  budget: Flop,
  sizes: { readonly from: number; readonly to: number },
  count: number,
): readonly IsoflopPoint[] | null {
  const step = Math.log(sizes.to / sizes.from) / (count - 1);
  const points: IsoflopPoint[] = [];
  for (let index = 0; index < count; index += 1) {
    const parameters = Parameters(sizes.from * Math.exp(step * index));
    const tokens = affordedTokens(budget, parameters);
    const loss = predictedLoss(law, { parameters, tokens });
    if (loss === null) return null;
    points.push({ parameters, tokens, loss });
  }
  return points;
}
