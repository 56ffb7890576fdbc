import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { bulkEdited } from "./bulk-edit.ts";

const quote: LibraryQuote = { title: "Fjord", price: 2.4, currency: "EUR", date: "2026-11-01" };

describe("bulkEdited", () => {
  it.each([
    ["validUntil", " 2026-12-31 ", { ...quote, validUntil: "2026-12-31" }],
    ["date", "", { title: "Fjord", price: 2.4, currency: "EUR" }],
    ["quotedBy", "Kari", { ...quote, quotedBy: "Kari" }],
    ["currency", "USD", { ...quote, currency: "USD" }],
    ["percent", "5", { ...quote, price: 2.52 }],
    ["percent", "−10 %", { ...quote, price: 2.16 }],
  ] as const)("%s %j", (field, text, expected) => {
    expect(bulkEdited(quote, { field, text })).toEqual({ quote: expected });
  });

  it("raises all of a range, and the price of nodes that are bought", () => {
    const range = { ...quote, price: { low: 1, likely: 2, high: 4, source: "letter" } };
    expect(bulkEdited(range, { field: "percent", text: "50" })).toEqual({
      quote: { ...range, price: { low: 1.5, likely: 3, high: 6, source: "letter" } },
    });
    const purchase = { nodePrice: 300_000, nodes: 8, cardsPerNode: 8, nodeWatts: 0, electricityPerKilowattHour: 0.1 };
    const bought: LibraryQuote = {
      title: "Own",
      currency: "USD",
      basis: "purchase",
      purchase: { ...purchase, lifetimeYears: 4, useShare: 0.7 },
    };
    expect(bulkEdited(bought, { field: "percent", text: "10" })).toMatchObject({
      quote: { purchase: { nodePrice: 330_000 } },
    });
  });

  it.each([
    ["validUntil", "2026-10-01", "The quote ends before its own date. Allowed: a day from 2026-11-01"],
    ["date", "yesterday", "Date is not written as it should be. Allowed: a date as YYYY-MM-DD."],
    ["currency", "", "Currency is missing."],
    ["percent", "", "Type the per cent as a number above -100"],
    ["percent", "-100", "Type the per cent as a number above -100"],
  ] as const)("refuses %s %j", (field, text, fault) => {
    const edited = bulkEdited(quote, { field, text });
    expect("fault" in edited && edited.fault).toContain(fault);
  });

  it("is undone by the inverse per cent, to twelve digits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.integer({ min: -90, max: 400 }),
        (price, percent) => {
          const there = bulkEdited({ ...quote, price }, { field: "percent", text: String(percent) });
          if (!("quote" in there)) throw new Error(there.fault);
          const inverse = (1 / (1 + percent / 100) - 1) * 100;
          const back = bulkEdited(there.quote, { field: "percent", text: String(inverse) });
          if (!("quote" in back)) throw new Error(back.fault);
          expect(Number(back.quote.price) / price).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
