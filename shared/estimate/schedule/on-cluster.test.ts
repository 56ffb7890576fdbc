import { describe, expect, it } from "vitest";
import { completeAccelerator } from "../../hardware/accelerator.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import { estimate } from "../estimate.ts";
import { plan } from "../plan.fixture.ts";
import { estimateRanges } from "../ranges.ts";
import { atSpeedOf, clusterFor, grantedCards } from "./on-cluster.ts";

const half = completeAccelerator({ name: "Half", densePeak: { bf16: 5e14 } });

describe("grantedCards", () => {
  it("are whole cards of the share, at least one, and none is lost to rounding", () => {
    expect(grantedCards(clusterOf(4_096, { share: 0.25 }))).toBe(1_024);
    expect(grantedCards(clusterOf(30, { share: 0.1 }))).toBe(3);
    expect(grantedCards(clusterOf(10, { share: 0.05 }))).toBe(1);
    expect(grantedCards(clusterOf(10, { share: 0.99 }))).toBe(9);
  });
});

it.each([
  [16, 0.25, 64],
  [1, 0.3, 4],
  [3, 0.1, 30],
  [16, 1, 16],
  [10_000_000, 1, 10_000_000],
  [10_000_000, 0.5, null],
  [Number.MAX_SAFE_INTEGER, 1, null],
])("%d cards at a share of %d are granted of %s", (granted, share, cards) => {
  expect(clusterFor(granted, { share })).toBe(cards);
  if (cards !== null) {
    expect(grantedCards({ cards, share })).toBeGreaterThanOrEqual(granted);
    expect(Math.floor((cards - 1) * share + 1e-9)).toBeLessThan(granted);
  }
});

describe("a plan on a cluster of another card", () => {
  it("is the plan itself where the cluster has the plan's card", () => {
    const own = plan();
    expect(atSpeedOf(own, clusterOf(8))).toBe(own);
    expect(atSpeedOf(own, clusterOf(8, { accelerator: own.cards[0]?.accelerator ?? null }))).toBe(own);
  });

  it("takes as much longer, ideally too, and as much of the cards as is granted", () => {
    const of = plan({ clusters: [clusterOf(10), clusterOf(10, { accelerator: half }), clusterOf(10, { share: 0.5 })] });
    const estimated = estimate(of);
    const [own, slower, shared] = estimated.idealHours;
    expect((slower ?? 0) / (own ?? 1)).toBeCloseTo(2, 12);
    expect((shared ?? 0) / (own ?? 1)).toBeCloseTo(2, 12);
    const ranges = estimateRanges(of, estimated, { draws: 10 }).idealHours;
    expect(ranges.map(({ p50 }, index) => p50 / (estimated.idealHours[index] ?? 0))).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ]);
  });
});
