import { expect, it } from "vitest";
import { CardHours, FlopPerSecond, Hours, Money } from "../units/brands.ts";
import { flopForDeadline, flopForMoney, flopOfCardHours } from "./means.ts";

const SPEED = FlopPerSecond(3.5e14);

it("counts what card-hours and a sum of money amount to", () => {
  expect(flopOfCardHours(CardHours(1), SPEED)).toBe(1.26e18);
  expect(flopForMoney(Money(1e6), Money(3), SPEED) / 4.2e23).toBeCloseTo(1, 12);
});

it("counts what a cluster does before a deadline", () => {
  const day = flopForDeadline(10_000, Hours(24), FlopPerSecond(989e12 * 0.4 * 0.85));
  expect(day.toPrecision(8)).toBe("2.9052864e+23");
});
