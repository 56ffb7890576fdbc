import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDifference, reversed, textDifference } from "./text-difference.ts";

describe("textDifference", () => {
  it.each([
    ['{"a": 12}', '{"a": 13}', { at: 7, removed: "2", inserted: "3" }],
    ["abc", "abc", { at: 3, removed: "", inserted: "" }],
    ["aa", "aaa", { at: 2, removed: "", inserted: "a" }],
    ["aaa", "aa", { at: 2, removed: "a", inserted: "" }],
    ["", "x", { at: 0, removed: "", inserted: "x" }],
    ["a😀b", "a😁b", { at: 1, removed: "😀", inserted: "😁" }],
    ["😀", "\u{1fa00}", { at: 0, removed: "😀", inserted: "\u{1fa00}" }],
  ])("of %j and %j", (before, after, difference) => {
    expect(textDifference(before, after)).toEqual(difference);
  });

  const texts = fc.tuple(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: "grapheme", maxLength: 4 }),
    fc.string({ unit: "grapheme", maxLength: 4 }),
    fc.string({ unit: "grapheme", maxLength: 8 }),
  );

  it("leads from one text to the other, and back, with no character cut in two", () => {
    fc.assert(
      fc.property(texts, ([start, old, now, end]) => {
        const [before, after] = [start + old + end, start + now + end];
        const difference = textDifference(before, after);
        expect(applyDifference(before, difference)).toBe(after);
        expect(applyDifference(after, reversed(difference))).toBe(before);
        expect(difference.removed + difference.inserted).not.toMatch(/\p{Surrogate}/u);
        expect(difference.removed.length).toBeLessThanOrEqual(old.length + 2);
      }),
    );
  });

  it("is refused by a text that it is not about", () => {
    expect(applyDifference("abc", { at: 1, removed: "x", inserted: "" })).toBeNull();
    expect(applyDifference("abc", { at: 4, removed: "", inserted: "x" })).toBeNull();
  });
});
