import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPlan } from "./arbitrary-plan.fixture.ts";
import { estimate } from "./estimate.ts";
import { cardAt, certain, input, plan, runClass, uncertain } from "./plan.fixture.ts";
import { estimateRanges } from "./ranges.ts";
import { swings } from "./sensitivity.ts";

const rangesOf = (random: ReturnType<typeof plan>, draws = 1_000) =>
  estimateRanges(random, estimate(random), { draws });

describe("ranges", () => {
  it("of a single input are the quantiles of its PERT distribution", () => {
    const inputs = [input(10, 15, 15)];
    const one = plan({ inputs, classes: [runClass({ labels: 1, counts: [uncertain(inputs, 0)] })] });
    const { cost } = rangesOf(one, 10_000).total;
    const each = estimate(one).withReruns.cost / 15;
    expect(cost.low).toBeCloseTo(10 * each, 12);
    expect(cost.high).toBeCloseTo(15 * each, 12);
    for (const [value, share] of [
      [cost.p10, 0.1],
      [cost.p50, 0.5],
      [cost.p90, 0.9],
    ] as const) {
      expect(value / each).toBeCloseTo(10 + 5 * share ** 0.2, 6);
    }
  });

  it("put a lower speed at the dear end", () => {
    const inputs = [input(0.2, 0.4, 0.5)];
    const one = plan({ inputs, cards: [cardAt(uncertain(inputs, 0))] });
    const { cost, flop } = rangesOf(one).total;
    const likely = estimate(one).withReruns.cost;
    expect(cost.low).toBeCloseTo((likely * 0.4) / 0.5, 12);
    expect(cost.high).toBeCloseTo((likely * 0.4) / 0.2, 12);
    expect(flop.low).toBe(flop.high);
  });

  it("have each width's own speed where the plan states a table by width", () => {
    const points = [
      { width: 128, utilisation: 0.1 },
      { width: 256, utilisation: 0.4 },
    ];
    const cards = points.map(({ width, utilisation }) => ({
      ...cardAt(certain(1)),
      speed: { kind: "byWidth", utilisation: certain(utilisation), width, points } as const,
    }));
    const classes = [runClass(), runClass({ model: 1, card: 1 })];
    const byWidth = plan({ cards, classes });
    const alone = (card: number) =>
      estimate(
        plan({ cards: [cardAt(certain(points[card]?.utilisation ?? 0))], classes: [{ ...runClass({ model: card }) }] }),
      );
    const cost = alone(0).withReruns.cost + alone(1).withReruns.cost;
    expect(estimate(byWidth).withReruns.cost).toBeCloseTo(cost, 9);
    expect(rangesOf(byWidth).total.cost.p50).toBeCloseTo(cost, 9);
  });

  it("run a conditional sweep in as many draws as its probability says", () => {
    const conditional = plan({ classes: [runClass(), runClass({ experiment: 1, probability: 0.3 })] });
    const ranges = rangesOf(conditional, 10_000);
    const full = estimate(plan()).withReruns.cost;
    expect(ranges.experiments[1]?.cost).toMatchObject({ low: 0, p10: 0, p50: 0, p90: full });
    expect(ranges.meanCost).toBeCloseTo(1.3 * full, 8);
    expect(ranges.total.cost).toMatchObject({ low: full, high: 2 * full });
  });

  it("tell the chance of staying under a ceiling", () => {
    const inputs = [input(10, 15, 15)];
    const classes = [runClass({ labels: 1, counts: [uncertain(inputs, 0)] })];
    const p90 = rangesOf(plan({ inputs, classes }), 10_000).total.cost.p90;
    expect(rangesOf(plan({ inputs, classes, ceiling: p90 }), 10_000).chanceUnderCeiling).toBeCloseTo(0.9, 6);
    expect(rangesOf(plan({ ceiling: 1e9 })).chanceUnderCeiling).toBe(1);
    expect(rangesOf(plan({ ceiling: 1e-9 })).chanceUnderCeiling).toBe(0);
  });

  it("are the same for the same plan, and move with the seed", () => {
    const inputs = [input(10, 12, 15), input(0.2, 0.4, 0.5, "utilisation")];
    const two = plan({
      inputs,
      cards: [cardAt(uncertain(inputs, 1))],
      classes: [runClass({ counts: [uncertain(inputs, 0)] })],
    });
    const estimated = estimate(two);
    expect(estimateRanges(two, estimated)).toEqual(estimateRanges(two, estimated));
    expect(estimateRanges(two, estimated, { seed: 1 }).total.cost.p10).not.toBe(
      estimateRanges(two, estimated).total.cost.p10,
    );
  });

  it("refuse to take a percentile of fewer than two draws", () => {
    expect(() => estimateRanges(plan(), estimate(plan()), { draws: 1 })).toThrow(RangeError);
  });

  it("are ordered, and contain the headline between their ends", () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const { cost } = rangesOf(random, 200).total;
        const slack = 1e-9 * cost.high;
        expect(cost.low).toBeLessThanOrEqual(cost.p10 + slack);
        expect(cost.p10).toBeLessThanOrEqual(cost.p50);
        expect(cost.p50).toBeLessThanOrEqual(cost.p90);
        expect(cost.p90).toBeLessThanOrEqual(cost.high + slack);
        const likely = estimate(random).withReruns.cost;
        expect(likely).toBeGreaterThanOrEqual(cost.low - slack);
        expect(likely).toBeLessThanOrEqual(cost.high + slack);
      }),
      { numRuns: 50 },
    );
  });
});

describe("swings", () => {
  it("move one input at a time, the widest first", () => {
    const inputs = [input(10, 12, 15), input(0.2, 0.4, 0.5, "utilisation")];
    const two = plan({
      inputs,
      cards: [cardAt(uncertain(inputs, 1))],
      classes: [runClass({ counts: [uncertain(inputs, 0)] })],
    });
    const likely = estimate(two).withReruns.cost;
    const [first, second] = swings(two);
    expect(first?.input).toBe(1);
    expect(first?.costAtLow).toBeCloseTo((likely * 0.4) / 0.2, 10);
    expect(first?.costAtHigh).toBeCloseTo((likely * 0.4) / 0.5, 10);
    expect(second?.costAtLow).toBeCloseTo((likely * 10) / 12, 10);
    expect(second?.costAtHigh).toBeCloseTo((likely * 15) / 12, 10);
  });

  it("are none for a plan without doubt", () => {
    expect(swings(plan({ cards: [cardAt(certain(0.4))] }))).toEqual([]);
  });
});
