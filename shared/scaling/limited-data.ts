/** Whether a data set is large enough for a budget, and what is best when it is not. */
import type { Flop, Tokens } from "../units/brands.ts";
import type { ScalingLaw } from "./fit.ts";
import { predictedLoss } from "./loss.ts";
import { budgetForTokens, computeOptimum, type Optimum } from "./optimum.ts";
import { affordedParameters } from "./training-compute.ts";

export interface BestOnData {
  /** Whether the optimum needs no more tokens than there are. */
  readonly suffices: boolean;
  /** Tokens that the unlimited optimum asks for. */
  readonly wanted: Tokens;
  /** The best run that sees no token twice: the optimum itself where the data suffices. */
  readonly best: Optimum;
  /** The budget at which all of the data is just compute-optimal; more compute goes into size alone. */
  readonly balancedBudget: Flop;
}

/**
 * The best run of a budget on a data set, each token seen once. Where the optimum wants more tokens than there are, all of
 * them are used and the rest of the budget goes into size, N = C/(6·D): at fixed tokens the predicted loss falls with size.
 * What second and third epochs are worth is another law, and not here.
 *
 * Worked example, 5.76e23 FLOP by Besiroglu et al.: the optimum wants 1.32683e12 tokens; on 1e12 the best size is 96e9, loss
 * 1.97477 instead of 1.97397.
 *
 * @param budget above 0
 * @param available tokens of the data set, above 0
 */
export function bestOnData(law: ScalingLaw, budget: Flop, available: Tokens): BestOnData {
  const optimum = computeOptimum(law, budget);
  const suffices = optimum.tokens <= available;
  return {
    suffices,
    wanted: optimum.tokens,
    best: suffices ? optimum : allOf(law, budget, available),
    balancedBudget: budgetForTokens(law, available),
  };
}

function allOf(law: ScalingLaw, budget: Flop, tokens: Tokens): Optimum {
  const parameters = affordedParameters(budget, tokens);
  return { parameters, tokens, loss: predictedLoss(law, { parameters, tokens }) };
}
