import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plus, times } from "./exact-decimal.ts";

describe("plus and times", () => {
  it.each([
    [plus(0.1, 0.2), 0.3],
    [plus(1e-5, 2e-5), 3e-5],
    [plus(1, -1.1), -0.1],
    [plus(1e308, 1e-308), 1e308],
    [times(1e-5, 10), 1e-4],
    [times(1.1, 1.1), 1.21],
    [times(3.5e14, 2), 7e14],
    [times(1e200, 1e200), Number.POSITIVE_INFINITY],
    [times(-0.3, 3), -0.9],
  ])("is %d", (result, expected) => {
    expect(result).toBe(expected);
  });

  it("agrees with whole numbers, and nearly with doubles", () => {
    const double = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), fc.integer(), double, double, (i, j, a, b) => {
        expect(plus(i, j)).toBe(i + j);
        const product = times(a, b);
        expect(Math.abs(product - a * b)).toBeLessThanOrEqual(Math.abs(a * b) * 1e-15 + 1e-290);
      }),
    );
  });
});
