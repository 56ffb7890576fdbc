import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuotes } from "../../estimate/compare/compare-quotes.ts";
import { estimate } from "../../estimate/estimate.ts";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { readQuotesBeside } from "../../plan/quotes-beside.ts";
import { readPlan } from "../../plan/read.ts";
import type { Comparison } from "./comparison.ts";
import { comparisonToJson } from "./comparison-to-json.ts";
import { comparisonToText } from "./comparison-to-text.ts";

const asset = (path: string): string => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);

function comparison(offers: readonly object[], more: object = {}): Comparison {
  const text = JSON.stringify({ ...JSON.parse(asset("templates/scaling-exponents.json")), ...more });
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const beside = readQuotesBeside(read.value.document, JSON.stringify(offers), catalogue);
  if (!beside.ok) throw new Error(JSON.stringify(beside.error));
  const { plan, quotes } = beside.value;
  return {
    plan,
    file: "plan.json",
    quotes,
    compared: compareQuotes(plan, estimate(plan), quotes),
  };
}

const offers = [
  { id: "dear", title: "Dear", price: 4, cardsAvailable: 256 },
  { id: "cheap", title: "Cheap", price: 2, cardsAvailable: 256, date: "2026-11-01" },
  { id: "block", title: "Block", basis: "block", price: 3.5, commitment: { cards: 4_096, hours: 1_344 } },
];

describe("for a terminal", () => {
  it("stands the offers beside each other, the cheapest first", () => {
    const text = comparisonToText(comparison(offers), { width: 200, colour: false });
    expect(
      text
        .split("\n")
        .filter((line) => /Cheap|Dear|Block/.test(line))
        .map((line) => line.trim().slice(0, 7)),
    ).toEqual(["* Cheap", "Dear, o", "* Block"]);
    expect(text).toContain("8,604,974");
    expect(text).toContain("−4,302,487");
    expect(text).toContain("blocks of 4,096 cards for 56 days");
    expect(text.endsWith("\n")).toBe(true);
  });

  it("says what does not fit, what is not priced and where cards are from", () => {
    const more = { storage: { dataTB: 1, months: 1 }, clusters: [{ cards: 4 }] };
    const hardware = { accelerator: "h100-sxm", achieved: 3.5e14, minCards: 24 };
    const { defaults } = JSON.parse(asset("templates/scaling-exponents.json"));
    const text = comparisonToText(
      comparison([{ id: "any", price: 2 }], { ...more, defaults: { ...defaults, hardware } }),
      {
        width: 200,
        colour: false,
      },
    );
    expect(text).toContain("does not fit");
    expect(text).toContain("any: some runs need 24 cards, and there are 8.");
    expect(text).toContain("not stated");
    expect(text).toContain("those of the plan’s first cluster that takes every run count");
  });
});

it("prints JSON with every figure unrounded", () => {
  const said = JSON.parse(comparisonToJson(comparison(offers)));
  expect(said).toMatchObject({ schemaVersion: 1, currency: "USD", plan: { file: "plan.json" } });
  expect(said.quotes.map(({ id }: { id: string }) => id)).toEqual(["dear", "cheap", "block"]);
  expect(said.quotes[1]).toMatchObject({
    comparable: true,
    card: "h100-sxm",
    date: "2026-11-01",
    price: 2,
    cards: 256,
    cardsFrom: "quote",
    overCheapest: 0,
    onFrontier: true,
    quoted: { currency: "USD", price: 2, exchange: null },
  });
  expect(said.quotes[1].total).toBeCloseTo(8_604_974.12, 2);
  const { parts, total } = said.quotes[2];
  expect(Object.values(parts as Record<string, number>).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 4);
});
