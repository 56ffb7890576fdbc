import { describe, expect, it } from "vitest";
import { disagreements, type QuoteFields } from "./quote-fields.ts";

const purchase = {
  nodePrice: 300_000,
  nodes: 8,
  cardsPerNode: 8,
  nodeWatts: 10_200,
  electricityPerKilowattHour: 0.12,
  lifetimeYears: 4,
  useShare: 0.7,
};
const commitment = { cards: 64, hours: 8_760 };

describe("disagreements", () => {
  it.each<[QuoteFields, string[]]>([
    [{ price: 3 }, []],
    [{ price: 3, date: "2026-11-22", validUntil: "2026-11-22", minimumCards: 8, cardsAvailable: 8 }, []],
    [{ basis: "reserved", price: 3, commitment }, []],
    [{ basis: "purchase", purchase, storagePerTBMonth: 0, cardsAvailable: 64 }, []],
    [{ basis: "reserved", price: 3 }, ["commitment: the cards and hours that are reserved, as {cards, hours}"]],
    [{ basis: "block", price: 3 }, ["commitment: the cards and hours that are a block, as {cards, hours}"]],
    [{ price: 3, commitment }, ["commitment: with the basis reserved or block only"]],
    [{ price: 3, interruptionHours: 4 }, ["interruptionHours: with the basis spot only"]],
    [{ price: 3, purchase }, ["purchase: with the basis purchase only"]],
    [
      { basis: "purchase", price: 3, wholeNodes: false, commitment },
      [
        "price: only where cards are rented",
        "commitment: only where cards are rented",
        "wholeNodes: only where cards are rented",
        "purchase: what is bought, as {nodePrice, nodes, cardsPerNode, …}",
      ],
    ],
    [
      { price: 3, date: "2026-11-22", validUntil: "2026-11-21" },
      ["validUntil: a day from 2026-11-22, the date of the quote, on"],
    ],
    [{ price: 3, minimumCards: 16, cardsAvailable: 8 }, ["cardsAvailable: at least minimumCards, 16"]],
  ])("of %j are %j", (quote, expected) => {
    expect(disagreements(quote).map(({ key, allowed }) => `${key}: ${allowed}`)).toEqual(expected);
  });

  it("of a rate take its term's basis, and ask for no commitment", () => {
    expect(disagreements({}, "reserved", true)).toEqual([]);
    expect(disagreements({ interruptionHours: 4 }, "spot", true)).toEqual([]);
    expect(disagreements({ commitment }, "reserved", true)).toEqual([]);
  });
});
