import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Watts } from "../units/brands.ts";
import { arbitraryPlan, within } from "./arbitrary-plan.fixture.ts";
import { costModel } from "./cost-model.ts";
import { estimate } from "./estimate.ts";
import { evaluate } from "./evaluate.ts";
import { cardAt, certain, plan, runClass } from "./plan.fixture.ts";
import { sumTotals } from "./totals.ts";

/** FLOP per token of the model with one head: 6·d·(8·(12·d + 512) + V). */
const FLOP_PER_TOKEN = 6 * 128 * (8 * (12 * 128 + 512) + 32_101);

describe("one class", () => {
  it("is runs × tokens × FLOP per token, over speed, times price", () => {
    const { classes, withReruns } = estimate(plan());
    const flop = 12 * 1_000 * 8 * 512 * FLOP_PER_TOKEN;
    expect(classes[0]?.runs).toBe(12);
    expect(classes[0]?.items).toBe(4_096_000);
    expect(withReruns.flop).toBe(flop);
    expect(withReruns.cardHours).toBeCloseTo(flop / 4e14 / 3_600, 12);
    expect(withReruns.nodeHours).toBeCloseTo(flop / 4e14 / 3_600 / 8, 12);
    expect(withReruns.cost).toBeCloseTo((flop / 4e14 / 3_600) * 2, 12);
  });

  it("keeps what a run costs when the runs are counted in another experiment", () => {
    const { classes, withReruns } = estimate(plan({ classes: [runClass({ sharedWith: "two" })] }));
    expect(classes[0]?.cardHoursPerRun).toBeGreaterThan(0);
    expect(withReruns).toEqual(sumTotals([]));
  });

  it("trains tokens per parameter of the count that is named", () => {
    const training = {
      ...runClass().training,
      length: { kind: "tokensPerParameter", ratio: certain(20), of: "nonEmbedding" },
    } as const;
    const { classes } = estimate(plan({ classes: [runClass({ training })] }));
    expect(classes[0]?.items).toBe(20 * 96 * 128 * 128);
  });

  it("trains only a part of the runs that are stopped early", () => {
    const full = estimate(plan()).withReruns;
    const earlyStopped = { share: certain(0.5), at: certain(0.25) };
    const stopped = estimate(plan({ classes: [runClass({ earlyStopped })] })).withReruns;
    expect(stopped.runs).toBe(full.runs);
    expect(stopped.flop / full.flop).toBeCloseTo(0.625, 12);
  });

  it("is an expected value when its sweep is conditional", () => {
    expect(estimate(plan({ classes: [runClass({ probability: 0.3 })] })).withReruns.runs).toBeCloseTo(3.6, 12);
  });
});

describe("the three totals", () => {
  it("are every run once, with repeats, and with reruns", () => {
    const { core, withRepeats, withReruns } = estimate(
      plan({ classes: [runClass({ repeats: certain(5) })], reruns: certain(0.1) }),
    );
    expect(core.runs).toBe(12);
    expect(withRepeats.runs).toBe(60);
    expect(withReruns.runs).toBe(60);
    expect(withRepeats.cost / core.cost).toBeCloseTo(5, 12);
    expect(withReruns.cost / withRepeats.cost).toBeCloseTo(1.1, 12);
  });
});

describe("energy", () => {
  const energy = {
    basis: "card",
    cardWatts: Watts(500),
    nodeWatts: null,
    load: 0.8,
    pue: 1.2,
    grid: { name: "Somewhere", gramsPerKilowattHour: 100, basis: "location", source: null, date: null },
    source: null,
  } as const;

  it("is card-hours × watts × load × PUE, and grams of that", () => {
    const { energy: used, withReruns } = estimate(plan({ energy }));
    expect(used.kilowattHours).toBeCloseTo(withReruns.cardHours * 0.5 * 0.8 * 1.2, 12);
    expect(used.kilogramsCO2e).toBeCloseTo(withReruns.cardHours * 0.5 * 0.8 * 1.2 * 0.1, 12);
    expect(used.byNode).toBeNull();
  });

  const card = cardAt(certain(0.4));
  const cardOfUnknownPower = { ...card, accelerator: { ...card.accelerator, tdpWatts: null } };

  it("counts each card with its own TDP where the plan states no power", () => {
    const strong = { ...card, accelerator: { ...card.accelerator, tdpWatts: 1_000 } };
    const classes = [runClass(), runClass({ card: 1 })];
    const { energy: used, classes: own } = estimate(
      plan({ cards: [card, strong], classes, energy: { ...energy, cardWatts: null } }),
    );
    const hours = own.map((one) => one.cardHours);
    expect(used.kilowattHours).toBeCloseTo(((hours[0] ?? 0) * 0.5 + (hours[1] ?? 0) * 1) * 0.8 * 1.2, 12);
  });

  it("is unknown, not 0, where the power is unknown", () => {
    const { energy: used } = estimate(plan({ cards: [cardOfUnknownPower], energy: { ...energy, cardWatts: null } }));
    expect(used).toEqual({ kilowattHours: null, kilogramsCO2e: null, byCard: null, byNode: null });
  });
});

describe("any plan", () => {
  it("adds up: classes to sweeps, sweeps to experiments, experiments to the total", () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const estimated = estimate(random);
        expectClose(sumTotals(estimated.classes).cost, estimated.withRepeats.cost);
        estimated.experiments.forEach((totals, index) => {
          expectClose(sumTotals(estimated.sweeps[index] ?? []).flop, totals.flop);
        });
        expectClose(sumTotals(estimated.experiments).cardHours, estimated.withRepeats.cardHours);
        expect(estimated.core.cost).toBeLessThanOrEqual(estimated.withRepeats.cost * (1 + 1e-12));
        expect(estimated.withRepeats.cost).toBeLessThanOrEqual(estimated.withReruns.cost);
      }),
    );
  });

  it("does not depend on the order of its classes", () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const reversed = { ...random, classes: random.classes.toReversed() };
        expectClose(estimate(reversed).withReruns.cost, estimate(random).withReruns.cost);
      }),
    );
  });

  it("takes twice the hours at half the speed, and the same FLOP", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.5, noNaN: true }), (utilisation) => {
        const slow = estimate(plan({ cards: [cardAt(certain(utilisation))] })).withReruns;
        const fast = estimate(plan({ cards: [cardAt(certain(2 * utilisation))] })).withReruns;
        expectClose(slow.cardHours, 2 * fast.cardHours);
        expect(slow.flop).toBe(fast.flop);
      }),
    );
  });

  it("has the same totals in the compiled model that the draws use, wherever its inputs stand", () => {
    fc.assert(
      fc.property(
        arbitraryPlan,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (random, shares) => {
          const values = within(random.inputs, shares);
          const model = costModel(random);
          const compiled = evaluate(model, {
            count: 1,
            inputs: values.map((value) => Float64Array.of(value)),
            conditions: model.conditions.map(({ probability }) => Float64Array.of(probability)),
          });
          const walked = estimate(random, values);
          walked.experiments.forEach((totals, index) => {
            for (const measure of ["flop", "cardHours", "cost"] as const) {
              expectClose(compiled.experiments[index]?.[measure][0] ?? Number.NaN, totals[measure]);
            }
          });
          expectClose(compiled.total.cost[0] ?? Number.NaN, walked.withReruns.cost);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected));
}
