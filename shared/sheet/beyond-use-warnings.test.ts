import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { smallPlan } from "../estimate/budget/small-plan.fixture.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { beyondUseWarnings } from "./beyond-use-warnings.ts";
import { contextOf } from "./fixtures/sheet-of.ts";

const assets = new URL("../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const of = (id: string, hours: number, cards: number, seed: number) => ({
  id,
  title: `${id} study`,
  training: { runKind: "interactive", hours, cards },
  sweeps: [{ axes: { seed } }],
});

function warned(quote: object, budget: object = { layout: "generic", months: 24 }, other: object = {}): string[] {
  const experiments = [of("A", 1_000.5, 4, 10), of("B", 33.3, 9, 3)];
  const quotes = [{ id: "q", title: "Q", price: 2.5, cardsPerNode: 8, ...quote }];
  const clusters = [{ cards: 64 }];
  const defaults = { hardware: { accelerator: "h100-sxm", cardsPerNode: 8 } };
  return beyondUseWarnings(
    contextOf(smallPlan(catalogue, budget, { experiments, quotes, clusters, defaults, ...other }), 2),
  );
}

it("names the runs that the headline quote has too few cards for", () => {
  const only = "Its card-hours are counted at the price, and nothing beyond them.";
  expect(warned({ cardsAvailable: 4, wholeNodes: true })).toEqual([
    `The headline quote “Q” cannot take the whole plan: a run of B study needs 16 cards, and there are 4. ${only}`,
  ]);
  expect(warned({ basis: "reserved", commitment: { cards: 10, hours: 100 } })).toEqual([
    `The headline quote “Q” cannot take the whole plan: a run of B study needs 16 cards, and there are 10. ${only}`,
  ]);
});

it("names the interruptions that keep work from ending, and what helps", () => {
  const [never, ...more] = warned({ basis: "spot", interruptionHours: 0.01 });
  expect(never).toMatch(/^The headline quote “Q” cannot take .*: with an interruption every 0\.01 h a run of B study/);
  expect(never).toMatch(
    /runs on fewer cards, checkpoints that are written sooner, or an offer that is interrupted less/,
  );
  expect(more).toEqual([]);
});

it("doubts work of which interruptions cost more than it", () => {
  const doubts = (interruptionHours: number) =>
    warned({ basis: "spot", interruptionHours }, undefined, { experiments: [of("A", 100, 64, 1)] }).filter((one) =>
      one.startsWith("Interruptions"),
    );
  expect(doubts(0.5)[0]).toMatch(/^Interruptions of “Q”, one every 0\.5 h, cost [\d.]+ times the work itself: runs on/);
  expect(doubts(40)).toEqual([]);
});
