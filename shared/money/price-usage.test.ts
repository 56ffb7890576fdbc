import { expect, it } from "vitest";
import { CardHours } from "../units/brands.ts";
import { priceUsage } from "./price-usage.ts";

it("multiplies", () => {
  expect(priceUsage(CardHours(2_788_000), 2)).toBe(5_576_000);
  expect(priceUsage(CardHours(1_090), 0)).toBe(0);
});

it("prices the golden plan at the prices named beside 3 USD", () => {
  const golden = CardHours(12907461.179918844 / 3);
  expect([2, 2.85, 3.5].map((price) => (priceUsage(golden, price) / 1e6).toFixed(2))).toEqual([
    "8.60",
    "12.26",
    "15.06",
  ]);
});
