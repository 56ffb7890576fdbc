import fc from "fast-check";
import { expect, it } from "vitest";
import { linesIn, piecesOf } from "./lines.ts";

it.each([
  ["", 10, 1],
  ["Card-hours a run (50,000 steps)", 13, 3],
  ["one\ntwo", 80, 2],
  ["a".repeat(25), 11, 3],
  ["日本語の計画", 7, 2],
])("sets %j in a column of %i on %i lines", (text, width, lines) => {
  expect(linesIn(text, width)).toBe(lines);
});

it("cuts a text into pieces that a row can hold, and loses none of it", () => {
  expect(piecesOf("one two three", 6, 2)).toEqual(["one two", "three"]);
  expect(piecesOf("one\ntwo", 80, 2)).toEqual(["one\ntwo"]);
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "日") });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 4 }), (words, width, most) => {
      const pieces = piecesOf(words, width, most);
      expect(pieces.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
      for (const piece of pieces) expect(linesIn(piece, width)).toBeLessThanOrEqual(most);
    }),
  );
});
