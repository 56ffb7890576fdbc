import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { costAfterWaiting, type PriceTrends, priceTrendsSchema } from "./price-trend.ts";

const shipped: PriceTrends = priceTrendsSchema.parse(
  JSON.parse(readFileSync(new URL("../../assets/catalog/price-performance.json", import.meta.url), "utf8")),
);

describe("the shipped trends", () => {
  it("are what the source says, each within its interval", () => {
    expect(shipped.trends.map(({ id, doublingYears, cards }) => [id, doublingYears, cards])).toEqual([
      ["ml-gpus", 2.07, 26],
      ["all-gpus", 2.46, 470],
      ["top-gpus", 2.95, 57],
      ["fp16", 2.3, 91],
    ]);
    for (const { low, doublingYears, high } of shipped.trends) {
      expect(low).toBeLessThan(doublingYears);
      expect(doublingYears).toBeLessThan(high);
    }
  });

  it("say tenfold in the 6.86 and 8.17 years that the source names", () => {
    const tenfold = (id: string) => {
      const { doublingYears = Number.NaN } = shipped.trends.find((trend) => trend.id === id) ?? {};
      return Math.log2(10) * doublingYears;
    };
    expect(tenfold("ml-gpus")).toBeCloseTo(6.88, 2);
    expect(tenfold("all-gpus")).toBeCloseTo(8.17, 2);
  });
});

describe("costAfterWaiting", () => {
  it("halves with every doubling of what money buys", () => {
    expect(costAfterWaiting(1_000_000, 0, 2.07)).toBe(1_000_000);
    expect(costAfterWaiting(1_000_000, 2.07, 2.07)).toBe(500_000);
    expect(costAfterWaiting(1_000_000, 1, 2.07)).toBeCloseTo(715_442.74, 2);
  });
});
