import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eightNodes } from "../money/ownership/eight-nodes.fixture.ts";
import { type PriceTrends, priceTrendsSchema } from "../money/price-trend.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { type ReadPlan, readPlan } from "../plan/read.ts";
import { estimate } from "./estimate.ts";
import { numericSides } from "./explain/trace-of.fixture.ts";
import { explain } from "./explain.ts";
import type { PageFigure } from "./figure.ts";
import { rankedCuts } from "./fit-to-sum/ranked-cuts.ts";
import { chanceUnder, reducedPlan } from "./fit-to-sum/reduced-plan.ts";
import { weigh } from "./owning.ts";
import { movedByATenth } from "./tenth.ts";
import type { Trace } from "./trace.ts";

const asset = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);
const priceTrends: PriceTrends = priceTrendsSchema.parse(JSON.parse(asset("catalog/price-performance.json")));
const template = JSON.parse(asset("templates/scaling-exponents.json")) as Readonly<Record<string, unknown>>;

function planOf(more: object = {}): ReadPlan {
  const read = readPlan(JSON.stringify({ ...template, ...more }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value;
}

function traceIn(plan: ReadPlan, figure: PageFigure, before: ReadPlan | null = null): Trace {
  const { document, resolved } = plan;
  return explain(resolved, estimate(resolved), null, figure, null, { document, catalogue, priceTrends, before });
}

/** What is put into the formula comes to what is shown, and so do the terms. */
function expectSound(trace: Trace): void {
  const sides = numericSides(trace);
  expect(sides.length, trace.title).toBeGreaterThan(0);
  const size = Math.max(1, Math.abs(trace.value));
  for (const side of sides) expect(Math.abs(side - trace.value), trace.title).toBeLessThan(size * 1e-9);
  for (const { source } of trace.inputs) expect(source, trace.title).not.toBe("");
}

const sum = (trace: Trace) => trace.terms.reduce((total, { value }) => total + value, 0);

const golden = planOf();

describe("a number a tenth worse", () => {
  it("says how the total comes about", () => {
    const plan = planOf({ quotes: [{ id: "only", price: 3, source: "our call", date: "2026-11-01" }] });
    const moved = movedByATenth(plan.resolved, estimate(plan.resolved));
    expect(moved.map(({ tenth }) => tenth.what)).toEqual(["price", "speed", "reruns"]);
    for (const { tenth, total } of moved) {
      const trace = traceIn(plan, { of: "tenth", tenth });
      expect(trace.value).toBe(total);
      expectSound(trace);
    }
    expect(traceIn(plan, { of: "tenth", tenth: { what: "price", quote: 0 } }).inputs.at(-1)).toMatchObject({
      source: "our call",
      date: "2026-11-01",
    });
  });
});

it("does not move hours that are stated by the speed of the card", () => {
  const training = { runKind: "interactive", hours: 1_000, cards: 8 };
  const experiments = [{ id: "a", title: "A", training, sweeps: [{ axes: { seed: 10 } }] }];
  const { resolved } = planOf({ experiments, disputes: [] });
  expect(movedByATenth(resolved, estimate(resolved)).map(({ tenth }) => tenth.what)).toEqual(["price", "reruns"]);
});

describe("cuts", () => {
  const ranked = rankedCuts(golden.document, golden.resolved, estimate(golden.resolved));

  it("each say by which experiments they save", () => {
    for (const { cut, saves } of ranked) {
      const trace = traceIn(golden, { of: "cut", cut });
      expect(trace.value).toBe(saves);
      expectSound(trace);
      if (cut.kind !== "variable") expect(Math.abs(sum(trace) - saves)).toBeLessThan(saves * 1e-9);
    }
    const [widest] = ranked;
    if (widest === undefined) throw new Error("nothing to cut");
    expect(traceIn(golden, { of: "cut", cut: widest.cut })).toMatchObject({
      title: "Saved by itself: Heads 128",
      value: expect.closeTo(5_281_874.913, 3),
    });
  });

  it("say what is done again of them", () => {
    const plan = planOf({ overhead: { reruns: 0.05 } });
    const [first] = rankedCuts(plan.document, plan.resolved, estimate(plan.resolved));
    if (first === undefined) throw new Error("nothing to cut");
    const trace = traceIn(plan, { of: "cut", cut: first.cut });
    expectSound(trace);
    expect(sum(trace) * 1.05).toBeCloseTo(first.saves, 4);
  });

  it("together say what is left, and the chance of staying under a sum", () => {
    const cuts = ranked.slice(0, 2).map(({ cut }) => cut);
    const reduced = reducedPlan(golden, catalogue, cuts);
    if (reduced === null) throw new Error("no plan is left");
    const after = traceIn(golden, { of: "afterCuts", cuts, ceiling: 6e6, measure: "cost" });
    expect(after.value).toBe(reduced.estimate.withReruns.cost);
    expect(sum(after)).toBeCloseTo(after.value, 4);
    expect(after.notes[0]?.text).toContain("Heads 128");
    const chance = traceIn(golden, { of: "afterCuts", cuts, ceiling: 6e6, measure: "chance" });
    expect(chance.value).toBe(chanceUnder(reduced, 6e6) * 100);
  });
});

describe("two versions", () => {
  const later = planOf({
    variables: { pointsPerLine: { low: 10, likely: 12, high: 15 } },
    quotes: [{ id: "stated", price: 2.5, headline: true }],
  });

  it("differ as a whole by what their experiments do", () => {
    const whole = traceIn(later, { of: "versions", measure: "cost", experiment: null }, golden);
    expectSound(whole);
    expect(sum(whole)).toBeCloseTo(whole.value, 4);
    const gamma = traceIn(later, { of: "versions", measure: "cost", experiment: "gamma_expts" }, golden);
    expectSound(gamma);
    expect(gamma.title).toBe("Gamma: difference, rental cost");
  });

  it("differ change by change, and by what changes do together", () => {
    const ofChange = (change: number, measure: "inTurn" | "alone") =>
      traceIn(later, { of: "change", change, measure }, golden);
    const traces = [0, 1].map((change) => ofChange(change, "inTurn"));
    traces.forEach(expectSound);
    const whole = traceIn(later, { of: "versions", measure: "cost", experiment: null }, golden).value;
    expect(traces.reduce((total, { value }) => total + value, 0)).toBeCloseTo(whole, 4);
    const together = traceIn(later, { of: "changesTogether" }, golden);
    expectSound(together);
    expect(sum(together)).toBeCloseTo(together.value, 4);
    const alone = ofChange(0, "alone").value + ofChange(1, "alone").value;
    expect(together.value + alone).toBeCloseTo(whole, 4);
    expect(() => ofChange(9, "alone")).toThrow("change");
  });

  it("are needed for a difference", () => {
    expect(() => traceIn(later, { of: "changesTogether" })).toThrow("compared with no other version");
  });
});

describe("rent or buy", () => {
  const withNodes = (more: object) => ({
    quotes: [
      { id: "rent", price: 2.5, headline: true },
      {
        id: "own",
        ...more,
        title: "Own nodes",
        basis: "purchase",
        source: "the vendor's offer",
        date: "2026-10-01",
        purchase: { ...eightNodes, nodes: 32, useShare: 0.7 },
      },
    ],
  });
  const plan = planOf(withNodes({}));
  const weighed = weigh(plan.resolved, estimate(plan.resolved), 1, 0);

  it.each(["stated", "alone", { input: "residualShare", value: 0.2 }] as const)("%o: every figure", (variant) => {
    for (const measure of ["price", "breakEven", "saved"] as const)
      expectSound(traceIn(plan, { of: "owning", quote: 1, against: 0, variant, measure }));
  });

  it("weighs another card by the work that it does, and says so", () => {
    const other = planOf(withNodes({ accelerator: "a100-sxm-80" }));
    for (const measure of ["breakEven", "saved"] as const) {
      const trace = traceIn(other, { of: "owning", quote: 1, against: 0, variant: "stated", measure });
      expectSound(trace);
      expect(trace.inputs.find(({ symbol }) => symbol === "p")).toMatchObject({
        value: expect.closeTo((2.5 * 312) / 989.4, 6),
        note: expect.stringContaining("rented card-hours for one that is owned"),
      });
    }
  });

  it("says when it pays back, and of what it is made", () => {
    const stated = traceIn(plan, { of: "owning", quote: 1, against: 0, variant: "stated", measure: "payback" });
    expect(stated.value).toBe(weighed?.stated.paybackMonth);
    expectSound(stated);
    for (const part of ["capital", "electricity", "space", "maintenance", "staff", "residual"] as const) {
      const trace = traceIn(plan, { of: "owned", quote: 1, part });
      expectSound(trace);
      expect(trace.inputs.map(({ source, date }) => [source, date])).toContainEqual([
        "the vendor's offer",
        "2026-10-01",
      ]);
    }
    const total = traceIn(plan, { of: "owned", quote: 1, part: "total" });
    expect(total.value).toBe(weighed?.stated.own.total);
    expect(sum(total)).toBeCloseTo(total.value, 6);
  });

  it("has nothing to say of a rental that is owned, nor of a trend that nobody has fitted", () => {
    expect(() => traceIn(plan, { of: "owned", quote: 0, part: "total" })).toThrow("no purchase");
    expect(() => traceIn(plan, { of: "waiting", trend: "tea-leaves", years: 1 })).toThrow("no trend");
  });

  it("says what waiting is worth, with the source of the trend", () => {
    const trace = traceIn(plan, { of: "waiting", trend: "ml-gpus", years: 2 });
    expectSound(trace);
    expect(trace.value).toBeLessThan(estimate(plan.resolved).withReruns.cost);
    expect(trace.inputs.at(-1)?.source).toBe(priceTrends.source);
  });
});

it("is refused where no plan is open", () => {
  const { resolved } = golden;
  const figure = { of: "waiting", trend: "ml-gpus", years: 1 } as const;
  expect(() => explain(resolved, estimate(resolved), null, figure)).toThrow("only a plan that is open");
});
