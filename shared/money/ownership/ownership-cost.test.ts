import { expect, it } from "vitest";
import { eightNodes } from "./eight-nodes.fixture.ts";
import { ownershipCost, pricePerUsedCardHour } from "./ownership-cost.ts";

it("adds up capital, running costs and residual", () => {
  const cost = ownershipCost(eightNodes);
  expect(cost.cards).toBe(64);
  expect(cost.cardHours).toBe(2_242_560);
  expect(cost.capital).toBeCloseTo(2_760_000, 6);
  expect(cost.kilowattHoursPerYear).toBeCloseTo(743_408.64, 6);
  expect(cost.electricityPerYear).toBeCloseTo(89_209.0368, 6);
  expect(cost.spacePerYear).toBe(12_000);
  expect(cost.maintenancePerYear).toBeCloseTo(138_000, 6);
  expect(cost.runningPerYear).toBeCloseTo(299_209.0368, 6);
  expect(cost.residual).toBeCloseTo(276_000, 6);
  expect(cost.total).toBeCloseTo(3_680_836.1472, 6);
});

it("prices a used card-hour", () => {
  expect(pricePerUsedCardHour(ownershipCost(eightNodes), 0.7)).toBeCloseTo(2.344792, 6);
  expect(pricePerUsedCardHour(ownershipCost(eightNodes), 0)).toBe(Number.POSITIVE_INFINITY);
});
