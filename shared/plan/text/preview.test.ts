import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preview } from "./preview.ts";

describe("preview", () => {
  it.each([
    [3, "3"],
    [null, "null"],
    ["three", '"three"'],
    [{ low: 3, likely: 2, high: 4 }, '{"low": 3, "likely": 2, "high": 4}'],
    [[1, "two", [3]], '[1, "two", [3]]'],
    [[[[1]]], "[[[…]]]"],
    [Array.from({ length: 100 }, (_, i) => i), "[0, 1, 2, 3, 4, 5, 6, 7, …]"],
  ])("%j is shown as %s", (value, shown) => {
    expect(preview(value)).toBe(shown);
  });

  it("is one short line for any value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shown = preview(value);
        expect(shown.length).toBeLessThanOrEqual(80);
        expect(shown).not.toContain("\n");
      }),
    );
  });
});
