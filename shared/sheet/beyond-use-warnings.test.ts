import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { chargeOf } from "../estimate/budget/estimated-lines.ts";
import { smallPlan } from "../estimate/budget/small-plan.fixture.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { exact } from "../units/format/exact.ts";
import { beyondUseWarnings } from "./beyond-use-warnings.ts";
import { justification } from "./budget/justification.ts";
import { contextOf } from "./fixtures/sheet-of.ts";

const assets = new URL("../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const of = (id: string, hours: number, cards: number, seed: number) => ({
  id,
  title: `${id} study`,
  training: { runKind: "interactive", hours, cards },
  sweeps: [{ axes: { seed } }],
});

function planOf(quote: object, budget: object, other: object = {}): ResolvedPlan {
  const experiments = [of("A", 1_000.5, 4, 10), of("B", 33.3, 9, 3)];
  const quotes = [{ id: "q", title: "Q", price: 2.5, cardsPerNode: 8, ...quote }];
  const clusters = [{ cards: 64 }];
  const defaults = { hardware: { accelerator: "h100-sxm", cardsPerNode: 8 } };
  return smallPlan(catalogue, budget, { experiments, quotes, clusters, defaults, ...other });
}

const warned = (quote: object, budget: object = { layout: "generic", months: 24 }, other: object = {}): string[] =>
  beyondUseWarnings(contextOf(planOf(quote, budget, other), 2));

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

const weekly = {
  basis: "spot",
  interruptionHours: 40,
  wholeNodes: true,
  minimumCards: 50,
  billingIncrementMinutes: 1_440,
};

it("says where the budget has it: in lines, in modules, or not at all", () => {
  const where = (budget: object) => warned(weekly, { months: 36, ...budget })[0]?.replace(/^.*(?= on top)/, "");
  expect(where({ layout: "generic" })).toBe(" on top; the budget has it in lines of its own.");
  expect(where({ layout: "nih-modular" })).toBe(" on top; the modules of the budget cover it.");
  expect(where({ layout: "allocation" })).toBe(" on top; the request, in units of a machine, does not have it.");
  expect(where({ layout: "generic", computeLines: { leaveOut: true } })).toBe(
    " on top; the budget leaves computing out.",
  );
});

it("says the amounts that stand in the budget’s lines", () => {
  const amounts = (months: number) => {
    const budget = { layout: "generic", months };
    const plan = planOf(weekly, budget);
    const said = beyondUseWarnings(contextOf(plan, 2))[0]?.match(/[\d,]+(?= USD for)/g);
    const lines = contextOf(plan, 2).budget?.rounded.lines.filter(({ result }) => chargeOf(result.line.id) !== null);
    return [said, lines?.map(({ total }) => exact(total))];
  };
  for (const months of [12, 24, 36, 60]) {
    const [said, printed] = amounts(months);
    expect(said).toEqual(printed);
  }
});

it("is silent about what costs nothing", () => {
  expect(warned({ wholeNodes: true, price: 0 })).toEqual([]);
});

it("doubts a commitment that the budget spreads over more years than it is paid for", () => {
  const reserved = (hours: number) => ({ basis: "reserved", commitment: { cards: 64, hours } });
  const spread = (hours: number, budget: object) =>
    warned(reserved(hours), { layout: "generic", months: 36, ...budget }).filter((one) => one.startsWith("The budget"));
  expect(spread(8_760, {})).toEqual([
    "The budget spreads what “Q” costs over 3 grant years, while its commitment is paid for 8,760 hours: say in the shares of the grant years (budget.computeLines.shares) in which of them it is held.",
  ]);
  expect(spread(26_280, {})).toEqual([]);
  expect(spread(8_760, { computeLines: { shares: [0, 1, 0] } })).toEqual([]);
  expect(spread(8_760, { months: 12 })).toEqual([]);
  expect(spread(8_760, { computeLines: { leaveOut: true } })).toEqual([]);
  expect(spread(8_760, { layout: "allocation" })).toEqual([]);
});

it("leaves a blank in the justification for the years of such a commitment", () => {
  const written = (shares: readonly number[]) => {
    const reserved = { basis: "reserved", commitment: { cards: 64, hours: 8_760 } };
    const context = contextOf(planOf(reserved, { layout: "generic", months: 36, computeLines: { shares } }), 2);
    if (context.budget === null) throw new Error("the plan has a budget");
    return justification(context, context.budget)
      .map(({ text }) => text)
      .join(" ");
  };
  const blank = "The commitment of Q is paid for 8,760 hours: [In which of the grant years it is held.]";
  expect(written([0.5, 0.25, 0.25])).toContain(blank);
  expect(written([1, 0, 0])).not.toContain("The commitment of Q is");
});
