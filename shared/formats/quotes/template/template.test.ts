import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LibraryQuote, libraryQuoteSchema } from "../../../money/library-quote.ts";
import { libraryQuote } from "../library-quote.ts";
import { cards, readOf, reasonsOf } from "../reading.fixture.ts";
import { quotesToCsv, TEMPLATE_COLUMNS, templateCsv } from "./template.ts";

const back = (quotes: readonly LibraryQuote[]) => {
  const { quotes: found } = readOf(quotesToCsv(quotes), { format: "flopsheet" });
  const decisions = {
    provider: null,
    date: null,
    currency: "XXX",
    cards: new Map(),
    fileName: "a.csv",
    format: "flopsheet",
  };
  return found.map((one) => {
    const quote = libraryQuote(one, { ...decisions, format: "flopsheet" }, cards);
    if (!quote.ok) throw new Error(quote.error);
    return quote.value;
  });
};

const purchase = {
  ...{ nodePrice: 300_000, nodes: 4, cardsPerNode: 8, networkShare: 0.15, nodeWatts: 10_200, load: 0.8, pue: 1.2 },
  ...{ electricityPerKilowattHour: 0.12, spacePerNodeYear: 1_000, maintenanceShare: 0.05, staffPerYear: 50_000 },
  ...{ lifetimeYears: 5, residualShare: 0.1, useShare: 0.7 },
};

describe("the template", () => {
  it("has a column for every field of a quote of the library but its attached file", () => {
    const nested = { commitment: { cards: 1, hours: 1 }, purchase };
    const paths = Object.keys(libraryQuoteSchema.shape).flatMap((key) => {
      if (key !== "commitment" && key !== "purchase") return [key];
      return Object.keys(nested[key]).map((inner) => `${key}.${inner}`);
    });
    expect(TEMPLATE_COLUMNS.map(({ path }) => path).toSorted()).toEqual(
      paths.filter((path) => path !== "attachment").toSorted(),
    );
  });

  it("is read as a template, and its examples are no quotes", () => {
    const { file, quotes } = readOf(templateCsv());
    expect([file.format, file.rows, quotes.length]).toEqual(["flopsheet", 2, 0]);
    expect(reasonsOf(templateCsv())).toEqual([
      "2: It is an example of the template.",
      "3: It is an example of the template.",
    ]);
  });

  it("keeps a machine to buy as it was", () => {
    const quote: LibraryQuote = {
      ...{
        title: "Four nodes",
        basis: "purchase",
        currency: "EUR",
        purchase,
        quotedBy: "=A vendor",
        source: "an offer",
      },
      ...{ leadTimeDays: 90, validUntil: "2027-01-31", date: "2026-11-22", accelerator: "h100-sxm" },
    };
    expect(back([quote])).toEqual([quote]);
  });

  it("gives back any quotes that were written", () => {
    const money = fc.integer({ min: 1, max: 1e7 }).map((cents) => cents / 100);
    const range = fc.tuple(money, money, money).map((three) => {
      const [low = 0, likely = 0, high = 0] = three.toSorted((a, b) => a - b);
      return { low, likely, high };
    });
    const words = fc.string({
      unit: fc.constantFrom("a", "=", "+", "-", "@", ",", '"', "é", " ", "\n"),
      maxLength: 20,
    });
    const text = words.map((part) => `${part.trim()}x`);
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const quote = fc.record({
      title: fc.uuid().map((id) => `Quote ${id}`),
      basis: fc.constantFrom("onDemand" as const, "spot" as const),
      price: fc.oneof(money, range),
      currency: fc.constantFrom("USD", "EUR"),
      accelerator: maybe(fc.constantFrom("h100-sxm", "l4")),
      region: maybe(text),
      date: maybe(fc.constant("2026-11-22")),
      billingIncrementMinutes: maybe(fc.integer({ min: 0, max: 60 })),
      wholeNodes: maybe(fc.boolean()),
      cardsPerNode: maybe(fc.integer({ min: 1, max: 16 })),
      storagePerTBMonth: maybe(fc.oneof(money, range)),
      utilisation: maybe(fc.integer({ min: 1, max: 1_000 }).map((share) => share / 1_000)),
      quotedBy: maybe(text),
      source: text,
      note: maybe(text),
    });
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 6 }), (quotes) => {
        const stated = quotes.map((one) => libraryQuoteSchema.parse(JSON.parse(JSON.stringify(one))));
        expect(back(stated)).toEqual(stated);
      }),
    );
  });

  it("says what is wrong with a field", () => {
    const text = [
      "title,price,currency,basis,commitment.cards,commitment.hours,wholeNodes,utilisation,date",
      "a,2.5,usd,,,,,,",
      "b,cheap,USD,,,,perhaps,,",
      "c,2; 3,USD,,,,,,",
      "d,2,USD,reserved,,,,,",
      "e,2,USD,,,,,120 %,22.11.2026",
      "f,,USD,,,,,,",
      ",2,USD,,,,,,",
      "h,2; 2.5; 3,USD,,,,yes,35 %,2026-11-22\n",
    ].join("\n");
    expect(reasonsOf(text)).toEqual([
      "2: currency: allowed is three capital letters, as USD.",
      "3: price: “cheap” is not a number; wholeNodes: “perhaps” is neither yes nor no.",
      "4: price: “2; 3” is neither a number nor three, as low; likely; high.",
      "5: commitment: allowed is the cards and hours that are reserved, as {cards, hours}.",
      "6: utilisation: allowed is share of the dense peak as a number above 0, at most 1; date: allowed is a date as YYYY-MM-DD.",
      "7: price: allowed is price per card-hour as a number from 0 to 1,000,000,000.",
      "8: title is blank.",
    ]);
    expect(readOf(text).quotes[0]?.fields).toEqual({
      ...{ title: "h", price: { low: 2, likely: 2.5, high: 3 }, currency: "USD", wholeNodes: true },
      ...{ utilisation: 0.35, date: "2026-11-22" },
    });
  });
});
