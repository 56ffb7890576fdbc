import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { budgetOf } from "../budget/budget-of.ts";
import { smallPlan } from "../budget/small-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { type Budgeted, budgetDifference } from "./budget-difference.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const experiment = (id: string, seed: number) => ({
  id,
  title: `Study ${id}`,
  training: { runKind: "interactive", hours: 100.3, cards: 8 },
  sweeps: [{ axes: { seed } }],
});
const quotes = [{ id: "nodes", price: 2.5, wholeNodes: true, cardsPerNode: 16, billingIncrementMinutes: 60 }];

function budgeted(budget: object | undefined, experiments: readonly object[], other: object = {}): Budgeted {
  const plan = smallPlan(catalogue, budget, { experiments, quotes, ...other });
  return { plan, budget: budgetOf(plan, estimate(plan)) };
}

describe("budgetDifference", () => {
  const nsf = { layout: "nsf", indirect: { rate: 0.5, agreement: "Ours", date: "2026-01-01" } };

  it("names the rows that differ, wherever they stand, and what is asked for", () => {
    const before = budgeted(nsf, [experiment("a", 1), experiment("b", 2)]);
    const trip = { id: "t", category: "travel", title: "Trip", quantity: 1, price: 1_000 };
    const after = budgeted({ ...nsf, lines: [trip] }, [experiment("b", 4)]);
    const found = budgetDifference(before, after);
    expect(found?.rows.map(({ title, before: was, after: is }) => [title, was, is])).toEqual([
      ["Trip", null, 1_000],
      ["Study b", 4_012, 8_024],
      ["Indirect costs", 4_020, 4_520],
      ["Study a", 2_006, null],
      ["Idle in whole nodes", 2_006, null],
    ]);
    expect(found?.rows.at(1)?.figure).toEqual({ of: "budgetLine", line: "estimate.experiment.0", year: null });
    expect(found?.rows.at(-1)?.figure).toBeNull();
  });

  it("is every row of a budget that the other version does not have", () => {
    const [without, is] = [budgeted(undefined, [experiment("a", 1)]), budgeted(nsf, [experiment("a", 1)])];
    const found = budgetDifference(without, is);
    expect(found?.request).toEqual({ before: null, after: is.budget?.rounded.request.total });
    expect(found?.rows[0]).toMatchObject({ title: "Study a", before: null, after: 2_006 });
  });

  it("compares no budgets in two currencies, and none where there is none", () => {
    const euros = budgeted({ layout: "erc-horizon", currency: "EUR" }, [experiment("a", 1)], {
      exchangeRates: [{ currency: "EUR", rate: 1.1, date: "2026-11-01" }],
    });
    const dollars = budgeted(nsf, [experiment("a", 1)]);
    expect(budgetDifference(euros, dollars)).toBeNull();
    expect(
      budgetDifference(budgeted(undefined, [experiment("a", 1)]), budgeted(undefined, [experiment("a", 2)])),
    ).toBeNull();
  });

  it("has rows that add up to the difference of what is asked for, in every layout", () => {
    const share = { share: 0.3, bearer: "internal", source: "Dean" };
    const line = fc.record({
      category: fc.constantFrom("people", "travel", "equipment", "supplies"),
      price: fc.integer({ min: 1, max: 300_000 }).map((cents) => cents / 7),
      costShare: fc.constantFrom({}, { costShare: share }),
    });
    const side = fc.record({
      seeds: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      lines: fc.array(line, { maxLength: 4 }),
    });
    const layout = fc.constantFrom("generic", "nsf", "nih-modular", "nih-detailed", "ukri", "cloud-credits");
    const rates = [{ currency: "GBP", rate: 1.3, date: "2026-11-01" }];
    fc.assert(
      fc.property(layout, side, side, (id, ...sides) => {
        const [before, after] = sides.map(({ seeds, lines }) =>
          budgeted(
            {
              layout: id,
              months: 30,
              ...(id === "ukri" ? { currency: "GBP" } : {}),
              lines: lines.map(({ costShare, ...rest }, index) => ({
                id: `l${index}`,
                title: `Line ${index}`,
                quantity: 1,
                year: "every",
                ...rest,
                ...costShare,
              })),
            },
            seeds.map((seed, index) => experiment(`e${index}`, seed)),
            { exchangeRates: rates },
          ),
        );
        if (before === undefined || after === undefined) throw new Error("two sides");
        const found = budgetDifference(before, after);
        if (found === null) throw new Error("both have a budget in one currency");
        const sum = found.rows.reduce((all, row) => all + (row.after ?? 0) - (row.before ?? 0), 0);
        expect(sum).toBeCloseTo((found.request.after ?? 0) - (found.request.before ?? 0), 6);
      }),
      { numRuns: 60 },
    );
  });
});
