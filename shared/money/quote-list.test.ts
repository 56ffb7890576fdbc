import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LibraryQuote } from "./library-quote.ts";
import { listedQuote, NO_FILTER, type QuoteFilter, quoteTest } from "./quote-list.ts";

const on = {
  cardName: (id: string) => (id === "h100-sxm" ? "NVIDIA H100 SXM5 80GB" : id),
  today: "2026-11-26",
  staleAfterDays: 90,
};

const quote: LibraryQuote = {
  title: "Fjord Compute",
  price: 2.4,
  currency: "EUR",
  basis: "spot",
  accelerator: "h100-sxm",
  quotedBy: "Kari",
  region: "Norway",
  date: "2026-08-01",
  validUntil: "2026-12-31",
  source: "letter",
  attachment: { name: "Offer.pdf", sha256: "0".repeat(64), bytes: 3 },
};

const found = (filter: Partial<QuoteFilter>, of: LibraryQuote = quote) =>
  quoteTest({ ...NO_FILTER, ...filter })(listedQuote(of, on));

describe("quoteTest", () => {
  it.each<[Partial<QuoteFilter>, boolean]>([
    [{}, true],
    [{ search: "  h100 FJORD " }, true],
    [{ search: "offer.pdf spot kari norway letter eur" }, true],
    [{ search: "fjord reserved" }, false],
    [{ card: "h100-sxm", basis: "spot", quotedBy: "Kari", region: "Norway", currency: "EUR", withFile: true }, true],
    [{ card: "b200" }, false],
    [{ basis: "onDemand" }, false],
    [{ quotedBy: "Ola" }, false],
    [{ region: "Sweden" }, false],
    [{ currency: "USD" }, false],
    [{ age: "stale" }, true],
    [{ age: "expired" }, false],
    [{ age: "current" }, false],
  ])("%j finds it: %s", (filter, expected) => {
    expect(found(filter)).toBe(expected);
  });

  it("tells current, stale and expired apart, and takes no date for current", () => {
    const { date: _, validUntil: __, attachment: ___, ...undated } = quote;
    expect(found({ age: "current" }, undated)).toBe(true);
    expect(found({ withFile: true }, undated)).toBe(false);
    expect(found({ age: "expired" }, { ...quote, validUntil: "2026-11-25" })).toBe(true);
    expect(found({ age: "current" }, { ...undated, validUntil: "2026-11-26" })).toBe(true);
  });

  it("finds a quote by every part of its title, in any case", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (title, a, b) => {
        const [from, to] = [a % title.length, b % (title.length + 1)].sort((x, y) => x - y);
        const search = title.slice(from, to).toUpperCase();
        // A letter that has several small ones is not looked for.
        fc.pre(search.toLowerCase() === title.slice(from, to).toLowerCase());
        return found({ search }, { title, price: 1, currency: "USD" });
      }),
    );
  });
});
