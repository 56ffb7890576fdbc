import { describe, expect, it } from "vitest";
import { eightNodes } from "./ownership/eight-nodes.fixture.ts";
import { ownershipCost, pricePerUsedCardHour } from "./ownership/ownership-cost.ts";
import { completePurchase, type PurchaseFields, purchaseIn, purchaseSchema } from "./purchase-fields.ts";

const used = { ...eightNodes, useShare: 0.7 };

const priceOf = (fields: PurchaseFields, rate = 1): number => {
  const purchase = purchaseIn(completePurchase(fields), rate);
  return pricePerUsedCardHour(ownershipCost(purchase), purchase.useShare);
};

describe("a purchase", () => {
  it("of eight nodes costs 2.344792 a used card-hour at 70 %", () => {
    expect(priceOf(used)).toBeCloseTo(2.344792, 6);
  });

  it("in another currency costs as many times as much as one of it is worth", () => {
    expect(priceOf(used, 1.16)).toBeCloseTo(1.16 * priceOf(used), 12);
  });

  it("charges nothing that nobody states", () => {
    const { nodePrice, nodes, cardsPerNode, nodeWatts, electricityPerKilowattHour, lifetimeYears, useShare } = used;
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
    expect(purchaseSchema.safeParse({ ...used, ...wrong }).error?.issues[0]?.message).toBe(message);
  });
});
