import { expect, it } from "vitest";
import { matches, pressed, sorted } from "./arrange.ts";

it.each([
  ["Halden Compute reserved", "halden", true],
  ["Halden Compute reserved", "reserved HALDEN", true],
  ["Halden Compute reserved", "halden spot", false],
  ["Halden Compute reserved", "", true],
  ["Halden Compute reserved", "  ", true],
])("%j is found by %j: %s", (text, search, found) => {
  expect(matches(text, search)).toBe(found);
});

it("sorts numbers by size, texts as people count, and what is missing last either way", () => {
  const byPrice = (down: boolean) => sorted([3, null, 1, 2], (value) => value, down);
  expect(byPrice(false)).toEqual([1, 2, 3, null]);
  expect(byPrice(true)).toEqual([3, 2, 1, null]);
  expect(sorted(["B200", "a100", "H100", "A30"], (value) => value, false)).toEqual(["A30", "a100", "B200", "H100"]);
});

it("keeps equal rows in their order", () => {
  const rows = [
    { id: "x", price: 1 },
    { id: "y", price: 1 },
  ];
  expect(sorted(rows, ({ price }) => price, true)).toEqual(rows);
});

it("turns the order of the pressed column, and begins another one in its own way", () => {
  expect(pressed({ column: "title", down: false }, "title", false)).toEqual({ column: "title", down: true });
  expect(pressed({ column: "title", down: true }, "price", true)).toEqual({ column: "price", down: true });
});
