import { describe, expect, it } from "vitest";
import { evaluateFormula } from "../../../../shared/estimate/explain/evaluate-formula.fixture.ts";
import type { Formula } from "../../../../shared/estimate/trace.ts";
import { bestOnData } from "../../../../shared/scaling/limited-data.ts";
import { optimumSpread } from "../../../../shared/scaling/spread.ts";
import { Flop, Tokens } from "../../../../shared/units/brands.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { fitOf, fits } from "../fits.ts";
import { chosenCard } from "../hardware.ts";
import { computeOf } from "./compute.ts";
import { optimumAnswers } from "./optimum-answers.ts";

const GOPHER = Flop(5.76e23);
const spread = optimumSpread(fits, GOPHER);
const answersOf = (id: string, data = 1e16) =>
  optimumAnswers({ fit: fitOf(id), budget: GOPHER, found: bestOnData(fitOf(id).law, GOPHER, Tokens(data)), spread });

/** The middle side of "N = numbers = value". */
function workedOut(formula: Formula): number | null {
  return formula.kind === "equals" ? evaluateFormula(formula.sides[1] ?? formula) : null;
}

describe("optimumAnswers", () => {
  it("of Gopher's compute by Besiroglu et al.", () => {
    const [size, tokens, loss] = answersOf("besiroglu-2024");
    expect((size?.value ?? 0) / 1e9).toBeCloseTo(72.353, 3);
    expect(size?.note).toBe("40.4–72.4 B over the fits");
    expect(tokens?.note).toBe("18.3 for each parameter; 1.33–2.38 T over the fits");
    expect(loss?.value).toBeCloseTo(1.97397, 5);
    expect(loss?.note).toBe("1.918–1.974 over the fits");
  });

  it.each(fits)("puts into the formulas of $id the numbers that give its answers", ({ id }) => {
    for (const data of [1e16, 1e11]) {
      for (const { title, substituted, value } of answersOf(id, data)) {
        expect((workedOut(substituted) ?? Number.NaN) / value, title).toBeCloseTo(1, 9);
      }
    }
  });

  it("has no loss by a fit that predicts none", () => {
    expect(answersOf("hoffmann-2022-approach-1").map(({ title }) => title)).toEqual(["Compute-optimal size", "Tokens"]);
  });

  it("says so where the data decides", () => {
    expect(answersOf("besiroglu-2024", 1e12).map(({ title }) => title)).toContain("Best size on this data");
  });
});

describe("computeOf", () => {
  const card = chosenCard(catalogue.accelerators, "h100-sxm", "bf16");
  const nothing = { sum: null, price: null, currency: "USD", flop: null, cards: null, days: null };

  it("of a sum of money and of a deadline is what its formula says", () => {
    const money = computeOf({ ...nothing, kind: "money", sum: 1e6, price: 3, card, utilisation: 0.35 });
    expect((money?.flop ?? 0) / ((1e6 / 3) * 3600 * 989.4e12 * 0.35)).toBeCloseTo(1, 12);
    const deadline = computeOf({ ...nothing, kind: "deadline", cards: 1024, days: 30, card, utilisation: 0.35 });
    expect((deadline?.flop ?? 0) / (1024 * 720 * 3600 * 989.4e12 * 0.35)).toBeCloseTo(1, 12);
    for (const found of [money, deadline]) {
      const { answer } = found ?? {};
      expect((answer && workedOut(answer.substituted)) ?? 0).toBeCloseTo(answer?.value ?? Number.NaN, -12);
    }
  });

  it("is the stated one, and none while a number is missing", () => {
    expect(computeOf({ ...nothing, kind: "flop", flop: 1e24, card: null, utilisation: null })?.flop).toBe(1e24);
    expect(computeOf({ ...nothing, kind: "money", sum: 1e6, card, utilisation: 0.35 })).toBeNull();
    expect(computeOf({ ...nothing, kind: "deadline", cards: 8, card, utilisation: 0.35 })).toBeNull();
    expect(computeOf({ ...nothing, kind: "money", sum: 1e6, price: 3, card: null, utilisation: 0.35 })).toBeNull();
  });
});
