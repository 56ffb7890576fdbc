/** What loss a scaling law predicts for a run. */
import { assertNever } from "../lib/assert-never.ts";
import type { Parameters, Tokens } from "../units/brands.ts";
import type { ScalingLaw } from "./fit.ts";

/** A training run as scaling laws see it: N parameters, counted as the fit counts them, and D tokens, each seen once. */
export interface SizedRun {
  readonly parameters: Parameters;
  readonly tokens: Tokens;
}

/**
 * Predicted loss of a run in nats per token; null where the law divides compute and says nothing of the loss. Losses compare
 * within one fit only: every fit is of its own text and its own tokens.
 *
 * - `sum`: E + A/N^α + B/D^β (Hoffmann et al. 2022, equation 2).
 * - `kaplan`: ((Nc/N)^(αN/αD) + Dc/D)^αD (Kaplan et al. 2020, equation 1.5).
 *
 * Worked example: Chinchilla, 70e9 parameters on 1.4e12 tokens, by the unrounded fit of Hoffmann et al.: 1.92087.
 *
 * @param run both above 0
 */
export function predictedLoss(law: ScalingLaw, { parameters, tokens }: SizedRun): number | null {
  switch (law.kind) {
    case "sum":
      return law.E + law.A / parameters ** law.alpha + law.B / tokens ** law.beta;
    case "kaplan":
      return ((law.Nc / parameters) ** (law.alphaN / law.alphaD) + law.Dc / tokens) ** law.alphaD;
    case "allocation":
      return null;
    default:
      return assertNever(law);
  }
}
