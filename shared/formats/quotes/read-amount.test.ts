import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyOf, decimalMarkOf, readAmount } from "./read-amount.ts";

const amountOf = (text: string, mark: "." | "," | null = null) => {
  const read = readAmount(text, mark);
  return read.ok ? read.value.value : read.error;
};

describe("readAmount", () => {
  it.each([
    ["2.5", 2.5],
    ["31.92", 31.92],
    ["8", 8],
    ["1e-3", 0.001],
    [".5", 0.5],
    ["1,234.50", 1234.5],
    ["1.234,50", 1234.5],
    ["12,345,678.9", 12_345_678.9],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["2,5", 2.5],
    ["0,123", 0.123],
    ["0.123", 0.123],
    ["1234,567", 1234.567],
    ["1 234,50", 1234.5],
    ["1\u202f234,50", 1234.5],
    ["1'234.50", 1234.5],
    ["-2,5", -2.5],
  ])("reads %s without knowing the file", (text, value) => {
    expect(amountOf(text)).toBe(value);
  });

  it("needs the rest of the file where a number can mean two things", () => {
    expect(amountOf("1,234")).toBe(
      "“1,234” can be 1.234 or 1234: the file does not show which sign it writes decimals with",
    );
    expect(amountOf("1.234")).toContain("can be 1.234 or 1234");
    expect([amountOf("1,234", ","), amountOf("1,234", ".")]).toEqual([1.234, 1234]);
    expect([amountOf("1.234", ","), amountOf("1.234", ".")]).toEqual([1234, 1.234]);
  });

  it.each([
    ["", "is blank"],
    ["  ", "is blank"],
    ["n/a", "“n/a” is not a number"],
    ["1,23,4", "“1,23,4” is not a number"],
    ["1.23.4", "“1.23.4” is not a number"],
    ["1e999", "“1e999” is not a number that can be counted with"],
    ["2.5 credits", "“2.5 credits” is not a number"],
    ["NaN", "“NaN” is not a number"],
  ])("refuses %j", (text, error) => {
    expect(amountOf(text)).toBe(error);
  });

  it.each([
    ["$2.50", 2.5, "USD"],
    ["US$ 2.50/h", 2.5, "USD"],
    ["2,50 €", 2.5, "EUR"],
    ["EUR 1.234,50", 1234.5, "EUR"],
    ["2.95 USD per GPU-hour", 2.95, "USD"],
    ["£3.10 / hr", 3.1, "GBP"],
  ])("reads the currency of %s", (text, value, currency) => {
    expect(readAmount(text, null)).toEqual({ ok: true, value: { value, currency } });
  });

  it("reads what toLocaleString writes, in either spelling", () => {
    const spelled = (locale: string) => (value: number) =>
      value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        const value = cents / 100;
        for (const locale of ["en-US", "de-DE", "fr-FR", "de-CH"]) expect(amountOf(spelled(locale)(value))).toBe(value);
      }),
    );
  });
});

it("knows a decimal mark where there is no doubt", () => {
  const marks = ["1.234,50", "2,5", "0,123", "1,234.50", "2.50", "$1,234.50", "1,234", "1.234", "8", "x", ""];
  expect(marks.map(decimalMarkOf)).toEqual([",", ",", ",", ".", ".", ".", null, null, null, null, null]);
});

it("knows currencies by sign and by code", () => {
  expect(["$", "€", "eur", "SEK", "US$", "kr", ""].map(currencyOf)).toEqual([
    "USD",
    "EUR",
    null,
    "SEK",
    "USD",
    null,
    null,
  ]);
});
