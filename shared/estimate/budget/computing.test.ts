import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { estimate } from "../estimate.ts";
import { estimateRanges } from "../ranges.ts";
import { chargeDraws, computingCost } from "./computing.ts";
import { smallPlan } from "./small-plan.fixture.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

/** Eight runs of 8 cards, side by side on 64. */
const study = (more: object = {}) => ({
  id: "a",
  title: "A study",
  training: { runKind: "interactive", hours: 1_000, cards: 8 },
  sweeps: [{ axes: { seed: 8 } }],
  ...more,
});
const hours = (low: number, likely: number, high: number) => ({
  training: { runKind: "interactive", hours: { low, likely, high }, cards: 8 },
});

function drawn(other: object, budget: object | null = { layout: "generic", months: 36 }) {
  const plan = smallPlan(catalogue, budget ?? undefined, {
    experiments: [study()],
    clusters: [{ cards: 64 }],
    ...other,
  });
  const estimated = estimate(plan);
  const { computing, total, chanceUnderCeiling } = estimateRanges(plan, estimated);
  return { computing, rental: total.cost, chance: chanceUnderCeiling, likely: computingCost(plan, estimated) };
}

const reserved = { id: "q", price: 2, basis: "reserved", commitment: { cards: 64, hours: 8_760 } };
const TERM = 64 * 8_760 * 2;

describe("what computing costs, with what a headline quote charges beyond use", () => {
  it("is the rental where it charges nothing, and of a plan without a budget", () => {
    const price = { low: 1, likely: 2, high: 4 };
    const plain = drawn({ quotes: [{ id: "q", price }] });
    expect(plain.computing).toBe(plain.rental);
    expect(plain.likely).toBeCloseTo(128_000, 6);
    const bare = drawn({ quotes: [{ ...reserved, price }] }, null);
    expect(bare.computing).toBe(bare.rental);
    expect(bare.likely).toBeCloseTo(128_000, 6);
  });

  it("goes by the price alone where the work stays within what is reserved, however long it is", () => {
    const experiments = [study(hours(500, 1_000, 2_000))];
    const price = { low: 1.999, likely: 2, high: 2.001 };
    const { computing, chance, likely } = drawn({ experiments, quotes: [{ ...reserved, price }], ceiling: 1.2e6 });
    expect(likely).toBeCloseTo(TERM, 4);
    expect(computing.low).toBeCloseTo((TERM * 1.999) / 2, 4);
    expect(computing.p10).toBeGreaterThan(computing.low);
    expect(computing.p90).toBeLessThan(computing.high);
    expect(computing.high).toBeCloseTo((TERM * 2.001) / 2, 4);
    expect(chance).toBe(1);
  });

  it("takes the whole term again where the work is longer than it", () => {
    const experiments = [study(hours(5_000, 8_000, 10_000))];
    const { computing } = drawn({ experiments, quotes: [reserved] });
    expect([computing.low, computing.p50, computing.high]).toEqual([
      expect.closeTo(TERM, 4),
      expect.closeTo(TERM, 4),
      expect.closeTo(2 * TERM, 4),
    ]);
    // PERT(5,000, 8,000, 10,000) is above 8,760 in 16 draws of a hundred.
    expect(computing.p90).toBeCloseTo(2 * TERM, 4);
  });

  it("charges where the likely work leaves no increment open and longer work does", () => {
    const experiments = [study(hours(900, 1_000, 1_500))];
    const { computing, likely } = drawn({
      experiments,
      quotes: [{ id: "q", price: 2, billingIncrementMinutes: 60_000 }],
    });
    expect([likely, computing.low]).toEqual([expect.closeTo(128_000, 6), expect.closeTo(128_000, 6)]);
    expect(computing.high).toBeCloseTo(256_000, 6);
  });

  it("schedules more runs beside each other, not longer ones", () => {
    const sweeps = [{ axes: { seed: { low: 4, likely: 8, high: 32 } } }];
    const { computing, rental, likely } = drawn({
      experiments: [study({ sweeps })],
      quotes: [{ id: "q", price: 2, minimumCards: 64 }],
    });
    // 32 cards for 1,000 h are paid as 64; eight runs fill these, and 32 runs do four times as long.
    expect([computing.low, likely, computing.high]).toEqual([
      expect.closeTo(128_000, 3),
      expect.closeTo(128_000, 3),
      expect.closeTo(512_000, 3),
    ]);
    expect(rental.low).toBeCloseTo(64_000, 3);
    expect(computing.p10).toBeGreaterThan(127_999);
  });

  it("goes by each quote's own work and price where there are several", () => {
    const other = study({ id: "b", title: "B study", hardware: { accelerator: "a100-sxm-80" } });
    const experiments = [study(), other];
    const price = { low: 0.5, likely: 1, high: 9 };
    const quotes = [
      { ...reserved, headline: true, accelerator: "h100-sxm", commitment: { cards: 64, hours: 1_100 } },
      { id: "a", price, headline: true, accelerator: "a100-sxm-80" },
    ];
    const { computing, likely } = drawn({ experiments, quotes });
    expect([computing.low, likely, computing.high]).toEqual([
      expect.closeTo(140_800 + 32_000, 4),
      expect.closeTo(140_800 + 64_000, 4),
      expect.closeTo(140_800 + 576_000, 4),
    ]);
  });
});

it("says how more runs count in the draws", () => {
  const quotes = [{ id: "q", title: "Q", price: 2, minimumCards: 64 }];
  const of = (experiments: object[], budget: object | null = { layout: "generic" }) => {
    const plan = smallPlan(catalogue, budget ?? undefined, { experiments, clusters: [{ cards: 64 }], quotes });
    return chargeDraws(plan, estimate(plan));
  };
  const seeds = { sweeps: [{ axes: { seed: { low: 4, likely: 8, high: 32 } } }] };
  expect(of([study()], null)).toBeNull();
  expect(of([study(hours(500, 1_000, 2_000))])).toEqual({ quotes: ["Q"], moreRunsAre: null });
  expect(of([study(seeds)])).toEqual({ quotes: ["Q"], moreRunsAre: "scheduled" });
  const many = Array.from({ length: 101 }, (_, index) => study({ ...seeds, id: `e${index}` }));
  expect(of(many)?.moreRunsAre).toBe("longer");
});
