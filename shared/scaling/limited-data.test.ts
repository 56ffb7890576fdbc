import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Flop, Tokens } from "../units/brands.ts";
import { bestOnData } from "./limited-data.ts";
import { computeOptimum } from "./optimum.ts";
import { shippedFits } from "./shipped.fixture.ts";

const { named } = shippedFits(readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"));
const GOPHER = Flop(5.76e23);

describe("bestOnData", () => {
  const { law } = named("besiroglu-2024");

  it("keeps the optimum where the data suffices", () => {
    const { suffices, best, wanted } = bestOnData(law, GOPHER, Tokens(15e12));
    expect(suffices).toBe(true);
    expect(best).toEqual(computeOptimum(law, GOPHER));
    expect((wanted / 1e12).toFixed(5)).toBe("1.32683");
  });

  it("puts into size what the data cannot take", () => {
    const { suffices, best, balancedBudget } = bestOnData(law, GOPHER, Tokens(1e12));
    expect(suffices).toBe(false);
    expect(best.parameters).toBeCloseTo(96e9, 0);
    expect(best.tokens).toBe(1e12);
    expect(best.loss?.toFixed(5)).toBe("1.97477");
    expect(balancedBudget).toBeLessThan(GOPHER);
    expect(computeOptimum(law, balancedBudget).tokens / 1e12).toBeCloseTo(1, 9);
  });

  it("never loses less than with all the data one could want, nor more than with less of it", () => {
    const tokens = fc.double({ min: 9, max: 14, noNaN: true }).map((power) => Tokens(10 ** power));
    fc.assert(
      fc.property(tokens, fc.double({ min: 1, max: 10, noNaN: true }), (available, times) => {
        const loss = (some: number) => bestOnData(law, GOPHER, Tokens(some)).best.loss ?? Number.NaN;
        expect(loss(available)).toBeGreaterThanOrEqual(computeOptimum(law, GOPHER).loss ?? Number.NaN);
        expect(loss(available * times)).toBeLessThanOrEqual(loss(available) + 1e-12);
      }),
    );
  });
});
