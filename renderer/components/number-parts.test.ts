// @vitest-environment node
import { describe, expect, it } from "vitest";
import { amountParts, numberParts } from "./number-parts.ts";

describe("numberParts", () => {
  it.each([
    [0, "0", null],
    [58_512, "58,512", null],
    [4_302_487.059920635, "4,302,487.06", null],
    [43.02487060380523, "43.0248706", null],
    [0.0012345678901, "0.00123457", null],
    [-794_859.73, "−794,859.73", null],
    [5.421133695502e24, "5.421133696", 24],
    [3.5e14, "3.5", 14],
    [2.5e-9, "2.5", -9],
  ])("%d is %s, exponent %s", (value, digits, exponent) => {
    expect(numberParts(value)).toEqual({ digits, exponent });
  });
});

describe("amountParts", () => {
  it.each([
    [3, "USD per card-hour", "3.00"],
    [3, "USD/h", "3.00"],
    [12_907_461.1799, "USD", "12,907,461.18"],
    [-0.5, "EUR", "−0.50"],
    [-0.001, "EUR", "0.00"],
    [-1777.63, "USD", "−1,777.63"],
    [3, "FLOP", "3"],
    [15, "", "15"],
  ])("%d %s is %s", (value, unit, digits) => {
    expect(amountParts(value, unit).digits).toBe(digits);
  });
});
