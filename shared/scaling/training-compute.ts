/** Compute as scaling laws count it: 6 operations for every parameter and token. */
import { Flop, Parameters, Tokens } from "../units/brands.ts";
import type { SizedRun } from "./loss.ts";

/** Operations for one parameter and one token: 2 forward, 4 backward (Kaplan et al. 2020, section 2.1). */
const FLOP_PER_PARAMETER_AND_TOKEN = 6;

/**
 * C = 6·N·D, the count that every scaling law here was fitted with, whatever convention a plan counts by.
 *
 * @example trainingCompute({ parameters: Parameters(70e9), tokens: Tokens(1.4e12) }) // 5.88e23, Chinchilla
 */
export const trainingCompute = ({ parameters, tokens }: SizedRun): Flop =>
  Flop(FLOP_PER_PARAMETER_AND_TOKEN * parameters * tokens);

/** The tokens that a budget pays for at a size: C/(6·N). @param parameters above 0 */
export const affordedTokens = (budget: Flop, parameters: Parameters): Tokens =>
  Tokens(budget / (FLOP_PER_PARAMETER_AND_TOKEN * parameters));

/** The size that a budget pays for on so many tokens: C/(6·D). @param tokens above 0 */
export const affordedParameters = (budget: Flop, tokens: Tokens): Parameters =>
  Parameters(budget / (FLOP_PER_PARAMETER_AND_TOKEN * tokens));
