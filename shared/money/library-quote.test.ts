import { describe, expect, it } from "vitest";
import { cardHourPrice, libraryQuoteSchema } from "./library-quote.ts";

const faultsOf = (value: object): string[] =>
  (libraryQuoteSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("libraryQuoteSchema", () => {
  it("takes a row of the first record as it is", () => {
    const row = {
      title: "AWS",
      price: { low: 2, likely: 3, high: 4 },
      currency: "USD",
      accelerator: "h100-sxm",
      note: "x",
    };
    expect(libraryQuoteSchema.parse(row)).toEqual(row);
  });

  it("takes a file's name and hash", () => {
    const attachment = { name: "offer of May.pdf", sha256: "0f".repeat(32), bytes: 120_000 };
    const row = { title: "Fjord", price: 2, currency: "EUR", attachment };
    expect(libraryQuoteSchema.parse(row)).toEqual(row);
    expect(faultsOf({ ...row, attachment: { ...attachment, name: "../offer.pdf", sha256: "0F", bytes: 2e7 } })).toEqual(
      [
        "attachment.name: Allowed: the file's name, of 1 to 255 characters and without a folder",
        "attachment.sha256: Allowed: a SHA-256 as 64 digits of 0-9 and a-f",
        "attachment.bytes: Allowed: bytes of the file as a whole number from 1 to 10,000,000",
      ],
    );
  });

  it("refuses a row without a price, and members that do not agree", () => {
    expect(faultsOf({ title: "A", currency: "USD" })).toEqual([
      "price: Allowed: price per card-hour as a number from 0 to 1,000,000,000",
    ]);
    expect(faultsOf({ title: "A", currency: "USD", basis: "purchase" })).toEqual([
      "purchase: Allowed: what is bought, as {nodePrice, nodes, cardsPerNode, …}",
    ]);
    expect(faultsOf({ title: "A", price: 1 })).toEqual([
      "currency: Invalid input: expected string, received undefined",
    ]);
  });
});

describe("cardHourPrice", () => {
  it("is the price, or what owning costs for a card-hour that is used", () => {
    const purchase = { nodePrice: 8, nodes: 1, cardsPerNode: 8, nodeWatts: 0, electricityPerKilowattHour: 0 };
    expect(cardHourPrice({ price: 2.5 })).toBe(2.5);
    expect(cardHourPrice({ purchase: { ...purchase, lifetimeYears: 1, useShare: 0.5 } })).toBeCloseTo(2 / 8_760, 12);
  });
});
