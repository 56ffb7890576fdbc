import { describe, expect, it } from "vitest";
import { extrapolation } from "../../../../shared/scaling/extrapolation.ts";
import { bestOnData } from "../../../../shared/scaling/limited-data.ts";
import { Flop, Parameters, Tokens } from "../../../../shared/units/brands.ts";
import { fitOf } from "../fits.ts";
import { dataWords, extrapolationWords } from "./words.ts";

const { law } = fitOf("besiroglu-2024");
const onData = (tokens: number) => dataWords(bestOnData(law, Flop(5.76e23), Tokens(tokens)), tokens);

describe("words beside an optimum", () => {
  it("say whether the data suffices, and what is best when it does not", () => {
    expect(onData(15e12)).toBe("The data suffices: the optimum wants 1.33 T of its 15.0 T tokens.");
    expect(onData(1e12)).toContain("wants 1.33 T tokens, and there are 1.00 T.");
    expect(onData(1e12)).toContain("96.0 B parameters are best. This data is compute-optimal at 3.22 × 10²³ FLOP");
  });

  it("say by how much it extrapolates", () => {
    const words = (parameters: number, tokens: number) =>
      extrapolationWords(
        extrapolation(fitOf("hoffmann-2022"), { parameters: Parameters(parameters), tokens: Tokens(tokens) }),
      );
    expect(words(70e9, 1.4e12)).toBe("An extrapolation: 4.4 times beyond the largest models that the fit was made on.");
    expect(words(1e9, 5e13)).toBe("An extrapolation: 100 times beyond the longest runs that the fit was made on.");
    expect(words(7e6, 1e10)).toBe("An extrapolation: 10.0 times below the smallest models that the fit was made on.");
    expect(words(1e9, 2e10)).toBeNull();
  });
});
