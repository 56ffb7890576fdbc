import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceAtMost, percentile, percentiles } from "./percentile.ts";

const draws = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => Float64Array.from(values));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("percentile", () => {
  it("interpolates between neighbours", () => {
    expect(percentile(Float64Array.of(10, 20, 40), 0.75)).toBe(30);
    expect(percentiles(Float64Array.of(40, 10, 20), [0, 0.5, 1])).toEqual([10, 20, 40]);
    expect(percentiles(Float64Array.of(15, 20, 35, 40, 50), [0.4])[0]).toBeCloseTo(29, 12);
  });

  it("is the value itself where there is only one", () => {
    expect(percentiles(Float64Array.of(7), [0, 0.3, 1])).toEqual([7, 7, 7]);
  });

  it("does not depend on the order of the draws, and leaves it alone", () => {
    fc.assert(
      fc.property(draws, share, (values, at) => {
        const turned = values.toReversed();
        const kept = Float64Array.from(turned);
        expect(percentiles(turned, [at])).toEqual(percentiles(values, [at]));
        expect(turned).toEqual(kept);
      }),
    );
  });

  it("is monotone and stays within the draws", () => {
    fc.assert(
      fc.property(draws, share, share, (values, a, b) => {
        const [low = Number.NaN, high = Number.NaN] = percentiles(values, [Math.min(a, b), Math.max(a, b)]);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe("chanceAtMost", () => {
  it("interpolates as percentile does", () => {
    const sorted = Float64Array.of(10, 20, 40);
    expect(chanceAtMost(sorted, 30)).toBe(0.75);
    expect(chanceAtMost(sorted, 9.99)).toBe(0);
    expect(chanceAtMost(sorted, 10)).toBe(0);
    expect(chanceAtMost(sorted, 40)).toBe(1);
    expect(chanceAtMost(sorted, 41)).toBe(1);
  });

  it("counts equal draws together", () => {
    expect(chanceAtMost(Float64Array.of(1, 2, 2, 2, 3), 2)).toBe(0.75);
    expect(chanceAtMost(Float64Array.of(5, 5), 5)).toBe(1);
    expect(chanceAtMost(Float64Array.of(5, 5), 4.9)).toBe(0);
  });

  it("undoes percentile where the draws differ", () => {
    const spread = Float64Array.from({ length: 101 }, (_, index) => index ** 1.5);
    fc.assert(
      fc.property(share, (at) => {
        expect(chanceAtMost(spread, percentile(spread, at))).toBeCloseTo(at, 10);
      }),
    );
  });
});
