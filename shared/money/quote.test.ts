import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Quote, quoteSchema } from "./quote.ts";

const issuesOf = (value: unknown) =>
  (quoteSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("quoteSchema", () => {
  it.each<Quote>([
    { id: "stated", price: 3 },
    { id: "free", price: 0 },
    { id: "unsure", title: "Our offer", price: { low: 2, likely: 3, high: 3.5 }, headline: true, date: "2026-01-21" },
    { id: "shared", price: { use: "price" }, source: "the provider's letter" },
    { id: "aws", rate: "aws-h100-sxm-2026-01", term: "spot", accelerator: "h100-sxm" },
    { id: "aws", rate: "aws-h100-sxm-2026-01" },
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
    [{ id: "wrong", price: { low: 4, likely: 3, high: 5 } }, "price.low", "Allowed: at most likely, 3"],
  ])("refuses %o at the right place", (quote, path, message) => {
    expect(issuesOf(quote)).toEqual([[path, message]]);
  });

  it("names the keys it knows where one is unknown", () => {
    expect(issuesOf({ id: "a", price: 3, currency: "EUR" })[0]?.[1]).toBe(
      "Allowed: id, title, price, rate, term, headline, accelerator, date, source, from",
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
