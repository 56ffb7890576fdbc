/** The compute-optimal run of a budget, and its inverses: the budget at which a size, a data set or a loss is optimal. */
import { assertNever } from "../lib/assert-never.ts";
import { err, ok, type Result } from "../lib/result.ts";
import { Flop, Parameters, Tokens } from "../units/brands.ts";
import { PETAFLOP_DAY } from "../units/constants.ts";
import type { ScalingLaw, SumLaw } from "./fit.ts";
import { predictedLoss, type SizedRun } from "./loss.ts";
import { affordedTokens, trainingCompute } from "./training-compute.ts";

/** The run that a budget is best spent on. */
export interface Optimum extends SizedRun {
  /** Nats per token; null where the law says nothing of the loss. */
  readonly loss: number | null;
}

/**
 * The run with the least predicted loss among all that cost C = 6·N·D.
 *
 * - `sum`: N = G·(C/6)^(β/(α+β)), G = (αA/(βB))^(1/(α+β)) (Hoffmann et al. 2022, equation 4).
 * - `allocation`: the N at which D = 10^intercept · N^slope costs C.
 * - `kaplan`: N ∝ C^0.73 through its anchor; the loss is its fit of loss to compute (Kaplan et al. 2020, equation 1.3).
 *
 * Worked example, C = 5.76e23 (Gopher): unrounded Hoffmann 40.361e9 parameters, 2.3785e12 tokens, loss 1.9184; its rounded
 * figures 32.190e9 and 2.9823e12; Besiroglu et al. 72.353e9, 1.32683e12, 1.97397.
 *
 * @param budget above 0
 */
export function computeOptimum(law: ScalingLaw, budget: Flop): Optimum {
  const { coefficient, exponent } = frontier(law);
  const parameters = Parameters(coefficient * budget ** exponent);
  const tokens = affordedTokens(budget, parameters);
  const loss = law.kind === "kaplan" ? kaplanLoss(law, budget) : predictedLoss(law, { parameters, tokens });
  return { parameters, tokens, loss };
}

/**
 * The budget at which a model of this size is compute-optimal; inverse of `computeOptimum(…).parameters`.
 *
 * @param parameters above 0
 */
export function budgetForSize(law: ScalingLaw, parameters: Parameters): Flop {
  const { coefficient, exponent } = frontier(law);
  return Flop((parameters / coefficient) ** (1 / exponent));
}

/**
 * The tokens on which a model of this size is compute-optimal.
 *
 * Worked example, approach 2 of Hoffmann et al., log10 D = 1.0409573·log10 N + 0.9353887: 124e6 parameters → 2.292425e9.
 *
 * @param parameters above 0
 */
export function tokensForSize(law: ScalingLaw, parameters: Parameters): Tokens {
  if (law.kind === "allocation") return Tokens(10 ** (law.slope * Math.log10(parameters) + law.intercept));
  return affordedTokens(budgetForSize(law, parameters), parameters);
}

/**
 * The budget at which so many tokens are compute-optimal; inverse of `computeOptimum(…).tokens`.
 *
 * @param tokens above 0
 */
export function budgetForTokens(law: ScalingLaw, tokens: Tokens): Flop {
  const { coefficient, exponent } = frontier(law);
  // D = C/(6·k·C^a), and trainingCompute({k, D}) = 6·k·D.
  return Flop(trainingCompute({ parameters: Parameters(coefficient), tokens }) ** (1 / (1 - exponent)));
}

/** Why no budget reaches a loss. */
export type UnreachableLoss =
  /** The law divides compute and says nothing of the loss. */
  | { readonly code: "no-loss" }
  /** The loss is not above what the law calls irreducible, in nats per token. */
  | { readonly code: "below-floor"; readonly floor: number };

/**
 * The least budget that reaches a loss, spent compute-optimally; inverse of `computeOptimum(…).loss`.
 *
 * On the frontier of a `sum` law L − E = K·(C/6)^−γ with γ = αβ/(α+β) and K = A·G^−α + B·G^β, hence
 * C = 6·(K/(L − E))^(1/γ). By `kaplan` C = Cc·L^(−1/0.050).
 *
 * @param loss nats per token
 */
export function budgetForLoss(law: ScalingLaw, loss: number): Result<Flop, UnreachableLoss> {
  switch (law.kind) {
    case "allocation":
      return err({ code: "no-loss" });
    case "kaplan":
      if (loss <= 0) return err({ code: "below-floor", floor: 0 });
      return ok(Flop(law.criticalPetaflopDays * PETAFLOP_DAY * loss ** (-1 / law.computeExponent)));
    case "sum": {
      if (loss <= law.E) return err({ code: "below-floor", floor: law.E });
      const G = balance(law);
      const K = law.A * G ** -law.alpha + law.B * G ** law.beta;
      const gamma = (law.alpha * law.beta) / (law.alpha + law.beta);
      return ok(Flop(6 * (K / (loss - law.E)) ** (1 / gamma)));
    }
    default:
      return assertNever(law);
  }
}

/** The optimum as a power law, N = coefficient · C^exponent, which every fit's is. */
function frontier(law: ScalingLaw): { readonly coefficient: number; readonly exponent: number } {
  switch (law.kind) {
    case "sum": {
      const exponent = law.beta / (law.alpha + law.beta);
      return { coefficient: balance(law) / 6 ** exponent, exponent };
    }
    case "allocation": {
      const exponent = 1 / (1 + law.slope);
      return { coefficient: (6 * 10 ** law.intercept) ** -exponent, exponent };
    }
    case "kaplan":
      return { coefficient: law.anchor.parameters / law.anchor.flop ** law.sizeExponent, exponent: law.sizeExponent };
    default:
      return assertNever(law);
  }
}

/** G = (αA/(βB))^(1/(α+β)) of a `sum` law: the optimal size at C = 6. */
export const balance = ({ A, B, alpha, beta }: SumLaw): number => ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));

const kaplanLoss = (law: Extract<ScalingLaw, { readonly kind: "kaplan" }>, budget: Flop): number =>
  (law.criticalPetaflopDays / (budget / PETAFLOP_DAY)) ** law.computeExponent;
