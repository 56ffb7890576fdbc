import { describe, expect, it } from "vitest";
import { changed, resolvedSample } from "../sample-plan.ts";
import { variableTitle } from "./input-titles.ts";

const range = "{low: 1, likely: 2, high: 3}";

describe("the title of a range", () => {
  it.each([
    ["price: 3", `price: ${range}`, "quotes[0].price", "price of a card-hour, stated"],
    ["price: 3", `title: On demand, price: ${range}`, "quotes[0].price", "price of a card-hour, On demand"],
    ["steps: 1000", `steps: ${range}`, "defaults.training.steps", "training steps"],
    ["steps: 1000", `tokens: ${range}`, "defaults.training.tokens", "training tokens"],
    ["steps: 1000", `epochs: ${range}, examples: 9`, "defaults.training.epochs", "passes over the data"],
    [
      "steps: 1000",
      `tokensPerParameter: {ratio: ${range}, of: total}`,
      "defaults.training.tokensPerParameter.ratio",
      "tokens per parameter",
    ],
    ["achieved: 4.0e14", `achieved: ${range}`, "defaults.hardware.achieved", "achieved speed of a card"],
    [
      "achieved: 4.0e14",
      "utilisation: {low: 0.1, likely: 0.2, high: 0.3}",
      "defaults.hardware.utilisation",
      "utilisation",
    ],
    ["{seed: 3}", `{seed: ${range}}`, "experiments[1].sweeps[0].axes.seed", "number of seed settings, Second"],
    [
      "{use: points}",
      `{by: optimizer, counts: {SGD: ${range}}, otherwise: 1}`,
      "experiments[0].sweeps[0].axes.rate.counts.SGD",
      "number of rate settings at SGD, First",
    ],
    [
      "{use: points}",
      `{by: optimizer, counts: {SGD: 1}, otherwise: ${range}}`,
      "experiments[0].sweeps[0].axes.rate.otherwise",
      "number of rate settings otherwise, First",
    ],
    [
      "id: main",
      `id: main\n        repeats: ${range}`,
      "experiments[1].sweeps[0].repeats",
      "repeats of every run, Second",
    ],
    ["quotes:", `overhead: {reruns: ${range}}\nquotes:`, "overhead.reruns", "work done again"],
    [
      "id: main",
      "id: main\n        earlyStopped: {share: 0.5, at: {low: 0.1, likely: 0.2, high: 0.3}}",
      "experiments[1].sweeps[0].earlyStopped.at",
      "part of the training that runs ended early do, Second",
    ],
  ])("%#: %s becomes %s", (from, to, path, title) => {
    expect(resolvedSample(changed([from, to])).inputs).toContainEqual(
      expect.objectContaining({ path, name: path, title }),
    );
  });

  it("of a variable is its name in words", () => {
    expect(variableTitle("pointsPerLine")).toBe("points per line");
    expect(variableTitle("reruns_of-2026")).toBe("reruns of 2026");
  });
});
