import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { quoteRows } from "./quote-rows.ts";

const text = readFileSync("assets/templates/scaling-exponents.json", "utf8");
const tree = JSON.parse(text) as Readonly<Record<string, unknown>>;
const TODAY = "2026-11-26";

function rowsOf(quotes: readonly unknown[], more: object = {}) {
  const changed = { ...tree, ...more, quotes };
  const opened = openPlan({ name: "plan.json", text: JSON.stringify(changed) }, catalogue);
  return quoteRows(changed, opened.ok ? opened.value : null, catalogue, TODAY);
}

describe("quoteRows", () => {
  it("prices the whole plan at each quote, and tells the difference to the headline", () => {
    const rows = rowsOf([
      { id: "stated", price: 3, headline: true },
      { id: "low", title: "Low", price: { low: 1.5, likely: 2, high: 2.5 } },
    ]);
    expect(rows.map(({ total }) => total?.cost.toFixed(2))).toEqual(["12907461.18", "8604974.12"]);
    expect(rows.map(({ difference }) => difference?.toFixed(2))).toEqual([undefined, "-4302487.06"]);
    expect(rows.map(({ petaflopDay }) => petaflopDay?.toFixed(2))).toEqual(["205.71", "137.14"]);
    expect(rows.map(({ range }) => range)).toEqual([null, { low: 1.5, high: 2.5 }]);
    expect(rows[1]?.total?.figure).toEqual({ of: "quote", quote: 1 });
  });

  it("takes what a rate says, and what the plan says before it", () => {
    const [rate] = rowsOf([{ id: "google", rate: "gcp-h100-sxm-2025-03", term: "reserved3y", source: "our call" }]);
    const known = catalogue.rates.find(({ id }) => id === "gcp-h100-sxm-2025-03");
    expect(rate).toMatchObject({
      price: known?.prices.reserved3y,
      date: known?.date,
      source: "our call",
      card: "h100-sxm",
      beside: "reserved for three years",
      isOld: true,
      isHeadline: true,
      isMarked: false,
    });
  });

  it("has no total for a card that the plan does not run on", () => {
    const rows = rowsOf([
      { id: "stated", price: 3, headline: true },
      { id: "other", price: 1, accelerator: "a100-sxm-80" },
    ]);
    expect(rows[1]).toMatchObject({ applies: false, total: null, petaflopDay: null });
  });

  it("reads a price that variables hold", () => {
    const variables = { price: { low: 1, likely: 2, high: 3 }, ...(tree.variables as object) };
    expect(rowsOf([{ id: "shared", price: { use: "price" } }], { variables })[0]).toMatchObject({
      price: 2,
      range: { low: 1, high: 3 },
    });
  });

  it("converts what was quoted in another currency, and keeps it beside", () => {
    const exchangeRates = [{ currency: "EUR", rate: 1.5, date: "2026-11-20" }];
    const quotes = [
      { id: "a", price: { low: 1, likely: 2, high: 4 }, currency: "EUR" },
      { id: "b", price: 1, headline: true },
    ];
    expect(rowsOf(quotes, { exchangeRates })[0]).toMatchObject({
      price: 3,
      range: { low: 1.5, high: 6 },
      native: { currency: "EUR", price: 2 },
    });
    expect(rowsOf([{ id: "a", price: 2, currency: "EUR" }])[0]).toMatchObject({
      price: null,
      native: { currency: "EUR", price: 2 },
      total: null,
    });
  });

  it("prices machines to own by what a used card-hour costs", () => {
    const purchase = { nodePrice: 87_600, nodes: 1, cardsPerNode: 4, nodeWatts: 0, electricityPerKilowattHour: 0 };
    const [own, half] = rowsOf([
      { id: "a", basis: "purchase", headline: true, purchase: { ...purchase, lifetimeYears: 1, useShare: 0.5 } },
      { id: "b", basis: "purchase", purchase: {} },
    ]);
    expect(own?.price).toBeCloseTo(5, 10);
    expect(own).toMatchObject({ isPurchase: true, native: null });
    expect(half).toMatchObject({ isPurchase: true, price: null });
  });

  it("shows a document that is half typed, without figures", () => {
    const rows = quoteRows(
      { quotes: [{ price: "2x" }, "nothing", { id: "a", rate: "unknown" }] },
      null,
      catalogue,
      TODAY,
    );
    expect(rows.map(({ title, price, total }) => [title, price, total])).toEqual([
      ["no title", null, null],
      ["no title", null, null],
      ["a", null, null],
    ]);
    expect(rows[2]?.unknownRate).toBe("unknown");
  });
});
