import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Scientific, scientific, scientificText, significant, superscript } from "./significant.ts";

const positive = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
const value = ({ mantissa, exponent }: Scientific) => Number(`${mantissa.replace("−", "-")}e${exponent}`);

describe("scientific", () => {
  it.each([
    [5.420938e24, "5.42", 24],
    [9.9951e23, "1.00", 24],
    [3.733e20, "3.73", 20],
    [-1234, "−1.23", 3],
    [0, "0.00", 0],
    [0.00012345, "1.23", -4],
  ])("takes %d apart", (n, mantissa, exponent) => {
    expect(scientific(n)).toEqual({ mantissa, exponent });
  });

  it("is within half a unit of its last figure", () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 6 }), (n, figures) => {
        const parts = scientific(n, figures);
        const halfUnit = 0.5 * 10 ** (parts.exponent - figures + 1);
        expect(Math.abs(value(parts) - n)).toBeLessThanOrEqual(halfUnit * (1 + 1e-9));
      }),
    );
  });

  it("is monotone", () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 1, max: 1.01, noNaN: true }), (n, factor) => {
        expect(value(scientific(n * factor))).toBeGreaterThanOrEqual(value(scientific(n)));
      }),
    );
  });
});

describe("significant", () => {
  it.each([
    [3, "3.00"],
    [12.345, "12.3"],
    [0.0123456, "0.0123"],
    [41234, "41200"],
    [99.96, "100"],
    [9.996, "10.0"],
    [-2.5, "−2.50"],
    [0, "0.00"],
  ])("writes %d as %s", (n, text) => {
    expect(significant(n)).toBe(text);
  });

  it("takes another count of figures", () => {
    expect(significant(Math.PI, 5)).toBe("3.1416");
  });

  it("says the same as the scientific form", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (n) => {
        expect(Number(significant(n))).toBe(value(scientific(n)));
      }),
    );
  });
});

describe("powers of ten in plain text", () => {
  it("raises every figure", () => {
    expect(superscript(-1234567890)).toBe("⁻¹²³⁴⁵⁶⁷⁸⁹⁰");
    expect(scientificText(5.420938e24)).toBe("5.42 × 10²⁴");
    expect(scientificText(1.2e-7)).toBe("1.20 × 10⁻⁷");
  });
});
