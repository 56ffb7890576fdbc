import { expect, it } from "vitest";
import { cardPrice, instanceFields, perCard } from "./card-price.ts";

it("divides decimals as decimals", () => {
  expect([perCard(31.92, 8), perCard(1.2, 3), perCard(0.3, 3), perCard(13.78, 2)]).toEqual([3.99, 0.4, 0.1, 6.89]);
  expect(cardPrice("1.234,50", 2, null, "Price")).toEqual({ ok: true, value: 617.25 });
  expect(cardPrice("2e9", 1, ".", "Price")).toMatchObject({
    error: "Price is 2000000000: a price is above 0 and at most 1,000,000,000.",
  });
});

it("rents an instance whole, and a slice larger than a node as its fewest cards", () => {
  expect([1, 8, 4_096].map(instanceFields)).toEqual([
    { cardsPerNode: 1 },
    { cardsPerNode: 8, wholeNodes: true },
    { minimumCards: 4_096 },
  ]);
});
