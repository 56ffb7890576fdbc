import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORIES } from "./category.ts";
import { computeBudget } from "./compute-budget.ts";
import type { BudgetLine } from "./line.ts";
import { printedLines, type RoundedBudget, type RoundedRow, roundBudget } from "./round-budget.ts";
import { line, rulesOf, shippedLayouts } from "./shipped-layouts.fixture.ts";

const { layouts, layoutOf } = shippedLayouts(
  readFileSync(new URL("../../../assets/catalog/funders.json", import.meta.url), "utf8"),
);

const add = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe("roundBudget", () => {
  it("spreads halves so that every row and every year comes out", () => {
    const lines = ["a", "b"].map((id) => line("travel", 0.5, { id, quantities: [1, 1] }));
    const rounded = roundBudget(computeBudget(lines, rulesOf(layoutOf("generic"), { years: 2 })), 1);
    expect(rounded.lines.map(({ total }) => total)).toEqual([1, 1]);
    expect(rounded.request).toEqual({ byYear: [1, 1], total: 2 });
  });

  it("has the lines of a layout that asks for none of them, too", () => {
    const budget = computeBudget([line("travel", 1_200.4)], rulesOf(layoutOf("nih-modular")));
    const rounded = roundBudget(budget, 1);
    expect(rounded.lines).toEqual([]);
    expect(printedLines({ budget, rounded })).toMatchObject([{ total: 1_200.4, result: { line: { id: "travel" } } }]);
  });

  const flags = fc.record(
    {
      inIndirectBase: fc.boolean(),
      indirectRate: fc.double({ min: 0, max: 2, noNaN: true }),
      taxed: fc.boolean(),
      escalated: fc.boolean(),
      capital: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const costShare = fc.option(
    fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), bearer: fc.constantFrom("internal", "external") }),
  );
  const anyLine = (years: number): fc.Arbitrary<BudgetLine> =>
    fc
      .record({
        category: fc.constantFrom(...CATEGORIES),
        price: fc.oneof(
          fc.double({ min: 0, max: 2e5, noNaN: true }),
          fc.integer({ min: 0, max: 40 }).map((n) => n / 2),
        ),
        quantities: fc.array(fc.constantFrom(0, 0.5, 1, 1 / 3, 7), { minLength: years, maxLength: years }),
        flags,
        costShare,
      })
      .map(({ category, price, ...other }) => line(category, price, other));

  const anyBudget = fc.integer({ min: 1, max: 4 }).chain((years) =>
    fc.record({
      years: fc.constant(years),
      layout: fc.constantFrom(...layouts),
      lines: fc.array(anyLine(years), { maxLength: 7 }),
      escalationRate: fc.constantFrom(0, 0.03),
      tax: fc.option(fc.record({ rate: fc.constantFrom(0.07, 0.2), recoverable: fc.boolean() })),
      roundTo: fc.constantFrom(0.01, 1, 10, 100, 1000),
    }),
  );

  const near = (one: number, other: number, roundTo: number) => {
    expect(Math.abs(one - other)).toBeLessThan(roundTo * (1 + 1e-6));
  };

  function foots(rounded: RoundedBudget, unit: number) {
    const { lines, direct, indirect, total, internal, external, unfunded, request } = rounded;
    // A sum in cents has the digits of a double; steps are whole.
    const steps = (amount: number) => Math.round(amount / unit);
    const same = (row: RoundedRow, parts: readonly (RoundedRow | null)[], signs: readonly number[]) => {
      row.byYear.forEach((amount, year) => {
        const expected = add(parts.map((part, index) => (signs[index] ?? 1) * steps(part?.byYear[year] ?? 0)));
        expect(steps(amount)).toBe(expected + 0);
      });
      expect(steps(row.total)).toBe(add(row.byYear.map(steps)) + 0);
    };
    if (lines.length > 0) same(direct, lines, []);
    same(total, [direct, indirect], []);
    same(request, [total, internal, external, unfunded], [1, -1, -1, -1]);
  }

  it("foots both ways whatever the lines, flags, layout, tax, escalation and rounding are", () => {
    fc.assert(
      fc.property(anyBudget, ({ lines, roundTo, ...other }) => {
        const budget = computeBudget(lines, rulesOf(other.layout, other));
        const rounded = roundBudget(budget, roundTo);
        foots(rounded, roundTo);
        near(rounded.request.total, add(budget.request), roundTo / 2 + roundTo * 1e-3);
        for (const [year, amount] of budget.request.entries()) {
          near(rounded.request.byYear[year] ?? Number.NaN, amount, roundTo);
        }
        for (const { result, byYear } of rounded.lines) {
          for (const [year, amount] of byYear.entries()) near(amount, result.amounts[year] ?? Number.NaN, roundTo);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
