import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundToTotal } from "./round.ts";

const GOLDEN = [
  888.81395400704, 388955.9991064986, 1902022.3291813303, 3193533.466348094, 1902022.3291813303, 3224397.534237257,
  317003.7215302217, 188532.80765144504, 1790104.1799513847,
];

const amount = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }).map((halves) => halves / 2),
  fc.constant(0),
);
const amounts = fc.array(amount, { maxLength: 20 });

/** Decimals of at most three places add up exactly as whole thousandths. */
const add = (values: readonly number[]) => values.reduce((total, value) => total + Math.round(value * 1000), 0) / 1000;

describe("roundToTotal", () => {
  it("gives the missing steps to those that lost most, of equals to the first", () => {
    expect(roundToTotal([0.4, 0.4, 0.4])).toEqual({ parts: [1, 0, 0], total: 1 });
    expect(roundToTotal([1700, 2700], 1000)).toEqual({ parts: [2, 2], total: 4 });
    expect(roundToTotal([1.005, 2.005], 1, 2)).toEqual({ parts: [1.01, 2], total: 3.01 });
    expect(roundToTotal([0.2, 0.9, 0.9])).toEqual({ parts: [0, 1, 1], total: 2 });
  });

  it("makes the golden plan foot, in thousands and to the dollar", () => {
    expect(roundToTotal(GOLDEN, 1000)).toEqual({
      parts: [1, 389, 1902, 3194, 1902, 3224, 317, 188, 1790],
      total: 12907,
    });
    expect(roundToTotal(GOLDEN).total).toBe(12907461);
    // Each rounded by itself they come to one more.
    expect(add(GOLDEN.map((value) => Math.round(value / 1000)))).toBe(12908);
  });

  it("takes negative parts and an empty list", () => {
    expect(roundToTotal([-1.5, 0.5])).toEqual({ parts: [-1, 0], total: -1 });
    expect(roundToTotal([-0.6, -0.6])).toEqual({ parts: [0, -1], total: -1 });
    expect(roundToTotal([])).toEqual({ parts: [], total: 0 });
  });

  it("knows a half from the digits that are printed, not from binary fractions", () => {
    expect(roundToTotal([1.005], 1, 2).total).toBe(1.01);
    expect(roundToTotal([0.1, 0.2, 0.2]).total).toBe(1);
  });

  it("foots, moves nothing by a whole step, and leaves zero at zero", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 2 }), (values, places) => {
        const { parts, total } = roundToTotal(values, 1, places);
        const step = 10 ** -places;
        expect(add(parts)).toBeCloseTo(total, 6);
        const unrounded = values.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(total - unrounded)).toBeLessThanOrEqual(0.5 * step + 1e-5);
        values.forEach((value, index) => {
          expect(Math.abs((parts[index] ?? Number.NaN) - value)).toBeLessThan(step * (1 + 1e-6) + 1e-6);
          if (value === 0) expect(parts[index]).toBe(0);
        });
      }),
    );
  });

  it("gives a larger part never less than a smaller one", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const sorted = values.toSorted((a, b) => b - a);
        const { parts } = roundToTotal(sorted);
        for (let i = 1; i < parts.length; i++) expect(parts[i - 1]).toBeGreaterThanOrEqual(parts[i] ?? Number.NaN);
      }),
    );
  });
});
