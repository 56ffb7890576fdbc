import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { compareQuotes } from "../compare/compare-quotes.ts";
import { Schedules } from "../compare/schedules.ts";
import { estimate } from "../estimate.ts";
import { numericSides } from "../explain/trace-of.fixture.ts";
import { explain } from "../explain.ts";
import { headlineBeyondUse, paidBeyondUse } from "./beyond-use.ts";
import { budgetOf } from "./budget-of.ts";
import { chargeOf } from "./estimated-lines.ts";
import { smallPlan } from "./small-plan.fixture.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Ten runs of 4 cards for 1,000.5 h each, on 16 cards: three rounds, the last of two runs. */
function tenRuns(quote: object, other: object = {}) {
  const training = { runKind: "interactive", hours: 1_000.5, cards: 4 };
  const experiments = [{ id: "a", title: "First study", training, sweeps: [{ axes: { seed: 10 } }] }];
  const plan = smallPlan(
    catalogue,
    { layout: "generic", months: 24 },
    { experiments, quotes: [{ id: "q", price: 2, cardsPerNode: 8, ...quote }], clusters: [{ cards: 16 }], ...other },
  );
  const estimated = estimate(plan);
  const found = budgetOf(plan, estimated);
  if (found === null) throw new Error("the plan has a budget");
  return { plan, estimated, lines: found.budget.lines, direct: sum(found.budget.direct) };
}

const linesOf = ({ lines }: ReturnType<typeof tenRuns>) =>
  lines.map(({ line, amounts }) => [line.title, sum(line.quantities), sum(amounts)]);

describe("what a headline quote charges beyond used card-hours", () => {
  it("is nothing where cards are rented one by one and to the second", () => {
    const plain = tenRuns({});
    expect(linesOf(plain)).toEqual([["First study", expect.closeTo(40_020, 6), expect.closeTo(80_040, 6)]]);
    expect(headlineBeyondUse(plain.plan, plain.estimated)).toMatchObject([{ quote: 0, charges: [] }]);
  });

  it("is a line for each reason, by the schedule on the plan's cluster", () => {
    // 4, 4 and 2 runs fill whole nodes, 16, 16 and 8 cards. At least 24 are paid for 3,001.5 h, and 18 whole weeks are 3,024 h.
    const weekly = tenRuns({ wholeNodes: true, minimumCards: 24, billingIncrementMinutes: 10_080 });
    expect(linesOf(weekly)).toEqual([
      ["First study", expect.closeTo(40_020, 6), expect.closeTo(80_040, 6)],
      ["Fewest cards of a rental", expect.closeTo(24 * 3_001.5 - 40_020, 4), expect.closeTo(64_032, 4)],
      ["Rounding to billing increments", expect.closeTo(24 * (3_024 - 3_001.5), 4), expect.closeTo(1_080, 4)],
    ]);
  });

  it("counts what of a node stays empty", () => {
    // A cluster of 12 cards is two nodes of 8 for this quote, and again 4, 4 and 2 runs fill theirs.
    expect(linesOf(tenRuns({ wholeNodes: true }, { clusters: [{ cards: 12 }] }))).toHaveLength(1);
    // 5 and 5 runs hold 20 cards of two nodes of 16.
    const odd = tenRuns({ wholeNodes: true, cardsAvailable: 20, cardsPerNode: 16 });
    expect(linesOf(odd)[1]).toEqual(["Idle in whole nodes", expect.closeTo(12 * 2_001, 4), expect.closeTo(48_024, 4)]);
  });

  it("is work lost to interruptions of a spot offer", () => {
    const spot = tenRuns({ basis: "spot", interruptionHours: 40 });
    const [, lost] = linesOf(spot);
    expect(lost?.[0]).toBe("Lost to interruptions");
    expect(Number(lost?.[1])).toBeGreaterThan(0.01 * 40_020);
  });

  it("goes by the runs that the quote prices, where several do", () => {
    const of = (id: string, accelerator: string) => ({
      id,
      title: id,
      hardware: { accelerator },
      training: { runKind: "interactive", hours: 10, cards: 4 },
      sweeps: [{ axes: { seed: 2 } }],
    });
    const experiments = [of("a", "h100-sxm"), of("b", "a100-sxm-80")];
    const nodes = { wholeNodes: true, cardsPerNode: 16, headline: true };
    const quotes = [
      { id: "every", price: 2, ...nodes },
      { id: "a100", price: 1, accelerator: "a100-sxm-80", ...nodes },
    ];
    const both = tenRuns({}, { experiments, quotes });
    expect(linesOf(both).slice(2)).toEqual([
      ["Idle in whole nodes, every", expect.closeTo(80, 6), expect.closeTo(160, 6)],
      ["Idle in whole nodes, a100", expect.closeTo(80, 6), expect.closeTo(80, 6)],
    ]);
  });

  it("does not depend on what the offer says is reached on its cards: the plan's own speed counts", () => {
    const stated = tenRuns({ wholeNodes: true, minimumCards: 24, utilisation: 0.1 });
    const [offer] = compareQuotes(stated.plan, stated.estimated, stated.plan.quotes);
    expect(offer?.comparable === true && offer.total).toBeCloseTo(stated.direct, 4);
  });
});

it("asks nothing beyond the work at a quote that cannot take all of it, as the comparison", () => {
  const few = tenRuns({ wholeNodes: true, cardsAvailable: 2, billingIncrementMinutes: 10_080 });
  const never = tenRuns({ basis: "spot", interruptionHours: 0.001 });
  for (const one of [few, never]) {
    const [offer] = compareQuotes(one.plan, one.estimated, one.plan.quotes);
    expect(offer).toMatchObject({ hours: null, total: expect.closeTo(80_040, 6) });
    expect(linesOf(one)).toEqual([["First study", expect.closeTo(40_020, 6), expect.closeTo(80_040, 6)]]);
  }
  expect(headlineBeyondUse(few.plan, few.estimated)).toMatchObject([
    { charges: [], cannotRun: { because: "cards", cards: 2, cardsNeeded: 4 } },
  ]);
  expect(headlineBeyondUse(never.plan, never.estimated)).toMatchObject([
    { charges: [], cannotRun: { because: "interruptions", experiment: 0 } },
  ]);
});

const terms = fc.record({
  wholeNodes: fc.boolean(),
  cardsPerNode: fc.constantFrom(1, 4, 8, 16),
  minimumCards: fc.constantFrom(1, 2, 24, 100),
  billingIncrementMinutes: fc.constantFrom(0, 1, 60, 43_200),
  storagePerTBMonth: fc.constantFrom(0, 20),
  egressPerTB: fc.constantFrom(0, 90),
});
const kind = fc.oneof(
  fc.constant({}),
  fc.constant({ basis: "spot", interruptionHours: 50 }),
  fc.record({
    basis: fc.constantFrom("reserved", "block"),
    commitment: fc.record({ cards: fc.constantFrom(16, 64), hours: fc.constantFrom(100, 8_760) }),
  }),
);
const anyPlan = fc.record({
  quote: fc.tuple(terms, kind).map(([stated, more]) => ({ ...stated, ...more })),
  hours: fc.constantFrom(0.3, 7, 1_000),
  cards: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer({ min: 1, max: 12 }),
  lossPerDoubling: fc.constantFrom(0, 0.1),
  reruns: fc.constantFrom(0, 0.15),
  isModel: fc.boolean(),
});

it("makes the budget of the headline quote the total of the comparison, whatever its terms", () => {
  fc.assert(
    fc.property(anyPlan, ({ quote, hours, cards, seed, lossPerDoubling, reruns, isModel }) => {
      const training = { runKind: "interactive", hours, cards };
      const experiments = [{ id: "a", title: "A", training, sweeps: [{ axes: { seed } }] }];
      const hardware = { accelerator: "h100-sxm", lossPerDoubling, minCards: cards, maxCards: 4 * cards };
      const storage = { dataTB: 10, months: 6, egressTB: 2 };
      const work = isModel ? spreadable(hardware, seed) : { experiments, defaults: { hardware } };
      const more = { ...work, overhead: { reruns }, storage, clusters: [{ cards: 96 }] };
      const { plan, estimated, direct, lines } = tenRuns(quote, more);
      const [offer] = compareQuotes(plan, estimated, plan.quotes);
      if (offer?.comparable !== true) throw new Error("the quote is comparable");
      expect(Math.abs(direct - offer.total)).toBeLessThanOrEqual(1e-6 * offer.total);
      for (const { line } of lines.filter(({ line: { id } }) => chargeOf(id) !== null)) {
        const trace = explain(plan, estimated, null, { of: "budgetLine", line: line.id, year: null });
        // Lines foot by largest remainders, so that one is less than a whole away from its own amount.
        for (const side of numericSides(trace)) expect(Math.abs(side - trace.value)).toBeLessThan(1);
      }
    }),
    { numRuns: 150 },
  );
});

it("charges the golden plan for nothing beyond its work, at any of its prices", () => {
  const plan = smallPlan(catalogue, undefined, golden);
  const all = paidBeyondUse(plan, estimate(plan));
  expect(all).toHaveLength(plan.quotes.length);
  expect(all.flatMap(({ charges }) => charges)).toEqual([]);
});

it("counts the rest of a node that a larger run holds, though cards are rented one by one", () => {
  const training = { runKind: "interactive", hours: 100, cards: 9 };
  const experiments = [{ id: "a", title: "First study", training, sweeps: [{ axes: { seed: 1 } }] }];
  const large = tenRuns({}, { experiments });
  expect(linesOf(large)[1]).toEqual(["Idle in whole nodes", expect.closeTo(700, 6), expect.closeTo(1_400, 6)]);
});

it("tells what interruptions lose from the rest of nodes that a run holds meanwhile", () => {
  const training = { runKind: "interactive", hours: 100, cards: 9 };
  const experiments = [{ id: "a", title: "First study", training, sweeps: [{ axes: { seed: 1 } }] }];
  const spot = tenRuns({ basis: "spot", interruptionHours: 40 }, { experiments });
  const [, lost, idle] = linesOf(spot);
  expect(lost?.[0]).toBe("Lost to interruptions");
  expect(idle?.[0]).toBe("Idle in whole nodes");
  // 9 cards of 16 compute, however long it takes: 7 card-hours are idle to 9 that are worked or lost.
  expect(Number(idle?.[1])).toBeCloseTo((7 / 9) * (900 + Number(lost?.[1])), 6);
});

const golden = JSON.parse(readFileSync(new URL("templates/scaling-exponents.json", assets), "utf8"));

/** Runs of a model, which may be spread over more cards than their fewest. */
const spreadable = (hardware: object, seed = 1) => ({
  experiments: [
    {
      id: "a",
      title: "First study",
      model: { ...golden.defaults.model, heads: 8 },
      training: { ...golden.defaults.training, steps: 5_000 },
      sweeps: [{ axes: { seed } }],
    },
  ],
  defaults: { hardware: { accelerator: "h100-sxm", achieved: 3.5e14, ...hardware } },
});

it("tells what spreading loses from the rest of nodes", () => {
  const hardware = { minCards: 9, maxCards: 20, lossPerDoubling: 0.1 };
  const spread = tenRuns({}, { ...spreadable(hardware), clusters: [{ cards: 24 }] });
  const work = spread.estimated.withReruns.cardHours;
  // 20 of 24 cards compute.
  const hours = work / (20 * (20 / 9) ** Math.log2(0.9));
  const lost = 20 * hours - work;
  expect(linesOf(spread).slice(1)).toEqual([
    ["Lost by spreading over more cards", expect.closeTo(lost, 6), expect.closeTo(2 * lost, 6)],
    ["Idle in whole nodes", expect.closeTo(4 * hours, 6), expect.closeTo(8 * hours, 6)],
  ]);
});

it("bills no idle node as spreading where no run is spread, whatever the hardware says of spreading", () => {
  const training = { runKind: "interactive", hours: 100, cards: 9 };
  const experiments = [{ id: "a", title: "First study", training, sweeps: [{ axes: { seed: 1 } }] }];
  const defaults = { hardware: { accelerator: "h100-sxm", lossPerDoubling: 0.1 } };
  expect(
    linesOf(tenRuns({}, { experiments, defaults }))
      .slice(1)
      .map(([title]) => title),
  ).toEqual(["Idle in whole nodes"]);
});

describe("the schedules that it takes", () => {
  let made: MockInstance<Schedules["of"]>;
  beforeEach(() => {
    made = vi.spyOn(Schedules.prototype, "of");
  });
  afterEach(() => made.mockRestore());

  it("are none where a quote charges for what runs hold, and these use all of it", () => {
    expect(linesOf(tenRuns({}))).toHaveLength(1);
    expect(made).not.toHaveBeenCalled();
    const plan = smallPlan(catalogue, { layout: "nsf", months: 24 }, golden);
    budgetOf(plan, estimate(plan));
    expect(made).not.toHaveBeenCalled();
  });

  it("are one for all quotes of the same cards and nodes", () => {
    const whole = { cardsPerNode: 16, wholeNodes: true };
    const quotes = Array.from({ length: 20 }, (_, index) => ({
      id: `q${index}`,
      headline: index === 0,
      price: 2 + index,
      ...whole,
    }));
    const { plan } = tenRuns({}, { quotes });
    expect(paidBeyondUse(plan, estimate(plan), [3, 4]).map(({ quote }) => quote)).toEqual([3, 4]);
    made.mockClear();
    expect(paidBeyondUse(plan, estimate(plan))).toHaveLength(20);
    expect(made).toHaveBeenCalledTimes(1);
  });

  it("change nothing of what a quote charges", () => {
    const cards = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(cards, fc.constantFrom(1, 4, 8), fc.integer({ min: 1, max: 12 }), (of, cardsPerNode, seed) => {
        const training = { runKind: "interactive", hours: 7, cards: of };
        const experiments = [{ id: "a", title: "A", training, sweeps: [{ axes: { seed } }] }];
        const more = { experiments, clusters: [{ cards: 96 }] };
        const plain = tenRuns({ cardsPerNode }, more);
        const [offer] = compareQuotes(plain.plan, plain.estimated, plain.plan.quotes);
        if (offer?.comparable !== true) throw new Error("the quote is comparable");
        expect(offer.total / plain.direct).toBeCloseTo(1, 9);
        const why = offer.cannotRun === null ? null : { ...offer.cannotRun, cards: offer.cards };
        expect(headlineBeyondUse(plain.plan, plain.estimated)[0]?.cannotRun).toEqual(why);
      }),
      { numRuns: 50 },
    );
  });
});
