import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../units/format/exact.ts";
import { readNumber } from "./read-number.ts";

describe("readNumber", () => {
  it.each([
    ["128", 128],
    [" 3.5e14 ", 3.5e14],
    ["1e-5", 1e-5],
    [".5", 0.5],
    ["5.", 5],
    ["-2", -2],
    ["−2.5", -2.5],
    ["+3", 3],
    ["1 000 000", 1e6],
    ["1\u202f000\u00a0000", 1e6],
    ["1,000,000", 1e6],
    ["1,000", 1000],
    ["1,234.5", 1234.5],
    ["1_000_000", 1e6],
    ["1'000", 1000],
    ["1’000", 1000],
    ["12.9M", 12_900_000],
    ["12.9 M", 12_900_000],
    ["50k", 50_000],
    ["7B", 7e9],
    ["1.4T", 1.4e12],
    ["350G", 3.5e11],
    ["1,000k", 1e6],
    ["3.5 × 10^14", 3.5e14],
    ["3.5×10¹⁴", 3.5e14],
    ["3.5x10^14", 3.5e14],
    ["1 · 10⁻⁵", 1e-5],
    ["10^6", 1e6],
    ["2^20", 1_048_576],
    ["0", 0],
    ["-0", 0],
  ])("reads %j", (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  it("reads shares where they are allowed", () => {
    expect(readNumber("40 %", { percent: true })).toEqual({ ok: true, value: 0.4 });
    expect(readNumber("0.7%", { percent: true })).toEqual({ ok: true, value: 0.007 });
    expect(readNumber("0.4", { percent: true })).toEqual({ ok: true, value: 0.4 });
    expect(readNumber("40 %")).toEqual({
      ok: false,
      error: "Write the number itself; a share in % is not used here.",
    });
  });

  it.each([
    ["", "Write a number, as 128, 3.5e14, 12.9M or 1,000,000."],
    ["many", "Write a number, as 128, 3.5e14, 12.9M or 1,000,000."],
    ["0,5", "Write 0.5 with a point. A comma parts groups of three digits, as in 1,000,000."],
    ["0,125", "Write 0.125 with a point. A comma parts groups of three digits, as in 1,000,000."],
    ["2,85", "Write 2.85 with a point. A comma parts groups of three digits, as in 1,000,000."],
    ["1.000.000", "Write 1000000. The point is the decimal mark here."],
    ["1.000,5", "Write 1000.5. The point is the decimal mark here."],
    ["1e", "The exponent is missing, as 14 in 3.5e14."],
    ["3.5e-", "The exponent is missing, as 14 in 3.5e14."],
    ["5m", "Write 5M for millions; a small m could be a thousandth."],
    ["80 GB", "Write the number without GB. Allowed after it: k, M, B, G or T."],
    ["2.85 USD", "Write the number without USD. Allowed after it: k, M, B, G or T."],
    ["1e400", "This number is too large; the largest is 1.7e308."],
    ["1,00,000", "Write a number, as 128, 3.5e14, 12.9M or 1,000,000."],
    ["0x10", "Write a number, as 128, 3.5e14, 12.9M or 1,000,000."],
    ["1 2", "Write a number, as 128, 3.5e14, 12.9M or 1,000,000."],
  ])("says of %j what to write", (text, error) => {
    expect(readNumber(text)).toEqual({ ok: false, error });
  });

  it("reads every number as JavaScript and as this program writes it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (double, whole) => {
        fc.pre(!Object.is(double, -0));
        expect(readNumber(String(double))).toEqual({ ok: true, value: double });
        expect(readNumber(exact(whole))).toEqual({ ok: true, value: whole });
      }),
    );
  });

  it("answers any text with a number or a sentence", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,eE+-× ^kM%'") })), (text) => {
        const read = readNumber(text);
        if (read.ok) expect(Number.isFinite(read.value)).toBe(true);
        else expect(read.error).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
