import fc from "fast-check";
import { expect, it } from "vitest";
import { displayWidth } from "../../sheet/text/display-width.ts";
import { wrap, wrapHanging } from "./wrap.ts";

it("breaks at spaces", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrap("", 8)).toEqual([""]);
});

it("keeps a number with its power of ten, its prefix and its per cent", () => {
  expect(wrap("of 3.8 × 10²⁵ FLOP", 10)).toEqual(["of", "3.8 × 10²⁵", "FLOP"]);
  expect(wrap("it is 12.9 M USD", 9)).toEqual(["it is", "12.9 M", "USD"]);
  expect(wrap("takes 41 %.", 8)).toEqual(["takes", "41 %."]);
});

it("cuts a word that is too long, after its hyphens first", () => {
  expect(wrap("Compute-optimal", 10)).toEqual(["Compute-", "optimal"]);
  expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  expect(wrap("a-b-cdefgh-ij", 8)).toEqual(["a-b-", "cdefgh-", "ij"]);
});

it("indents what follows the first line", () => {
  expect(wrapHanging("1.", "one two three", 9, 4)).toEqual(["1.  one", "    two", "    three"]);
});

it("never exceeds the width, and loses no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", "-", "1", "実", "×", ".") }), (text) => {
      const lines = wrap(text, 12);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(12);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});
