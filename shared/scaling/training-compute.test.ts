import { expect, it } from "vitest";
import { Flop, Parameters, Tokens } from "../units/brands.ts";
import { affordedParameters, affordedTokens, trainingCompute } from "./training-compute.ts";

it("counts Chinchilla's compute, and from it what that affords", () => {
  const chinchilla = { parameters: Parameters(70e9), tokens: Tokens(1.4e12) };
  expect(trainingCompute(chinchilla)).toBe(5.88e23);
  expect(affordedTokens(Flop(5.88e23), chinchilla.parameters)).toBe(1.4e12);
  expect(affordedParameters(Flop(5.88e23), chinchilla.tokens)).toBe(70e9);
});
