import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Parameters, Tokens } from "../units/brands.ts";
import { runOutlook } from "./run-outlook.ts";
import { shippedFits } from "./shipped.fixture.ts";

const { all } = shippedFits(readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"));

describe("runOutlook", () => {
  const gpt3 = {
    parameters: { total: Parameters(174.6e9), nonEmbedding: Parameters(173.9e9) },
    tokens: Tokens(300e9),
  };

  it("of GPT-3: what it loses, and what its compute is better spent on", () => {
    const { byFit, loss, optimalParameters } = runOutlook(all, gpt3);
    expect(loss?.low.toFixed(3)).toBe("1.977");
    expect(loss?.high.toFixed(3)).toBe("2.008");
    expect((optimalParameters.low / 1e9).toFixed(1)).toBe("30.6");
    expect((optimalParameters.high / 1e9).toFixed(1)).toBe("53.0");
    for (const { loss: lost, optimum, fit: one } of byFit) {
      if (one.law.kind === "sum") expect(optimum.loss).toBeLessThan(lost ?? Number.NaN);
    }
  });

  it("gives each fit the parameters it counts", () => {
    const other = { ...gpt3, parameters: { ...gpt3.parameters, nonEmbedding: Parameters(1e9) } };
    const lossesBy = (run: typeof gpt3) => runOutlook(all, run).byFit.map(({ loss }) => loss);
    const changed = all.filter((_, index) => lossesBy(gpt3)[index] !== lossesBy(other)[index]);
    expect(changed.map(({ id }) => id)).toEqual(["kaplan-2020"]);
  });
});
