import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { acceleratorSchema, densePeakOf } from "./accelerator.ts";
import { impliedUtilisation } from "./achieved-speed.ts";
import { HIGH_UTILISATION, utilisationPrior, utilisationPriorsSchema, utilisationWarning } from "./utilisation.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/catalog/${name}.json`, import.meta.url), "utf8"));

const priors = utilisationPriorsSchema.parse(read("utilisation"));
const accelerators = z.array(acceleratorSchema).parse(read("accelerators"));

describe("the shipped utilisation", () => {
  it("is 0.30 for language models and 0.40 for others, by its source", () => {
    expect(utilisationPrior(priors, "tokens")).toMatchObject({ utilisation: 0.3, date: "2022-01-20" });
    expect(utilisationPrior(priors, "examples")).toMatchObject({ utilisation: 0.4, date: "2022-01-20" });
  });

  it.each(priors.measured)("was measured for $model on $accelerator, in a format that card has", (point) => {
    const card = accelerators.find((row) => row.id === point.accelerator);
    expect(card && densePeakOf(card, point.format)).toEqual(expect.any(Number));
  });

  it.each(priors.measured)("calls for no warning at $utilisation ($model)", ({ utilisation }) => {
    expect(utilisationWarning(utilisation)).toBeNull();
  });

  it("was never measured above the limit of the warning", () => {
    expect(Math.max(...priors.measured.map((point) => point.utilisation))).toBeLessThan(HIGH_UTILISATION);
  });
});

describe("utilisationWarning", () => {
  it("says nothing of the golden plan's speed, and that 7e14 FLOP/s on an H100 is high", () => {
    expect(utilisationWarning(impliedUtilisation(3.5e14, 989.4e12))).toBeNull();
    expect(impliedUtilisation(7e14, 989.4e12).toFixed(4)).toBe("0.7075");
    expect(utilisationWarning(impliedUtilisation(7e14, 989.4e12))).toBe("high");
  });

  it.each([
    [1.2, "impossible"],
    [1, "high"],
    [0.6501, "high"],
    [0.65, null],
    [0.05, null],
    [0.0499, "low"],
  ])("answers %d with %s", (utilisation, warning) => {
    expect(utilisationWarning(utilisation)).toBe(warning);
  });
});
