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
    list: null,
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

  it("takes what has no room for a run for no cheapest, and puts it last", () => {
    const tiny = { id: "tiny", title: "Tiny", price: 1, cardsAvailable: 1 };
    const hardware = { accelerator: "h100-sxm", achieved: 3.5e14, minCards: 2 };
    const { defaults } = JSON.parse(asset("templates/scaling-exponents.json"));
    const more = { defaults: { ...defaults, hardware } };
    const lines = comparisonToText(comparison([...offers, tiny], more), { width: 220, colour: false }).split("\n");
    const named = lines.filter((line) => /Cheap,|Dear,|Block,|Tiny,/.test(line));
    expect(named.map((line) => line.replace("* ", "").trim().slice(0, 5))).toEqual([
      "Cheap",
      "Dear,",
      "Block",
      "Tiny,",
    ]);
    expect(named[0]).toMatch(/cheapest {2,}−4,302,487$/);
    expect(named[1]).toMatch(/\+8,604,974 {2,}\+4,302,487$/);
    expect(lines).toContain("Tiny: a run of Alignment needs 2 cards, and there is 1.");
  });

  it("tells time in hours where days would say nothing", () => {
    const many = [{ id: "many", title: "Many", price: 4, cardsAvailable: 1_000_000 }];
    const text = comparisonToText(comparison([...offers, ...many]), { width: 220, colour: false });
    expect(text).toMatch(/^ .*hours/m);
    expect(comparisonToText(comparison(offers), { width: 220, colour: false })).toMatch(/^ .*days/m);
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
    expect(text).toContain("any: a run of Alignment needs 24 cards, and there are 8.");
    expect(text).toContain("not stated");
    expect(text).toContain("those of the plan’s first cluster that takes every run count");
  });
});

describe("offers that do not state all", () => {
  const storage = { dataTB: 100, months: 12, egressTB: 50 };
  const terms = { price: 2, cardsAvailable: 256 };
  const some = [
    { ...terms, id: "none", title: "None" },
    { ...terms, id: "half", title: "Half", storagePerTBMonth: 20 },
    { ...terms, id: "full", title: "Full", storagePerTBMonth: 20, egressPerTB: 50 },
  ];

  it("say what is known and what is not, and stand below those that do", () => {
    const text = comparisonToText(comparison(some, { storage }), { width: 200, colour: false });
    const rows = text.split("\n").filter((line) => /(?:None|Half|Full), on demand/.test(line));
    expect(rows.map((row) => row.trim().slice(0, 6))).toEqual(["* Full", "None, ", "Half, "]);
    expect(rows[1]).toMatch(/not stated +8,604,974 without storage and egress/);
    expect(rows[2]).toMatch(/87,570, egress not stated +8,692,544 without egress/);
    expect(text).toContain("A total without storage or egress leaves out what the quote does not state");
    expect(comparisonToText(comparison(some.slice(2), { storage }), { width: 200, colour: false })).not.toContain(
      "without",
    );
  });
});

it("says what of a price list is not compared, and that nothing is", () => {
  const list = { rows: 4, left: [{ reason: "Its card is not known: the catalogue has no Foo9000.", lines: [3, 5] }] };
  const text = comparisonToText({ ...comparison(offers), list }, { width: 200, colour: false });
  expect(text).toContain("Of the 4 rows of the price list these are not compared:");
  expect(text).toContain("2 rows: Its card is not known: the catalogue has no Foo9000. Lines 3, 5.");
  expect(JSON.parse(comparisonToJson({ ...comparison(offers), list })).list).toEqual(list);
  const none = comparisonToText({ ...comparison([]), list }, { width: 200, colour: false });
  expect(none).toContain("There is no quote to compare.");
  expect(none).not.toContain("Difference:");
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
