import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { readPlan } from "../../plan/read.ts";
import { bareCluster } from "../../plan/resolve/clusters.ts";
import { estimate } from "../estimate.ts";
import { scheduleOf } from "../schedule/schedule-of.ts";
import { budgetOf } from "./budget-of.ts";
import { workByYear } from "./work-by-year.ts";

const segment = (fromHours: number, toHours: number, cards: number) => ({ job: 0, runs: 1, fromHours, toHours, cards });

describe("workByYear", () => {
  it("cuts what goes on over the end of a year", () => {
    expect(workByYear({ segments: [segment(0, 13_140, 8)] }, 168, 2)).toEqual([70_080, 35_040]);
  });

  it("counts years in hours of use: a cluster of 84 hours a week takes twice as long", () => {
    expect(workByYear({ segments: [segment(0, 8_760, 1)] }, 84, 3)).toEqual([4_380, 4_380, 0]);
  });

  it("counts what ends after the grant in its last year, and nothing where there is no work", () => {
    expect(workByYear({ segments: [segment(0, 100, 2), segment(20_000, 20_010, 1)] }, 168, 1)).toEqual([210]);
    expect(workByYear({ segments: [] }, 168, 2)).toEqual([0, 0]);
  });
});

describe("a plan that lasts over two years", () => {
  const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
  const catalogue = shippedCatalogue(asset);
  const template = JSON.parse(asset("templates/scaling-exponents.json")) as object;
  const planWith = (shares?: readonly number[]) => {
    const budget = { layout: "generic", months: 36, computeLines: shares === undefined ? {} : { shares } };
    const read = readPlan(JSON.stringify({ ...template, budget }), catalogue);
    if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
    return read.value.resolved;
  };

  const plan = planWith();
  const { expected, feasible } = scheduleOf(plan, estimate(plan), bareCluster(plan, 216));
  const work = workByYear(expected, 168, 3);
  const total = work.reduce((sum, hours) => sum + hours, 0);

  it("has in each year what the schedule uses in it", () => {
    expect(feasible).toBe(true);
    const end = Math.max(...expected.segments.map(({ toHours }) => toHours));
    expect(end / 8_760).toBeGreaterThan(2);
    expect(end / 8_760).toBeLessThan(3);
    // Counted the other way: cards at work in the middle of every hour, hour by hour.
    const changes = new Float64Array(Math.ceil(end) + 2);
    for (const { fromHours, toHours, cards } of expected.segments) {
      const [first, after] = [fromHours, toHours].map((hours) => Math.max(0, Math.ceil(hours - 0.5)));
      changes[first ?? 0] = (changes[first ?? 0] ?? 0) + cards;
      changes[after ?? 0] = (changes[after ?? 0] ?? 0) - cards;
    }
    const counted = [0, 0, 0];
    let busy = 0;
    changes.forEach((change, hour) => {
      busy += change;
      const year = Math.min(2, Math.floor(hour / 8_760));
      counted[year] = (counted[year] ?? 0) + busy;
    });
    counted.forEach((hours, year) => {
      expect(Math.abs(hours - (work[year] ?? 0)) / total, `year ${year + 1}`).toBeLessThan(2e-4);
    });
    for (const hours of work.slice(0, 2)) expect(hours).toBeLessThanOrEqual(216 * 8_760 * (1 + 1e-12));
  });

  it("puts these parts of the work into the grant years of the budget", () => {
    const shares = work.map((hours) => hours / total);
    const shared = planWith(shares);
    const budget = budgetOf(shared, estimate(shared));
    const cost = estimate(shared).withReruns.cost;
    budget?.budget.direct.forEach((amount, year) => {
      expect(amount / cost, `year ${year + 1}`).toBeCloseTo(shares[year] ?? Number.NaN, 9);
    });
    expect(budget?.budget.direct).toHaveLength(3);
  });
});
