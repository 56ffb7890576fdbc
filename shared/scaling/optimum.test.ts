import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Flop, Parameters, Tokens } from "../units/brands.ts";
import { predictedLoss } from "./loss.ts";
import { budgetForLoss, budgetForSize, budgetForTokens, computeOptimum, tokensForSize } from "./optimum.ts";
import { shippedFits } from "./shipped.fixture.ts";
import { trainingCompute } from "./training-compute.ts";

const { all, named } = shippedFits(
  readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"),
);
const law = (id: string) => named(id).law;
const GOPHER = Flop(5.76e23);

describe("the optimum of Gopher's compute", () => {
  it("by the unrounded fit of Hoffmann et al.", () => {
    const { parameters, tokens, loss } = computeOptimum(law("hoffmann-2022"), GOPHER);
    expect((parameters / 1e9).toFixed(3)).toBe("40.361");
    expect((tokens / 1e12).toFixed(4)).toBe("2.3785");
    expect(loss?.toFixed(4)).toBe("1.9184");
  });

  it("by its rounded figures, a fifth smaller", () => {
    const { parameters, tokens } = computeOptimum(law("hoffmann-2022-rounded"), GOPHER);
    expect((parameters / 1e9).toFixed(3)).toBe("32.190");
    expect((tokens / 1e12).toFixed(4)).toBe("2.9823");
  });

  it("by Besiroglu et al.", () => {
    const { parameters, tokens, loss } = computeOptimum(law("besiroglu-2024"), GOPHER);
    expect((parameters / 1e9).toFixed(3)).toBe("72.353");
    expect((tokens / 1e12).toFixed(5)).toBe("1.32683");
    expect(loss?.toFixed(5)).toBe("1.97397");
  });

  it("by approach 1, whose table says 67e9 parameters and 1.5e12 tokens", () => {
    const { parameters, tokens, loss } = computeOptimum(law("hoffmann-2022-approach-1"), GOPHER);
    expect((parameters / 1e9).toFixed(1)).toBe("67.6");
    expect((tokens / 1e12).toFixed(2)).toBe("1.42");
    expect(loss).toBeNull();
  });

  it("by Kaplan et al., through their 4.68e9 parameters at 1e21 FLOP", () => {
    expect(computeOptimum(law("kaplan-2020"), Flop(1e21)).parameters).toBeCloseTo(4.68e9, -1);
    const { parameters } = computeOptimum(law("kaplan-2020"), Flop(1e22));
    expect(parameters / 4.68e9).toBeCloseTo(10 ** 0.73, 10);
    // 1 PF-day short of the critical compute to the power of 0.05.
    expect(computeOptimum(law("kaplan-2020"), Flop(8.64e19)).loss).toBeCloseTo(3.1e8 ** 0.05, 10);
  });
});

describe("tokens for a size", () => {
  it("by approach 2: 124e6 parameters want 2.292425e9", () => {
    expect((tokensForSize(law("hoffmann-2022-approach-2"), Parameters(124e6)) / 1e9).toFixed(6)).toBe("2.292426");
    // The oracle's figure, from coefficients cut to seven digits.
    const cut = { kind: "allocation", slope: 1.0409573, intercept: 0.9353887 } as const;
    expect((tokensForSize(cut, Parameters(124e6)) / 1e9).toFixed(6)).toBe("2.292425");
  });

  it("by approach 1: its own table, within what three printed digits leave", () => {
    expect(tokensForSize(law("hoffmann-2022-approach-1"), Parameters(10e9)) / 205.1e9).toBeCloseTo(1, 1);
  });
});

describe("the inverse laws", () => {
  const budgets = fc.double({ min: 15, max: 28, noNaN: true }).map((power) => Flop(10 ** power));

  it.each(all)("of $id return their input", (one) => {
    fc.assert(
      fc.property(budgets, (budget) => {
        const { parameters, tokens, loss } = computeOptimum(one.law, budget);
        expect(trainingCompute({ parameters, tokens }) / budget).toBeCloseTo(1, 10);
        expect(budgetForSize(one.law, parameters) / budget).toBeCloseTo(1, 9);
        expect(budgetForTokens(one.law, tokens) / budget).toBeCloseTo(1, 9);
        expect(tokensForSize(one.law, parameters) / tokens).toBeCloseTo(1, 9);
        const back = budgetForLoss(one.law, loss ?? 2);
        if (loss === null) expect(back).toEqual({ ok: false, error: { code: "no-loss" } });
        else expect((back.ok ? back.value : Number.NaN) / budget).toBeCloseTo(1, 6);
      }),
    );
  });

  it.each(all)("of $id grow with the budget, while the loss falls", (one) => {
    fc.assert(
      fc.property(budgets, fc.double({ min: 1.01, max: 1e3, noNaN: true }), (budget, factor) => {
        const less = computeOptimum(one.law, budget);
        const more = computeOptimum(one.law, Flop(budget * factor));
        expect(more.parameters).toBeGreaterThan(less.parameters);
        expect(more.tokens).toBeGreaterThan(less.tokens);
        if (less.loss !== null) expect(more.loss).toBeLessThan(less.loss);
      }),
    );
  });

  it("refuse a loss that no budget reaches, and say what the floor is", () => {
    expect(budgetForLoss(law("hoffmann-2022"), 1.6934)).toEqual({
      ok: false,
      error: { code: "below-floor", floor: 1.6934 },
    });
    expect(budgetForLoss(law("besiroglu-2024"), 1.7)).toEqual({
      ok: false,
      error: { code: "below-floor", floor: 1.81686 },
    });
    expect(budgetForLoss(law("kaplan-2020"), 0)).toEqual({ ok: false, error: { code: "below-floor", floor: 0 } });
  });
});

describe("an optimum", () => {
  it("of a law of losses is better than any other division of the same compute", () => {
    const division = fc.double({ min: -3, max: 3, noNaN: true }).filter((power) => Math.abs(power) > 0.01);
    fc.assert(
      fc.property(fc.constantFrom("hoffmann-2022", "besiroglu-2024"), division, (id, power) => {
        const best = computeOptimum(law(id), GOPHER);
        const other = {
          parameters: Parameters(best.parameters * 10 ** power),
          tokens: Tokens(best.tokens / 10 ** power),
        };
        expect(predictedLoss(law(id), other)).toBeGreaterThan(best.loss ?? Number.NaN);
      }),
    );
  });
});
