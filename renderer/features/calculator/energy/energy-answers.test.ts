import { describe, expect, it } from "vitest";
import { energyAnswers } from "./energy-answers.ts";

const grid = (gramsPerKilowattHour: number) => ({ gramsPerKilowattHour, words: "typed", source: "typed" });
const valuesOf = (question: Parameters<typeof energyAnswers>[0]) => energyAnswers(question).map(({ value }) => value);

describe("energyAnswers", () => {
  it("of LLaMA 65B: 449.839 MWh and 173.188 t", () => {
    const [energy = 0, gas = 0] = valuesOf({ cardHours: 1_022_362, watts: 400, load: 1, pue: 1.1, grid: grid(385) });
    expect((energy / 1000).toFixed(3)).toBe("449.839");
    expect((gas / 1000).toFixed(3)).toBe("173.188");
  });

  it("of BLOOM: 433,196 kWh and 24.692 t", () => {
    const [energy, gas = 0] = valuesOf({ cardHours: 1_082_990, watts: 400, load: 1, pue: 1, grid: grid(57) });
    expect(energy).toBe(433_196);
    expect((gas / 1000).toFixed(3)).toBe("24.692");
  });

  it("has no gas without a grid", () => {
    expect(valuesOf({ cardHours: 1000, watts: 400, load: 0.5, pue: 1, grid: null })).toEqual([200]);
  });
});
