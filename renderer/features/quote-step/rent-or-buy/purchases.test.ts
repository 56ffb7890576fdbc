import { expect, it } from "vitest";
import { purchasesOf } from "./purchases.ts";

it("finds the purchases of a text, however it is typed", () => {
  expect(
    purchasesOf(
      { quotes: [{ id: "a", price: 2 }, { id: "b", basis: "purchase", currency: "EUR" }, { basis: "purchase" }, 3] },
      "USD",
    ),
  ).toEqual([
    { index: 1, title: "b", currency: "EUR" },
    { index: 2, title: "no title", currency: "USD" },
  ]);
});
