import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { smallPlan } from "../../estimate/budget/small-plan.fixture.ts";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { contextOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";
import { rangeAssumptions } from "./doubt.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const last = (seed: unknown, terms: object) => {
  const training = { runKind: "interactive", hours: 1_000, cards: 8 };
  const experiments = [{ id: "a", title: "A study", training, sweeps: [{ axes: { seed } }] }];
  const quotes = [{ id: "q", title: "Q", price: { low: 1, likely: 2, high: 4 }, ...terms }];
  const plan = smallPlan(catalogue, { layout: "generic" }, { experiments, quotes, clusters: [{ cards: 64 }] });
  return plainText(rangeAssumptions(contextOf(plan)).at(-1) ?? []);
};

it("says how what a quote charges beyond use follows the draws, where one does", () => {
  expect(last(8, {})).toMatch(/^Ranges are 200 draws/);
  expect(last(8, { minimumCards: 64 })).toBe(
    "What “Q” charges beyond used card-hours follows every draw by the quote’s terms, with every run as much longer or shorter.",
  );
  expect(last({ low: 4, likely: 8, high: 32 }, { minimumCards: 64 })).toContain(
    "with more or fewer runs by the schedules of the least work, its P10, P50 and P90, and the most",
  );
});
