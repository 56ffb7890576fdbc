import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Parameters, Tokens } from "../units/brands.ts";
import { predictedLoss } from "./loss.ts";
import { shippedFits } from "./shipped.fixture.ts";

const { named } = shippedFits(readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"));
const chinchilla = { parameters: Parameters(70e9), tokens: Tokens(1.4e12) };

describe("predictedLoss", () => {
  it("of Chinchilla by the unrounded fit of Hoffmann et al.", () => {
    expect(predictedLoss(named("hoffmann-2022").law, chinchilla)?.toFixed(5)).toBe("1.92087");
  });

  it("falls with size and with tokens, and never reaches the floor", () => {
    const size = fc.double({ min: 6, max: 13, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(fc.constantFrom("hoffmann-2022", "besiroglu-2024", "kaplan-2020"), size, size, (id, n, d) => {
        const loss = (parameters: number, tokens: number) =>
          predictedLoss(named(id).law, { parameters: Parameters(parameters), tokens: Tokens(tokens) }) ?? Number.NaN;
        expect(loss(n * 2, d)).toBeLessThan(loss(n, d));
        expect(loss(n, d * 2)).toBeLessThan(loss(n, d));
        expect(loss(n, d)).toBeGreaterThan(id === "kaplan-2020" ? 0 : 1.69);
      }),
    );
  });
});
