import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Rate, rateSchema } from "./rate.ts";

const catalogue = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/catalog/${name}.json`, import.meta.url), "utf8"));

const rates: readonly Rate[] = z.array(rateSchema).parse(catalogue("rates"));
const rate = (id: string) => rates.find((row) => row.id === id);

describe("the catalogue of rates", () => {
  it("has 155 rows, each under an id of its own", () => {
    expect(rates).toHaveLength(155);
    expect(new Set(rates.map(({ id }) => id)).size).toBe(155);
  });

  it("has at least one price in every row, and none that is a blank taken for 0", () => {
    for (const { id, prices } of rates) {
      const stated = Object.values(prices).filter((price) => price !== null);
      expect(stated.length, id).toBeGreaterThan(0);
      expect(Math.min(...stated), id).toBeGreaterThan(0);
    }
  });

  it("has prices of cards, not of whole instances", () => {
    for (const { id, prices } of rates)
      expect(Math.max(...Object.values(prices).map((p) => p ?? 0)), id).toBeLessThan(20);
  });

  it("names accelerators of the catalogue only", () => {
    const known = new Set(
      z
        .array(z.object({ id: z.string() }))
        .parse(catalogue("accelerators"))
        .map(({ id }) => id),
    );
    for (const { id, acceleratorId } of rates)
      if (acceleratorId !== null) expect(known.has(acceleratorId), id).toBe(true);
  });

  it("leaves a date that nobody stated unknown", () => {
    expect(rate("oci-h100-sxm")?.date).toBeNull();
    expect(rate("gcp-tpu-v5p-us-east5")?.date).toBeNull();
    expect(rate("aws-h100-sxm-2026-01")?.date).toBe("2026-01-21");
    expect(rates.every(({ date }) => date === null || date < "2026-02")).toBe(true);
  });

  it("keeps to its sources", () => {
    expect(rate("aws-h100-sxm-2026-01")).toMatchObject({
      provider: "AWS",
      acceleratorId: "h100-sxm",
      instance: "p5.48xlarge",
      cardsPerInstance: 8,
      prices: { onDemand: 6.88, spot: null, reserved1y: null, reserved3y: null },
    });
    expect(rate("gcp-h100-sxm-2025-03")?.prices).toEqual({
      onDemand: 11.06,
      spot: null,
      reserved1y: 7.67,
      reserved3y: 4.86,
    });
    // An L40 is not an L40S, and which A100 this is the source does not say.
    expect(rate("hyperstack-l40")?.acceleratorId).toBeNull();
    expect(rate("cudo-a100-pcie-2025-03")?.acceleratorId).toBeNull();
    expect(rates.filter(({ source }) => /memory/i.test(source))).toEqual([]);
  });
});

describe("rateSchema", () => {
  it("refuses a price of 0: a blank is null", () => {
    const [row] = rates;
    expect(rateSchema.safeParse({ ...row, prices: { ...row?.prices, spot: 0 } }).success).toBe(false);
    expect(rateSchema.safeParse({ ...row, date: "today" }).success).toBe(false);
  });
});
