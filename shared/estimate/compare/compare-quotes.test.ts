import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeAccelerator } from "../../hardware/accelerator.ts";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { readPlan } from "../../plan/read.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { budgetOf } from "../budget/budget-of.ts";
import { estimate } from "../estimate.ts";
import { type ComparedQuote, compareQuotes, type QuoteComparison } from "./compare-quotes.ts";
import { Schedules } from "./schedules.ts";
import { cheapestFirst, unstated } from "./unstated.ts";

const asset = (path: string): string => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);
const golden = JSON.parse(asset("templates/scaling-exponents.json")) as Readonly<Record<string, unknown>>;

function planWith(quotes: readonly object[], more: object = {}): ResolvedPlan {
  const read = readPlan(JSON.stringify({ ...golden, ...more, quotes }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
  return read.value.resolved;
}

function compared(quotes: readonly object[], more: object = {}): QuoteComparison[] {
  const plan = planWith(quotes, more);
  return compareQuotes(plan, estimate(plan), plan.quotes);
}

function taken(of: QuoteComparison | undefined): ComparedQuote {
  if (of?.comparable !== true) throw new Error("the quote is not comparable");
  return of;
}

const stated = { id: "stated", price: 3, headline: true, cardsAvailable: 1_024 };
const WORK = 12_907_461.18;

describe("compareQuotes", () => {
  it("prices the golden plan at each offer, and tells which are worth considering", () => {
    const offers = compared([
      stated,
      { id: "large", price: 6.88, cardsAvailable: 16_384 },
      { id: "small", price: 2, cardsAvailable: 256 },
      { id: "slow", price: 4, cardsAvailable: 256 },
    ]).map(taken);
    expect(offers.map(({ total }) => (total / 1e6).toFixed(3))).toEqual(["12.907", "29.601", "8.605", "17.210"]);
    expect(offers.map(({ onFrontier }) => onFrontier)).toEqual([true, true, true, false]);
    expect(offers.map(({ overCheapest }) => overCheapest === 0)).toEqual([false, false, true, false]);
    expect(offers[0]?.overHeadline).toBe(0);
    expect(offers[2]?.overHeadline).toBeCloseTo(-WORK / 3, 0);
    const hours = offers.map((offer) => offer.hours ?? Number.NaN);
    expect(hours[0]).toBeGreaterThanOrEqual(4_302_487.06 / 1_024);
    expect(hours[0]).toBeLessThan((4_302_487.06 / 1_024) * 1.05);
    expect(hours[1]).toBeLessThan(hours[0] ?? 0);
  });

  it("carries the speed over to another card, unless the quote says what it reaches there", () => {
    const [own, a100, measured] = compared([
      stated,
      { id: "a100", price: 1.29, accelerator: "a100-sxm-80", cardsAvailable: 1_024 },
      { id: "fast", price: 1.29, accelerator: "a100-sxm-80", cardsAvailable: 1_024, utilisation: 0.5 },
    ]).map(taken);
    // 3.5e14 of 989.4e12 is 0.3537 of the peak.
    expect(own?.pricePerPetaflopDay).toBeCloseTo(205.714, 3);
    expect(a100?.pricePerPetaflopDay).toBeCloseTo(205.714 * (1.29 / 3) * (989.4 / 312), 2);
    expect(a100?.cardHours).toBeCloseTo(4_302_487.06 * (989.4 / 312), -1);
    expect(a100?.hours).toBeCloseTo((own?.hours ?? 0) * (989.4 / 312), 3);
    expect(measured?.pricePerPetaflopDay).toBeCloseTo((1.29 * 8.64e19) / (312e12 * 0.5 * 3_600), 6);
  });

  it("takes no total that leaves out storage or egress for the cheapest where another states all", () => {
    const storage = { dataTB: 100, months: 12, egressTB: 50 };
    const some = [
      { ...stated, price: 2 },
      { ...stated, id: "half", headline: false, price: 2, storagePerTBMonth: 20 },
      { ...stated, id: "full", headline: false, price: 2, storagePerTBMonth: 20, egressPerTB: 50 },
    ];
    const offers = compared(some, { storage }).map(taken);
    expect(offers.map(({ onFrontier }) => onFrontier)).toEqual([false, false, true]);
    expect(offers.map(({ overCheapest }) => Math.round(overCheapest))).toEqual([-90_070, -2_500, 0]);
    expect(offers.map(({ cost }) => unstated(cost))).toEqual(["storage and egress", "egress", null]);
    expect(offers.toSorted(cheapestFirst).map(({ quote }) => quote)).toEqual([2, 0, 1]);
    const alone = compared(some.slice(0, 2), { storage }).map(taken);
    expect(alone.map(({ overCheapest }) => Math.round(overCheapest))).toEqual([0, 87_570]);
  });

  it("tells what is paid for and not used", () => {
    const [, reserved, block, nodes] = compared([
      stated,
      { id: "half-year", basis: "reserved", price: 2.1, commitment: { cards: 1_024, hours: 4_380 } },
      { id: "block", basis: "block", price: 3.5, commitment: { cards: 4_096, hours: 1_344 } },
      { id: "hourly", price: 3, cardsAvailable: 16_384, wholeNodes: true, billingIncrementMinutes: 60 },
    ]).map(taken);
    expect(reserved?.total).toBeCloseTo(1_024 * 4_380 * 2.1, 4);
    expect(reserved?.cards).toBe(1_024);
    expect(reserved?.cost.work).toBeCloseTo((WORK / 3) * 2.1, 0);
    expect(block?.total).toBeCloseTo(4_096 * 1_344 * 3.5, 4);
    expect(nodes?.cost.increments).toBeGreaterThan(0);
    expect(nodes?.cost.work).toBeCloseTo(WORK, 0);
  });

  it("prices interruptions by lost work, in money and in time", () => {
    const [, calm, spot] = compared([
      stated,
      { id: "calm", basis: "spot", price: 1, cardsAvailable: 256 },
      { id: "spot", basis: "spot", price: 1, cardsAvailable: 256, cardsPerNode: 8, interruptionHours: 10 },
    ]).map(taken);
    expect(calm?.cost.interruptions).toBe(0);
    expect(spot?.cost.interruptions).toBeGreaterThan(0.01 * (spot?.cost.work ?? 0));
    expect(spot?.cost.work).toBe(calm?.cost.work);
    expect(spot?.total).toBeCloseTo((spot?.cost.paidCardHours ?? 0) * 1, 4);
    expect(spot?.hours).toBeGreaterThan(calm?.hours ?? Number.NaN);
  });

  it("tells never-ending work from work that ends late", () => {
    const spot = { basis: "spot", price: 1, cardsAvailable: 256, cardsPerNode: 8 };
    const [own, never] = compared([stated, { ...spot, id: "never", interruptionHours: 0.0001 }]).map(taken);
    expect(never).toMatchObject({ hours: null, cannotRun: { because: "interruptions" }, onFrontier: false });
    expect(never?.total).toBeCloseTo(WORK / 3, 0);
    expect(own?.overCheapest).toBe(0);
    // Over a million years, undisturbed: that is no fault of the offer.
    const training = { runKind: "interactive", hours: 1e9, cards: 256 };
    const experiments = [{ id: "a", title: "A", training, sweeps: [{ axes: { seed: 20 } }] }];
    const [late] = compared([{ ...spot, id: "late", interruptionHours: 1e4, headline: true }], {
      experiments,
      disputes: [],
    });
    expect(late).toMatchObject({ cannotRun: null, hours: expect.any(Number) });
  });

  it("prices storage and egress where the quote says what they cost", () => {
    const storage = { dataTB: 10, months: 6, egressTB: 2, keptCheckpoints: 0 };
    const [plain, priced] = compared(
      [stated, { ...stated, id: "b", headline: false, storagePerTBMonth: 20, egressPerTB: 90 }],
      {
        storage,
      },
    ).map(taken);
    expect(plain?.cost).toMatchObject({ storage: null, egress: null });
    expect(priced?.cost).toMatchObject({ storage: 1_200, egress: 180 });
    expect(priced?.overHeadline).toBeCloseTo(1_380, 6);
  });

  it("takes the cards of the plan's first cluster with room for every run where a quote names none, in whole nodes", () => {
    const clusters = [{ cards: 8 }, { cards: 500, share: 0.5 }, { cards: 1_000 }];
    const [offer] = compared([{ id: "any", price: 3 }], { clusters }).map(taken);
    expect(offer).toMatchObject({ cards: 256, cardsFrom: "cluster" });
    expect(offer?.hours).toBeGreaterThan(0);
  });

  it("passes over a cluster whose whole nodes have no room for a run", () => {
    const defaults = golden.defaults as object;
    const hardware = { accelerator: "h100-sxm", achieved: 3.5e14, minCards: 17 };
    const clusters = [
      { cards: 20, cardsPerNode: 8 },
      { cards: 64, cardsPerNode: 8 },
    ];
    const [offer] = compared([{ id: "any", price: 3 }], { defaults: { ...defaults, hardware }, clusters }).map(taken);
    expect(offer).toMatchObject({ cards: 64, cannotRun: null });
  });

  it("takes the first cluster where no cluster has room for every run", () => {
    const [offer] = compared([{ id: "any", price: 3 }], { clusters: [{ cards: 8 }, { cards: 4 }] }).map(taken);
    expect(offer).toMatchObject({ cards: 8, hours: null, cannotRun: { cardsNeeded: 16 } });
  });

  it("takes the cards that are asked for, of quotes that name none", () => {
    const plan = planWith([
      { id: "any", price: 3, cardsPerNode: 16, headline: true },
      { ...stated, headline: false },
    ]);
    const offers = compareQuotes(plan, estimate(plan), plan.quotes, new Schedules(), 1_000).map(taken);
    expect(offers[0]).toMatchObject({ cards: 1_008, cardsFrom: "asked" });
    expect(offers[1]).toMatchObject({ cards: 1_024, cardsFrom: "quote" });
  });

  it("knows no number of cards for runs that fit on none of this kind", () => {
    const [, small] = compared([stated, { id: "old", price: 0.5, accelerator: "v100-sxm2-16" }]).map(taken);
    expect(small).toMatchObject({ hours: null, cannotRun: { because: "cards", cardsNeeded: null } });
  });

  it("gives machines to own the price of their used card-hour, and their own cards", () => {
    const purchase = {
      nodePrice: 300_000,
      nodes: 8,
      cardsPerNode: 8,
      nodeWatts: 0,
      electricityPerKilowattHour: 0,
      lifetimeYears: 4,
      useShare: 0.5,
    };
    const [, own] = compared([stated, { id: "own", basis: "purchase", purchase }]).map(taken);
    expect(own).toMatchObject({ cards: 64, cardsFrom: "quote" });
    expect(own?.price).toBeCloseTo(2_400_000 / (64 * 35_040 * 0.5), 10);
    expect(own?.total).toBeCloseTo((WORK / 3) * (own?.price ?? 0), 0);
  });

  it("has no time where a run is too large, and says how many cards it takes", () => {
    const big = {
      ...(golden.defaults as object),
      hardware: { accelerator: "h100-sxm", achieved: 3.5e14, minCards: 16 },
    };
    const [small, enough] = compared(
      [
        { id: "small", price: 1, cardsAvailable: 8 },
        { id: "enough", price: 3, cardsAvailable: 64, headline: true },
      ],
      { defaults: big },
    ).map(taken);
    expect(small).toMatchObject({ hours: null, cannotRun: { cardsNeeded: 16 }, onFrontier: false });
    expect(small?.total).toBeCloseTo(WORK / 3, 0);
    expect(enough?.overCheapest).toBe(0);
  });

  it("says of which card nothing is known", () => {
    const plan = planWith([stated]);
    const [quote] = plan.quotes;
    if (quote === undefined) throw new Error("the plan has a quote");
    const offer = (changes: object) => compareQuotes(plan, estimate(plan), [{ ...quote, ...changes }]);
    expect(offer({ accelerator: "nobody-1" })).toEqual([
      { quote: 0, comparable: false, because: { unknownCard: "nobody-1" } },
    ]);
    const card = completeAccelerator({ id: "old", name: "Old card", densePeak: { fp32: 1e13 } });
    expect(offer({ accelerator: "old", card })).toEqual([
      { quote: 0, comparable: false, because: { accelerator: "Old card", format: "bf16" } },
    ]);
  });
});

describe("a plan on two kinds of card", () => {
  const experiments = golden.experiments as readonly Readonly<Record<string, unknown>>[];
  const two = experiments.map((experiment, index) =>
    index === 0 ? { ...experiment, hardware: { accelerator: "a100-sxm-80", achieved: 1.5e14 } } : experiment,
  );

  it("prices the runs on a card that a quote is for, and leaves the others at their own price", () => {
    const quotes = [
      { id: "h100", price: 3, accelerator: "h100-sxm", headline: true },
      { id: "a100", price: 1, accelerator: "a100-sxm-80", headline: true },
      { id: "cheap", price: 2, accelerator: "h100-sxm", cardsAvailable: 100 },
      { id: "all", price: 2, cardsAvailable: 100 },
    ];
    const more = { experiments: two, disputes: [] };
    const total = estimate(planWith(quotes, more)).withReruns.cost;
    const [, , cheap, all] = compared(quotes, more).map(taken);
    expect(cheap?.others).toBeGreaterThan(0);
    expect(cheap?.total).toBeCloseTo((total - (cheap?.others ?? 0)) * (2 / 3) + (cheap?.others ?? 0), 4);
    expect(cheap?.overHeadline).toBeCloseTo((cheap?.total ?? 0) - total, 6);
    expect(all).toMatchObject({ card: null, others: 0 });
    expect(all?.total).toBeCloseTo(2 * (all?.cardHours ?? 0), 4);
  });

  it("is the same at each of its own quotes, with what both charge beyond the work", () => {
    const of = (id: string, hours: number, cards: number, seed: number, accelerator: string) => ({
      id,
      title: id,
      hardware: { accelerator },
      training: { runKind: "interactive", hours, cards },
      sweeps: [{ axes: { seed } }],
    });
    const own = [
      {
        id: "h",
        accelerator: "h100-sxm",
        price: 2.5,
        wholeNodes: true,
        headline: true,
        billingIncrementMinutes: 1_440,
      },
      { id: "a", accelerator: "a100-sxm-80", price: 1.1, wholeNodes: true, headline: true, minimumCards: 80 },
    ].map((quote) => ({ ...quote, cardsPerNode: 8 }));
    const plan = planWith(own, {
      experiments: [of("A", 1_000.5, 4, 10, "h100-sxm"), of("B", 33.3, 9, 3, "a100-sxm-80")],
      clusters: [{ cards: 64 }],
      disputes: [],
      budget: { layout: "generic", months: 24 },
    });
    const estimated = estimate(plan);
    const asked = budgetOf(plan, estimated)?.budget.direct.reduce((sum, amount) => sum + amount, 0) ?? Number.NaN;
    expect(asked).toBeGreaterThan(estimated.withReruns.cost + 1_000);
    for (const offer of compareQuotes(plan, estimated, plan.quotes).map(taken)) {
      expect(offer.total).toBeCloseTo(asked, 6);
      expect(offer).toMatchObject({ overHeadline: 0, overCheapest: 0 });
    }
    // Another offer for one of the two cards leaves what the other charges where it is.
    const [first] = plan.quotes;
    if (first === undefined) throw new Error("the plan has quotes");
    const dear = { ...first, headline: false, price: { ...first.price, likely: 5 } };
    const [twice, once] = compareQuotes(plan, estimated, [dear, first]).map(taken);
    expect(twice?.others).toBe(once?.others);
    expect(twice?.total).toBeCloseTo(2 * ((once?.total ?? 0) - (once?.others ?? 0)) + (once?.others ?? 0), 6);
  });
});
