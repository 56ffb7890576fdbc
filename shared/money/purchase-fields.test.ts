import { describe, expect, it } from "vitest";
import { ownershipCost, pricePerUsedCardHour } from "./ownership/ownership-cost.ts";
import { completePurchase, type PurchaseFields, purchaseIn, purchaseSchema } from "./purchase-fields.ts";

const eightNodes = {
  nodePrice: 300_000,
  nodes: 8,
  cardsPerNode: 8,
  networkShare: 0.15,
  nodeWatts: 10_200,
  load: 0.8,
  pue: 1.3,
  electricityPerKilowattHour: 0.12,
  spacePerNodeYear: 1_500,
  maintenanceShare: 0.05,
  staffPerYear: 60_000,
  lifetimeYears: 4,
  residualShare: 0.1,
  useShare: 0.7,
};

const priceOf = (fields: PurchaseFields, rate = 1): number => {
  const purchase = purchaseIn(completePurchase(fields), rate);
  return pricePerUsedCardHour(ownershipCost(purchase), purchase.useShare);
};

describe("a purchase", () => {
  it("of eight nodes costs 2.344792 a used card-hour at 70 %", () => {
    expect(priceOf(eightNodes)).toBeCloseTo(2.344792, 6);
  });

  it("in another currency costs as many times as much as one of it is worth", () => {
    expect(priceOf(eightNodes, 1.16)).toBeCloseTo(1.16 * priceOf(eightNodes), 12);
  });

  it("charges nothing that nobody states", () => {
    const { nodePrice, nodes, cardsPerNode, nodeWatts, electricityPerKilowattHour, lifetimeYears, useShare } =
      eightNodes;
    const bare = { nodePrice, nodes, cardsPerNode, nodeWatts, electricityPerKilowattHour, lifetimeYears, useShare };
    expect(purchaseSchema.parse(bare)).toEqual(bare);
    const electricity = 8 * 10.2 * 35_040 * 0.12;
    expect(priceOf(bare)).toBeCloseTo((2_400_000 + electricity) / (64 * 35_040 * 0.7), 10);
  });

  it.each([
    [{ lifetimeYears: 0 }, "Allowed: years of use as a number above 0, at most 20"],
    [{ useShare: 70 }, "Allowed: share of the lifetime that is used as a number above 0, at most 1"],
    [{ nodes: 1.5 }, "Allowed: nodes as a whole number from 1 to 1,000,000"],
    [{ pue: 0.9 }, "Allowed: PUE as a number from 1 to 5"],
  ])("refuses %j", (wrong, message) => {
    expect(purchaseSchema.safeParse({ ...eightNodes, ...wrong }).error?.issues[0]?.message).toBe(message);
  });
});
