import { describe, expect, it } from "vitest";
import { changed, resolvedSample } from "../sample-plan.ts";

const quotes = (rows: string, card = "big") =>
  resolvedSample(changed(["  - {id: stated, price: 3}", rows], ["accelerator: big", `accelerator: ${card}`]));

describe("quotes", () => {
  it("have their own price, date and source", () => {
    const row = "  - {id: a, title: Offer, price: {low: 1, likely: 2, high: 3}, date: 2026-11-01, source: letter}";
    const { quotes: resolved, inputs } = quotes(row);
    expect(resolved).toEqual([
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
    expect(quotes("  - {id: a, rate: cloud-small}", "small").quotes).toEqual([
      {
        id: "a",
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
    ).toMatchObject([{ title: "Ours", price: { likely: 1 }, date: "2026-02-01" }]);
  });

  it("price a card by its own headline before the one for all cards", () => {
    const rows =
      "  - {id: a, price: 1, headline: true}\n  - {id: b, price: 2, headline: true, accelerator: big}\n  - {id: c, price: 3, accelerator: big}";
    expect(quotes(rows).cards.map(({ quote }) => quote)).toEqual([1]);
    expect(quotes(rows, "small").cards.map(({ quote }) => quote)).toEqual([0]);
    expect(quotes(rows).quotes.map(({ headline }) => headline)).toEqual([true, true, false]);
  });
});
