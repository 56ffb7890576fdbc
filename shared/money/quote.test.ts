import { describe, expect, it } from "vitest";
import { z } from "zod";
import { basisOf, type Quote, quoteSchema } from "./quote.ts";

const issuesOf = (value: unknown) =>
  (quoteSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

const purchase = {
  nodePrice: 300_000,
  nodes: 8,
  cardsPerNode: 8,
  nodeWatts: 10_200,
  electricityPerKilowattHour: 0.12,
  lifetimeYears: 4,
  useShare: 0.7,
};

describe("quoteSchema", () => {
  it.each<Quote>([
    { id: "stated", price: 3 },
    { id: "free", price: 0 },
    { id: "unsure", title: "Our offer", price: { low: 2, likely: 3, high: 3.5 }, headline: true, date: "2026-01-21" },
    { id: "shared", price: { use: "price" }, source: "the provider's letter" },
    { id: "aws", rate: "aws-h100-sxm-2026-01", term: "spot", accelerator: "h100-sxm" },
    { id: "aws", rate: "aws-h100-sxm-2026-01" },
    { id: "foreign", price: 2.4, currency: "EUR", quotedBy: "Fjord", validUntil: "2026-12-31", region: "Norway" },
    { id: "year", basis: "reserved", price: 1.8, commitment: { cards: 64, hours: 8_760 } },
    { id: "spot", basis: "spot", price: 1, interruptionHours: { low: 20, likely: 60, high: 90 }, wholeNodes: true },
    { id: "own", basis: "purchase", purchase },
  ])("takes %o as it is", (quote) => {
    expect(quoteSchema.parse(quote)).toEqual(quote);
  });

  it.each([
    [{ id: "none" }, "", "Allowed: one of price and rate"],
    [{ id: "both", price: 3, rate: "aws-h100" }, "rate", "Allowed: one of price and rate"],
    [{ id: "term", price: 3, term: "spot" }, "term", "Allowed: with a rate only"],
    [{ id: "term", rate: "aws-h100", term: "weekly" }, "term", "Allowed: onDemand, spot, reserved1y, reserved3y"],
    [{ id: "Big", price: 3 }, "id", "Allowed: lower-case letters, digits and hyphens"],
    [{ id: "negative", price: -1 }, "price", "Allowed: price per card-hour as a number from 0 to 1,000,000,000"],
    [{ id: "day", price: 3, date: "2026-02-30" }, "date", "Allowed: a date as YYYY-MM-DD"],
    [{ id: "basis", rate: "aws-h100", basis: "spot" }, "basis", "Allowed: with a price only; a rate has a term"],
    [{ id: "money", rate: "aws-h100", currency: "EUR" }, "currency", "Allowed: with a price only; a rate is in USD"],
    [{ id: "often", rate: "aws-h100", interruptionHours: 3 }, "interruptionHours", "Allowed: with the basis spot only"],
    [{ id: "bare", basis: "purchase" }, "purchase", "Allowed: what is bought, as {nodePrice, nodes, cardsPerNode, …}"],
    [{ id: "wrong", price: { low: 4, likely: 3, high: 5 } }, "price.low", "Allowed: at most likely, 3"],
  ])("refuses %o at the right place", (quote, path, message) => {
    expect(issuesOf(quote)).toEqual([[path, message]]);
  });

  it("names the keys it knows where one is unknown", () => {
    expect(issuesOf({ id: "a", price: 3, colour: "EUR" })[0]?.[1]).toMatch(
      /^Allowed: id, title, price, rate, term, headline, basis, currency, .*, from$/,
    );
  });

  it("becomes a JSON Schema", () => {
    expect(z.toJSONSchema(quoteSchema)).toMatchObject({
      type: "object",
      required: ["id"],
      additionalProperties: false,
    });
  });
});

describe("basisOf", () => {
  it.each([
    [{}, "onDemand"],
    [{ basis: "block" as const }, "block"],
    [{ rate: "aws" }, "onDemand"],
    [{ rate: "aws", term: "spot" as const }, "spot"],
    [{ rate: "aws", term: "reserved3y" as const }, "reserved"],
  ])("of %j is %s", (quote, basis) => {
    expect(basisOf(quote)).toBe(basis);
  });
});
