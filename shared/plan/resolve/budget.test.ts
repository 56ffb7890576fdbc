import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../catalogue.fixture.ts";
import { readPlan } from "../read.ts";
import type { ResolvedPlan } from "../resolved.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));
const plan = JSON.parse(readFileSync(new URL("templates/scaling-exponents.json", assets), "utf8"));

function resolved(budget?: object, exchangeRates?: object[]): ResolvedPlan {
  const read = readPlan(JSON.stringify({ ...plan, budget, exchangeRates }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.resolved;
}

describe("resolveBudget", () => {
  it("is absent from a plan that has none", () => {
    expect("budget" in resolved()).toBe(false);
  });

  it("puts in what the layout says", () => {
    expect(resolved({ layout: "nsf", months: 25 }).budget).toMatchObject({
      layout: { id: "nsf" },
      years: 3,
      ceilingKind: "total",
      roundTo: 1,
      currencies: { plan: "USD", budget: "USD" },
      indirect: {
        rule: { kind: "base", rate: 0.15, equipmentThreshold: 10_000, subawardCap: 50_000 },
        baseName: "Modified total direct costs",
        isRateStated: false,
      },
      computeLines: { by: "experiment", shares: null, leaveOut: false, flags: {} },
      lines: [],
    });
  });

  it("has the plan’s table of rates", () => {
    const rates = [{ currency: "EUR", rate: 1.08, date: "2026-11-01" }];
    expect(resolved({ layout: "erc-horizon", currency: "EUR" }, rates).budget?.currencies).toEqual({
      plan: "USD",
      budget: "EUR",
      rates,
    });
  });

  it("goes by the plan's own numbers where it states them", () => {
    const indirect = { rate: 0.56, subawardCap: 25_000, equipmentThreshold: 5_000 };
    expect(resolved({ layout: "nsf", indirect }).budget?.indirect).toMatchObject({
      rule: { kind: "base", ...indirect, excluded: expect.arrayContaining(["tuition"]) },
      isRateStated: true,
    });
    expect(resolved({ layout: "nsf", indirect: { base: "none" } }).budget?.indirect.rule).toEqual({
      kind: "none",
      equipmentThreshold: 10_000,
    });
    expect(resolved({ layout: "nsf", indirect: { base: "totalDirect", rate: 0.1 } }).budget?.indirect).toMatchObject({
      rule: { kind: "base", rate: 0.1, excluded: [], equipmentThreshold: 10_000, subawardCap: null },
      baseName: "Total direct costs",
    });
    expect(resolved({ layout: "ukri", indirect: { estatesPerFteYear: 9_000 } }).budget?.indirect.rule).toEqual({
      kind: "perFteYear",
      estates: 9_000,
      indirects: 0,
      equipmentThreshold: 25_000,
    });
  });

  it("places lines in their years, with the units of their categories and stated flags only", () => {
    const line = { id: "a", category: "people", title: "A", quantity: 2, price: 5, escalated: false };
    const lines = [line, { ...line, id: "b", year: 2 }, { ...line, id: "c", category: "travel", year: "every" }];
    const [a, b, c] = resolved({ layout: "nsf", months: 24, lines }).budget?.lines ?? [];
    expect([a, b, c].map((one) => one?.quantities)).toEqual([
      [2, 0],
      [0, 2],
      [2, 2],
    ]);
    expect(a).toMatchObject({ unit: "FTE-year", currency: "USD", flags: { escalated: false }, costShare: null });
    expect(c?.unit).toBe("");
  });
});
