import { expect, it } from "vitest";
import { purchasesOf } from "./purchases.ts";

it("finds the purchases of a text, however it is typed", () => {
  expect(
    purchasesOf({ quotes: [{ id: "a", price: 2 }, { id: "b", basis: "purchase" }, { basis: "purchase" }, 3] }),
  ).toEqual([
    { index: 1, title: "b" },
    { index: 2, title: "no title" },
  ]);
});
