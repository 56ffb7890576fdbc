import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { examplePurchase, purchasesOf } from "./purchases.ts";
import { weigh } from "./weighing.ts";

const tree = JSON.parse(readFileSync("assets/templates/scaling-exponents.json", "utf8")) as Readonly<
  Record<string, unknown>
>;

/** The golden plan with machines to own beside its price. */
function weighed(nodes: number, more: object = {}) {
  const purchase = { ...examplePurchase.purchase, nodes };
  const quotes = [
    { id: "stated", price: 2.5, headline: true },
    { id: "own", title: "Own nodes", ...examplePurchase, purchase, ...more },
  ];
  const opened = openPlan({ name: "plan.json", text: JSON.stringify({ ...tree, quotes }) }, catalogue);
  const owned = opened.ok ? opened.value.resolved.quotes[1] : undefined;
  if (!opened.ok || owned === undefined || owned.purchase === null) throw new Error("the plan has a fault");
  return weigh(opened.value, { ...owned, purchase: owned.purchase }, 2.5, catalogue.accelerators);
}

describe("weigh", () => {
  it("says what of the lifetime the plan takes, and what is left for others", () => {
    const { planShare, afterwards, alone, stated } = weighed(32);
    const lifetime = 32 * 8 * 8_760 * 4;
    expect(planShare).toBeCloseTo(4_302_487.06 / lifetime, 8);
    expect(afterwards).toBeCloseTo((0.7 - (planShare ?? 0)) / (1 - (planShare ?? 0)), 12);
    expect(alone?.usedCardHours).toBeCloseTo(4_302_487.06, 1);
    expect(stated.breakEvenUse).toBeCloseTo(stated.own.total / (lifetime * 2.5), 12);
  });

  it("has nothing left where the plan is longer than the lifetime", () => {
    expect(weighed(8)).toMatchObject({ alone: null, afterwards: null });
    expect(weighed(8).planShare).toBeCloseTo(1.9186, 4);
  });

  it("moves the plan to the card that is bought", () => {
    const h100 = weighed(32).planShare ?? 0;
    expect(weighed(32, { accelerator: "a100-sxm-80" }).planShare).toBeCloseTo((h100 * 989.4) / 312, 8);
  });
});

it("finds the purchases of a text, however it is typed", () => {
  expect(
    purchasesOf({ quotes: [{ id: "a", price: 2 }, { id: "b", basis: "purchase" }, { basis: "purchase" }, 3] }),
  ).toEqual([
    { index: 1, title: "b" },
    { index: 2, title: "no title" },
  ]);
});
