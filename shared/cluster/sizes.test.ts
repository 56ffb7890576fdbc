import { describe, expect, it } from "vitest";
import { FINE_SIZES, sizeAtMost } from "./sizes.ts";

describe("sizeAtMost", () => {
  it.each([1, 2, 10, 63, 64, 96, 99, 100, 128, 1_000, 1_024, 4_096, 10_000, 16_384, 100_000, 1_000_000])(
    "has %i in its set",
    (cards) => {
      expect(sizeAtMost(cards, 1, FINE_SIZES)).toBe(cards);
    },
  );

  it("leaves at most one card in 32 unused, and is the same for all that is between two sizes", () => {
    let last = 0;
    for (let cards = 1; cards <= 5_000; cards++) {
      const size = sizeAtMost(cards, 1, FINE_SIZES);
      expect(size).toBeGreaterThanOrEqual(last);
      expect(size).toBeGreaterThan((cards * 31) / 32 - 1);
      expect(sizeAtMost(size, 1, FINE_SIZES)).toBe(size);
      last = size;
    }
  });

  it("has whole nodes in it too", () => {
    expect(sizeAtMost(12_345, 8, FINE_SIZES)).toBe(8 * 1_536);
    expect(sizeAtMost(71, 8, FINE_SIZES)).toBe(71);
    expect(sizeAtMost(999, 8, FINE_SIZES)).toBe(992);
    expect(sizeAtMost(0, 8, FINE_SIZES)).toBe(0);
  });
});
