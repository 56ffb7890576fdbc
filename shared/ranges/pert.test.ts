import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pert, pertGrid, pertMean, pertQuantile, pertShape } from "./pert.ts";

const range = (low: number, likely: number, high: number): Pert => ({ low, likely, high });

const anyRange = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), share())
  .map(([low, width, at]) => {
    const high = low + width;
    return range(low, Math.min(high, low + at * width), high);
  });

function share() {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

describe("pertMean and pertShape", () => {
  it("weigh the likely value four times", () => {
    expect(pertMean(range(10, 15, 15))).toBeCloseTo(85 / 6, 13);
    expect(pertShape(range(0, 20, 100))).toEqual({ alpha: 1.8, beta: 4.2 });
    expect(pertShape(range(10, 15, 15))).toEqual({ alpha: 5, beta: 1 });
  });
});

describe("pertQuantile", () => {
  it.each([
    [range(10, 15, 15), [13.1547867, 14.3527528, 14.8957418]],
    [range(5, 5, 10), [5.1042582, 5.6472472, 6.8452133]],
    [range(0, 50, 100), [24.6636453, 50, 75.3363547]],
    [range(0, 20, 100), [8.990213, 27.6672259, 54.533405]],
  ])("gives P10, P50 and P90 of %o", (of, expected) => {
    expect([0.1, 0.5, 0.9].map((p) => Number(pertQuantile(of, p).toFixed(7)))).toEqual(expected);
  });

  // Computed to 40 digits by bisection with an arbitrary-precision library.
  it.each([
    [range(0, 20, 100), 1e-9, 0.00029095963348301575],
    [range(0, 20, 100), 0.0001, 0.1747740187576135],
    [range(0, 20, 100), 0.01, 2.3134526192264713],
    [range(0, 20, 100), 0.5, 27.667225939251885],
    [range(0, 20, 100), 0.75, 41.422662695446384],
    [range(0, 20, 100), 0.999, 85.75515687386786],
    [range(2, 3, 3.5), 0.0001, 2.0730142582524973],
    [range(2, 3, 3.5), 0.1, 2.5333149535691293],
    [range(2, 3, 3.5), 0.9, 3.270458459485281],
    [range(0, 0.5, 100), 1e-9, 3.034270084449207e-8],
    [range(0, 0.5, 100), 0.1, 2.2084675524011352],
    [range(0, 0.5, 100), 0.999, 75.22326194370656],
    [range(10, 14, 15), 0.0001, 10.407426609019947],
    [range(10, 14, 15), 0.5, 13.616638703037406],
    [range(1, 3, 10), 0.01, 1.2444987486736885],
    [range(1, 3, 10), 0.9, 6.064204993802897],
  ])("of %o at %d is right to 1e-13", (of, p, value) => {
    expect(Math.abs(pertQuantile(of, p) / value - 1)).toBeLessThan(1e-13);
  });

  it("has a closed form where the likely value is an end", () => {
    expect(pertQuantile(range(10, 15, 15), 0.3)).toBeCloseTo(10 + 5 * 0.3 ** 0.2, 14);
    expect(pertQuantile(range(5, 5, 10), 0.3)).toBeCloseTo(10 - 5 * 0.7 ** 0.2, 14);
  });

  it("joins the closed form without a step", () => {
    const atEnd = pertQuantile(range(10, 15, 15), 0.4);
    const nearEnd = pertQuantile(range(10, 15 - 1e-9, 15), 0.4);
    expect(Math.abs(atEnd - nearEnd)).toBeLessThan(1e-8);
  });

  it("is the value itself where there is no doubt", () => {
    expect(pertQuantile(range(3, 3, 3), 0.37)).toBe(3);
  });

  it("reaches from low to high and no further, and never falls", () => {
    fc.assert(
      fc.property(anyRange, share(), share(), (of, a, b) => {
        const lower = pertQuantile(of, Math.min(a, b));
        const upper = pertQuantile(of, Math.max(a, b));
        expect(lower).toBeGreaterThanOrEqual(of.low);
        expect(upper).toBeLessThanOrEqual(of.high);
        expect(upper - lower).toBeGreaterThanOrEqual(-1e-12 * (of.high - of.low));
        expect(pertQuantile(of, 0)).toBe(of.low);
        expect(pertQuantile(of, 1)).toBe(of.high);
      }),
    );
  });

  it("mirrors", () => {
    fc.assert(
      fc.property(share(), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (likely, p) => {
        const there = pertQuantile(range(0, likely, 1), p);
        const back = 1 - pertQuantile(range(0, 1 - likely, 1), 1 - p);
        expect(Math.abs(there - back)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("pertGrid", () => {
  it("holds the quantiles at i / (n − 1)", () => {
    const grid = pertGrid(range(5, 5, 10), 3);
    expect([...grid].map((x) => Number(x.toFixed(7)))).toEqual([5, 5.6472472, 10]);
  });

  it.each([
    range(0, 20, 100),
    range(2, 3, 3.5),
    range(10, 14.9999, 15),
    range(0, 1e-7, 1),
    range(10, 15, 15),
    range(5, 5, 10),
    range(-3, 0, 1e6),
  ])("agrees with single quantiles over the whole of %o", (of) => {
    for (const n of [10_000, 777]) {
      const grid = pertGrid(of, n);
      for (let i = 0; i < n; i += i < 50 || i > n - 50 ? 1 : 37) {
        const single = pertQuantile(of, i / (n - 1));
        expect(Math.abs((grid[i] as number) - single)).toBeLessThanOrEqual(1e-13 * (of.high - of.low));
      }
    }
  });

  it("never falls, and is even about the middle for a symmetric range", () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 2, max: 60 }), (of, n) => {
        const grid = pertGrid(of, n);
        expect(grid).toHaveLength(n);
        expect([grid[0], grid[n - 1]]).toEqual([of.low, of.high]);
        for (let i = 1; i < n; i++) expect(grid[i]).toBeGreaterThanOrEqual(grid[i - 1] as number);
      }),
    );
    const even = pertGrid(range(0, 50, 100), 100);
    for (let i = 0; i < 100; i++) expect((even[i] as number) + (even[99 - i] as number)).toBeCloseTo(100, 11);
  });

  it("repeats the value of a range of no width", () => {
    expect(pertGrid(range(3, 3, 3), 4)).toEqual(Float64Array.of(3, 3, 3, 3));
  });
});
