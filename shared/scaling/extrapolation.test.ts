import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Parameters, Tokens } from "../units/brands.ts";
import { extrapolation } from "./extrapolation.ts";
import { shippedFits } from "./shipped.fixture.ts";

const { named } = shippedFits(readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"));
const chinchilla = { parameters: Parameters(70e9), tokens: Tokens(1.4e12) };

describe("extrapolation", () => {
  it("of Chinchilla: four times the largest model that was fitted", () => {
    expect(extrapolation(named("hoffmann-2022"), chinchilla)).toEqual({
      of: "parameters",
      direction: "above",
      factor: 4.375,
    });
  });

  it("names whichever lies further out, on either side", () => {
    const run = { parameters: Parameters(7e6), tokens: Tokens(1e12) };
    expect(extrapolation(named("hoffmann-2022"), run)).toMatchObject({ of: "parameters", direction: "below" });
    expect(extrapolation(named("hoffmann-2022"), { ...run, parameters: Parameters(1e9) })).toEqual({
      of: "tokens",
      direction: "above",
      factor: 2,
    });
  });

  it("is none inside", () => {
    expect(extrapolation(named("hoffmann-2022"), { parameters: Parameters(1e9), tokens: Tokens(2e10) })).toBeNull();
  });
});
