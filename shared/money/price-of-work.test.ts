import { expect, it } from "vitest";
import { priceOfMonth, pricePerPetaflopDay } from "./price-of-work.ts";

it("prices a petaflop-day by the speed of a card", () => {
  expect(pricePerPetaflopDay(3, 3.5e14)).toBeCloseTo(205.714285714, 8);
  expect(pricePerPetaflopDay(2.1, 3.5e14)).toBeCloseTo(144, 8);
  expect(pricePerPetaflopDay(0, 3.5e14)).toBe(0);
});

it("prices a month of cards", () => {
  expect(priceOfMonth(3, 100)).toBe(216_000);
  expect(priceOfMonth(2.1, 100)).toBeCloseTo(151_200, 6);
});
