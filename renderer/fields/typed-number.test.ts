import fc from "fast-check";
import { expect, it } from "vitest";
import { shownNumber, typedNumber } from "./typed-number.ts";

it.each([
  ["0.35", 0, 0.35],
  ["14.1", -2, 0.141],
  ["350", 12, 3.5e14],
  ["1,000,000", 0, 1e6],
  ["1 000 000", 0, 1e6],
  [" 2e-5 ", 0, 2e-5],
  [".5", 0, 0.5],
  ["14.1 %", -2, 0.141],
  ["350 T", 12, 3.5e14],
  ["12.9M", 0, 12_900_000],
  ["3.5 × 10¹⁴", 0, 3.5e14],
  ["1e", 0, null],
  ["", 0, null],
  ["1,5", 0, null],
  ["1e999", 0, null],
  ["0x10", 0, null],
])("%j × 10^%i is typed as %j", (text, exponent, value) => {
  expect(typedNumber(text, exponent)).toBe(value);
});

it("shows what was typed", () => {
  expect([shownNumber(0.35, -2), shownNumber(3.5e14, 12), shownNumber(1e-7, 0), shownNumber(3.8e25, 0)]).toEqual([
    "35",
    "350",
    "1e-7",
    "3.8e25",
  ]);
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-100, max: 1e100 }),
      fc.integer({ min: -6, max: 12 }),
      (value, exponent) => {
        expect(typedNumber(shownNumber(value, 0), 0)).toBe(value);
        const typed = typedNumber(shownNumber(value, exponent), exponent);
        expect(Math.abs((typed ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-15);
      },
    ),
  );
});
