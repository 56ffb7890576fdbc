import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { estimate } from "../estimate.ts";
import { allocationOf } from "./allocation.ts";
import { paidBeyondUse } from "./beyond-use.ts";
import { affordableComputing, budgetAt, budgetOf, type PlanBudget } from "./budget-of.ts";
import { smallPlan } from "./small-plan.fixture.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

function planned(budget: object, other: object = {}) {
  const plan = smallPlan(catalogue, budget, other);
  const estimated = estimate(plan);
  const found = budgetOf(plan, estimated);
  if (found === null) throw new Error("the plan has no budget");
  return { plan, estimated, found };
}

const linesOf = ({ budget }: PlanBudget) => budget.lines.map(({ line, amounts }) => [line.title, sum(amounts)]);

const reserved = { basis: "reserved", price: 1.8, commitment: { cards: 64, hours: 8_760 } };

describe("a quote with a commitment", () => {
  const quotes = [
    { id: "year", headline: true, ...reserved },
    { id: "blocks", basis: "block", price: 1.5, commitment: { cards: 512, hours: 720 } },
    { id: "free", price: 3 },
  ];

  it("costs all that it commits to: what is not used is a line of the budget", () => {
    const { plan, estimated, found } = planned({ layout: "nsf", computeLines: { by: "plan" } }, { quotes });
    const [year, blocks, free] = paidBeyondUse(plan, estimated);
    expect(free?.charges).toEqual([]);
    expect([year, blocks].map((one) => [one?.quote, one?.used, one?.total])).toEqual([
      [0, expect.closeTo(144_000, 6), expect.closeTo(1_009_152, 6)],
      [1, expect.closeTo(120_000, 6), expect.closeTo(1_105_920, 6)],
    ]);
    expect(linesOf(found)).toEqual([
      ["Computing", expect.closeTo(144_000, 6)],
      ["Reserved and not used", expect.closeTo(865_152, 6)],
    ]);
    expect(found.rounded.direct.total).toBe(1_009_152);
  });

  it("is dearer with all computing, by as much", () => {
    const { plan, estimated } = planned({ layout: "generic" }, { quotes });
    expect(budgetAt(plan, estimated, "ownDirect", 2_018_304)).toBeCloseTo(2_018_304, 4);
  });

  it("adds no line to a plan without one, or to a budget without computing", () => {
    expect(linesOf(planned({ layout: "generic" }).found)).toEqual([["First study", 200_000]]);
    expect(linesOf(planned({ layout: "generic", computeLines: { leaveOut: true } }, { quotes }).found)).toEqual([]);
  });
});

describe("a grant whose last year is half of one", () => {
  it("has half of its people and a third of its work in it", () => {
    const postdoc = { id: "p", category: "people", title: "Postdoc", quantity: 1, price: 60_000, year: "every" };
    const trips = { id: "t", category: "travel", title: "Trips", quantity: 2, price: 1_000, year: "every" };
    const { plan, estimated, found } = planned({ layout: "generic", months: 18, lines: [postdoc, trips] });
    expect(found.budget.lines.map(({ line, amounts }) => [line.title, ...amounts])).toEqual([
      ["Postdoc", 60_000, 30_000],
      ["First study", expect.closeTo(133_333.33, 1), expect.closeTo(66_666.67, 1)],
      ["Trips", 2_000, 2_000],
    ]);
    const { hours } = allocationOf(plan, estimated, found.resolved, null);
    expect(hours).toEqual(new Array(6).fill(expect.closeTo(80_000 / 6, 6)));
  });

  it("has less in a last quarter that is shorter, and its shares as they are stated", () => {
    const quarters = (budget: object) => {
      const { plan, estimated, found } = planned({ layout: "generic", months: 14, ...budget });
      return allocationOf(plan, estimated, found.resolved, null).hours;
    };
    expect(quarters({}).at(-1)).toBeCloseTo((80_000 * 2) / 14, 6);
    expect(quarters({ computeLines: { shares: [0.5, 0.5] } }).at(-1)).toBeCloseTo(40_000, 6);
  });
});

describe("computing whose likely price is 0", () => {
  const price = { low: 0, likely: 0, high: 5 };
  const quotes = [{ id: "q", price }];

  it("costs what the draws make of it", () => {
    const { plan, estimated } = planned({ layout: "generic", indirect: { rate: 0.5 } }, { quotes, ceiling: 300_000 });
    expect(budgetAt(plan, estimated, "request", 80_000)).toBeCloseTo(120_000, 6);
    expect(affordableComputing(plan, estimated, 300_000)).toBeCloseTo(200_000, 4);
  });
});
