import { expect, it } from "vitest";
import {
  countText,
  moneyExact,
  perCent,
  priceText,
  rangeText,
  shareText,
  stated,
  timeRangeText,
  timeWords,
  wholeShareText,
} from "./amounts.ts";

it.each([
  [11_806_149, 12_845_235, "11.8–12.8 M"],
  [980_000, 1_200_000, "980 k–1.20 M"],
  [3, 3.001, "3.00"],
  [793, 1_457, "793–1,460"],
  [1e24, 2e24, "1.00 × 10²⁴–2.00 × 10²⁴"],
])("writes the range %d to %d as %s", (from, to, text) => {
  expect(rangeText(from, to)).toBe(text);
});

it.each([
  [3, "3.00"],
  [2.85, "2.85"],
  [0.4275, "0.4275"],
  [1.7474363992172213, "1.7474"],
  [0.000123456, "0.0001235"],
  [1_234.5, "1,234.50"],
  [0, "0.00"],
])("writes the price %d as %s", (price, text) => {
  expect(priceText(price)).toBe(text);
});

it("writes money to the cent, and with every digit where the cent is too coarse", () => {
  expect(moneyExact(12_907_461.1799, "USD")).toBe("12,907,461.18 USD");
  expect(moneyExact(0.004_27, "EUR")).toBe("0.00427 EUR");
  expect(moneyExact(0, "USD")).toBe("0.00 USD");
});

it("writes times in a sentence, and the unit of a range once", () => {
  expect(timeWords(43.0249)).toBe("43.0 hours");
  expect([0, 1, 8_760].map(timeWords)).toEqual(["0 hours", "1 hour", "1 year"]);
  expect(timeRangeText(8_760, 12_264)).toBe("1–1.4 years");
  expect(timeWords(430_248.7)).toBe("49.1 years");
  expect(timeRangeText(39.4, 42.8)).toBe("39.4–42.8 h");
  expect(timeRangeText(20, 100)).toBe("20.0 h–4.2 days");
});

it("never rounds a part to nothing, nor most of something to all of it", () => {
  expect(shareText(0.0004)).toBe("less than 0.1 %");
  expect(shareText(0.1427)).toBe("14.3 %");
  expect(wholeShareText(0.409)).toBe("41 %");
  expect(wholeShareText(0.004)).toBe("less than 1 %");
  expect(wholeShareText(0.998)).toBe("nearly all");
});

it("writes what was stated with the digits that were stated", () => {
  expect(perCent(0.3)).toBe("30 %");
  expect(perCent(0.025)).toBe("2.5 %");
  expect(stated(15)).toBe("15");
  expect(stated(1_281_167)).toBe("1,281,167");
  expect(stated(3.3e13)).toBe("3.3 × 10¹³");
  expect(countText(58_512)).toBe("58,512");
  expect(countText(12.25)).toBe("12.3");
});
