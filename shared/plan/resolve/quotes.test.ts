import { describe, expect, it } from "vitest";
import { resolvedQuote } from "../resolved-quote.fixture.ts";
import { changed, resolvedSample, samplePlan } from "../sample-plan.ts";

const quotes = (rows: string, card = "big") =>
  resolvedSample(changed(["  - {id: stated, price: 3}", rows], ["accelerator: big", `accelerator: ${card}`]));

describe("quotes", () => {
  it("have their own price, date and source", () => {
    const row = "  - {id: a, title: Offer, price: {low: 1, likely: 2, high: 3}, date: 2026-11-01, source: letter}";
    const { quotes: resolved, inputs } = quotes(row);
    expect(resolved).toMatchObject([
      {
        id: "a",
        title: "Offer",
        price: { likely: 2, input: 1 },
        headline: true,
        accelerator: null,
        date: "2026-11-01",
        source: "letter",
        path: "quotes[0]",
      },
    ]);
    expect(inputs[1]?.title).toBe("price of a card-hour, Offer");
  });

  it("of a rate have the rate's, for its card and term", () => {
    expect(quotes("  - {id: a, rate: cloud-small}", "small").quotes).toMatchObject([
      {
        id: "a",
        basis: "onDemand",
        quotedBy: "Cloud",
        title: "Cloud SMALL 16GB, on demand",
        price: { likely: 1.5, input: null },
        headline: true,
        accelerator: "small",
        date: "2026-01",
        source: "price list",
        path: "quotes[0]",
      },
    ]);
    expect(
      quotes("  - {id: a, rate: cloud-small, term: reserved1y, title: Ours, date: 2026-02-01}", "small").quotes,
    ).toMatchObject([{ title: "Ours", basis: "reserved", commitment: null, price: { likely: 1 }, date: "2026-02-01" }]);
  });

  it("price a card by its own headline before the one for all cards", () => {
    const rows =
      "  - {id: a, price: 1, headline: true}\n  - {id: b, price: 2, headline: true, accelerator: big}\n  - {id: c, price: 3, accelerator: big}";
    expect(quotes(rows).cards.map(({ quote }) => quote)).toEqual([1]);
    expect(quotes(rows, "small").cards.map(({ quote }) => quote)).toEqual([0]);
    expect(quotes(rows).quotes.map(({ headline }) => headline)).toEqual([true, true, false]);
  });

  it("say what is meant where they say nothing", () => {
    expect(quotes("  - {id: a, price: 3}").quotes).toEqual([resolvedQuote(3, { id: "a", title: "a" })]);
  });

  it("in another currency are converted, and keep what was quoted", () => {
    const rows =
      "  - {id: a, title: Fjord, price: {low: 1, likely: 2, high: 4}, currency: EUR, storagePerTBMonth: 20}\nexchangeRates: [{currency: EUR, rate: 1.5, date: 2026-11-20, source: ECB}]";
    const { quotes: resolved, inputs } = quotes(rows);
    expect(resolved).toMatchObject([
      {
        price: { likely: 3, input: 1, factor: 1.5 },
        native: {
          currency: "EUR",
          price: { likely: 2, input: 1 },
          exchange: { rate: 1.5, date: "2026-11-20", source: "ECB" },
        },
        storagePerTBMonth: { likely: 30, input: null },
      },
    ]);
    expect(inputs[1]).toMatchObject({ title: "price of a card-hour in EUR, Fjord", low: 1, high: 4 });
  });

  it("of a rate are converted into the plan's currency", () => {
    const plan = changed(
      ["  - {id: stated, price: 3}", "  - {id: a, rate: cloud-small}"],
      ["accelerator: big", "accelerator: small"],
      ["title: Sample", "title: Sample\ncurrency: EUR\nexchangeRates: [{currency: USD, rate: 0.5, date: 2026-11-20}]"],
    );
    expect(resolvedSample(plan).quotes).toMatchObject([
      { price: { likely: 0.75 }, native: { currency: "USD", price: { likely: 1.5 } } },
    ]);
  });

  it("of machines to own cost what a used card-hour does", () => {
    const rows =
      "  - {id: a, basis: purchase, purchase: {nodePrice: 87600, nodes: 1, cardsPerNode: 4, nodeWatts: 0, electricityPerKilowattHour: 0, lifetimeYears: 1, useShare: 0.5}}";
    const [own] = quotes(rows).quotes;
    expect(own?.price.likely).toBeCloseTo(5, 10);
    expect(own).toMatchObject({ basis: "purchase", cardsPerNode: 4, native: { currency: "USD", price: null } });
  });
});

describe("storage", () => {
  it("keeps the last checkpoint of a run, in 16 bits, where the plan says no more", () => {
    expect(resolvedSample(`${samplePlan}storage: {months: 6}\n`).storage).toEqual({
      keptCheckpoints: 1,
      bytesPerParameter: 2,
      dataTB: 0,
      months: 6,
      egressTB: 0,
      source: null,
    });
    expect(resolvedSample().storage).toBeNull();
  });
});
