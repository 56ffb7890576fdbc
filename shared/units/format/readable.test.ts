import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Readable, readable, readableText, readableUnit } from "./readable.ts";

const FACTORS: Record<string, number> = { "": 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 };

function readBack({ digits, prefix, exponent }: Readable): number {
  const figures = Number(digits.replace("−", "-"));
  return exponent === null ? figures * (FACTORS[prefix] ?? Number.NaN) : figures * 10 ** exponent;
}

describe("readable", () => {
  it.each([
    [12907461.179918844, "12.9 M"],
    [4302487.06, "4.30 M"],
    [9.79e6, "9.79 M"],
    [26.8e9, "26.8 B"],
    [6.5536e9, "6.55 B"],
    [15.6e12, "15.6 T"],
    [888.81395400704, "889"],
    [58512, "58.5 k"],
    [3, "3.00"],
    [0, "0"],
    [0.0123, "0.0123"],
    [0.00012, "1.20 × 10⁻⁴"],
    [-312_000, "−312 k"],
    [5.420938e24, "5.42 × 10²⁴"],
    [2e15, "2.00 × 10¹⁵"],
  ])("writes %d as %s", (n, text) => {
    expect(readableText(readable(n))).toBe(text);
  });

  it.each([
    [999_499, "999 k"],
    [999_500, "1.00 M"],
    [999_950, "1.00 M"],
    [999.5, "1.00 k"],
    [999.4, "999"],
    [9.996, "10.0"],
    [99.95, "100"],
    [999_500_000, "1.00 B"],
    [9.996e14, "1.00 × 10¹⁵"],
    [-999_950, "−1.00 M"],
  ])("carries the rounding of %d over the border: %s", (n, text) => {
    expect(readableText(readable(n))).toBe(text);
  });

  const positive = fc.double({ min: 1e-9, max: 1e20, noNaN: true });

  it("keeps three figures and stays within half a unit of the last", () => {
    fc.assert(
      fc.property(positive, (n) => {
        const shown = readable(n);
        expect(shown.digits.replace(".", "").replace(/^0+/, "")).toHaveLength(3);
        const unit = 10 ** (Math.floor(Math.log10(readBack(shown) * (1 + 1e-12))) - 2);
        expect(Math.abs(readBack(shown) - n)).toBeLessThanOrEqual(0.5 * unit * (1 + 1e-9));
      }),
    );
  });

  it("never shows a larger number as a smaller one", () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 1, max: 1.01, noNaN: true }), (n, factor) => {
        expect(readBack(readable(n * factor))).toBeGreaterThanOrEqual(readBack(readable(n)) * (1 - 1e-12));
      }),
    );
  });

  it("shows a negative number as the positive one with a minus", () => {
    fc.assert(
      fc.property(positive, (n) => {
        expect(readableText(readable(-n))).toBe(`−${readableText(readable(n))}`);
      }),
    );
  });
});

describe("readableUnit", () => {
  it.each([
    [3.5e14, "350 T"],
    [9.894e14, "989 T"],
    [80e9, "80.0 G"],
    [3_312_915, "3.31 M"],
    [700, "700"],
    [1e27, "1.00 × 10²⁷"],
  ])("writes %d as %s", (n, text) => {
    expect(readableText(readableUnit(n))).toBe(text);
  });
});
