import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completePurchase } from "../money/purchase-fields.ts";
import type { ResolvedPlan, ResolvedQuote } from "../plan/resolved.ts";
import { resolvedQuote } from "../plan/resolved-quote.fixture.ts";
import { Watts } from "../units/brands.ts";
import { arbitraryPlan } from "./arbitrary-plan.fixture.ts";
import { estimate } from "./estimate.ts";
import { UnknownFigureError } from "./explain/context.ts";
import { numericSides, traceOf } from "./explain/trace-of.fixture.ts";
import { explain } from "./explain.ts";
import type { Figure } from "./figure.ts";
import { fitOfModels } from "./fit.ts";
import { cardAt, certain, input, plan, runClass, uncertain } from "./plan.fixture.ts";
import { estimateRanges } from "./ranges.ts";
import type { Measure } from "./types.ts";

const MEASURES: readonly Measure[] = ["runs", "flop", "cardHours", "nodeHours", "cost"];

/** Every figure that a plan has, whatever it is of. */
function figuresOf(resolved: ResolvedPlan): Figure[] {
  const figures: Figure[] = [];
  for (const measure of MEASURES) {
    for (const stage of ["core", "withRepeats", "withReruns"] as const) figures.push({ of: "total", measure, stage });
    if (measure !== "runs") figures.push({ of: "reruns", measure });
    resolved.experiments.forEach((one, experiment) => {
      figures.push({ of: "experiment", experiment, measure });
      one.sweeps.forEach((_, sweep) => {
        figures.push({ of: "sweep", experiment, sweep, measure });
      });
    });
    resolved.classes.forEach((_, index) => {
      figures.push({ of: "class", runClass: index, measure });
    });
  }
  resolved.classes.forEach((one, index) => {
    for (const measure of ["items", "flopPerRun", "cardHoursPerRun", "flopPerItem"] as const) {
      figures.push({ of: "class", runClass: index, measure });
    }
    if (one.model !== null) {
      figures.push({ of: "class", runClass: index, measure: "speed" });
      figures.push({ of: "class", runClass: index, measure: "passSpeed" });
    }
    for (const measure of ["parameters", "flopPerItem", "sixNdRatio", "runs", "cost", "share"] as const) {
      if (one.model !== null) figures.push({ of: "model", model: one.model, measure });
    }
    if (resolved.cards[one.card]?.speed.kind !== "measured") figures.push({ of: "speed", card: one.card });
  });
  for (const { run, result } of fitOfModels(resolved)) {
    if (result.kind !== "known") continue;
    for (const measure of ["bytes", "cards"] as const) figures.push({ of: "memory", model: run.model, measure });
  }
  if (resolved.classes.some(({ model }) => model === null)) {
    for (const measure of ["runs", "cost", "share"] as const) figures.push({ of: "withoutModel", measure });
  }
  resolved.experiments.forEach((_, experiment) => {
    figures.push({ of: "experiment", experiment, measure: "share" });
    figures.push({ of: "experimentRange", experiment, measure: "cost", part: "p90" });
  });
  resolved.inputs.forEach((_, index) => {
    figures.push({ of: "swing", input: index, end: "low" }, { of: "swing", input: index, end: "high" });
  });
  resolved.clusters.forEach((_, cluster) => {
    figures.push({ of: "cluster", cluster });
  });
  for (const part of ["low", "p10", "p50", "p90", "high"] as const) {
    figures.push({ of: "totalRange", measure: "cost", part });
  }
  figures.push({ of: "quote", quote: 0 });
  return figures;
}

describe("a trace", () => {
  it("puts numbers in that come to its value, for every figure of any plan", () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const estimated = estimate(random);
        const ranges = estimateRanges(random, estimated, { draws: 20 });
        for (const figure of figuresOf(random)) {
          const trace = explain(random, estimated, ranges, figure);
          // A result in per cent stands beside a fraction of 1.
          const scales = trace.unit === "%" ? [1, 100] : [1];
          for (const side of numericSides(trace)) {
            const closest = Math.min(...scales.map((scale) => Math.abs(side * scale - trace.value)));
            expect(closest, `${JSON.stringify(figure)}: ${side} is not ${trace.value}`).toBeLessThanOrEqual(
              1e-9 * Math.abs(trace.value),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("opens only into figures that the plan has, and whose values are those named", () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const estimated = estimate(random);
        const ranges = estimateRanges(random, estimated, { draws: 20 });
        for (const figure of figuresOf(random)) {
          const trace = explain(random, estimated, ranges, figure);
          for (const { figure: below, value } of [...trace.inputs, ...trace.terms]) {
            if (below === null) continue;
            const opened = explain(random, estimated, ranges, below);
            expect(Math.abs(opened.value - value), JSON.stringify([figure, below])).toBeLessThanOrEqual(
              1e-9 * Math.abs(value),
            );
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("adds its terms up to its value", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(...MEASURES), (random, measure) => {
        for (const stage of ["core", "withRepeats"] as const) {
          const trace = traceOf(random, { of: "total", measure, stage });
          const sum = trace.terms.reduce((total, term) => total + term.value, 0);
          expect(Math.abs(sum - trace.value)).toBeLessThanOrEqual(1e-9 * trace.value);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("names a source for every input and for the formula", () => {
    const energy = {
      basis: "card",
      cardWatts: Watts(500),
      nodeWatts: Watts(900),
      load: 1,
      pue: 1.1,
      grid: { name: "Somewhere", gramsPerKilowattHour: 100, basis: "location", source: "a register", date: "2024" },
      source: null,
    } as const;
    const complete = plan({
      energy,
      ceiling: 100,
      compareWith: { title: "Another model", flop: 1e25, source: "a paper" },
    });
    const more: Figure[] = [
      { of: "chanceUnderCeiling" },
      { of: "comparison" },
      { of: "energy", measure: "kilowattHours" },
      { of: "energy", measure: "kilogramsCO2e" },
      { of: "energy", measure: "byCard" },
      { of: "energy", measure: "byNode" },
      { of: "axisValue", axis: "model.width", value: "128", measure: "cost" },
      { of: "axisValue", axis: "model.width", value: "128", measure: "share" },
    ];
    for (const figure of [...figuresOf(complete), ...more]) {
      const trace = traceOf(complete, figure);
      expect(trace.title).not.toBe("");
      expect(trace.formulaSource).not.toBe("");
      for (const one of trace.inputs) expect(one.source, JSON.stringify(figure)).not.toBe("");
    }
  });

  it("says where an input can be changed", () => {
    const inputs = [input(10, 15, 15)];
    const uncertainPlan = plan({ inputs, classes: [runClass({ counts: [uncertain(inputs, 0)] })] });
    const places = traceOf(uncertainPlan, { of: "total", measure: "cost", stage: "withReruns" }).inputs.map(
      (one) => one.place,
    );
    expect(places).toContain("defaults.hardware.utilisation");
    expect(places).toContain("quotes[0].price");
    expect(places).toContain("variables.count");
  });

  it("says of a foreign price what was quoted and what that currency is worth, and of machines what the price is", () => {
    const exchange = { rate: 1.5, date: "2026-11-20", source: "ECB" };
    const noteOf = (more: Partial<ResolvedQuote>) => {
      const foreign = plan({ quotes: [resolvedQuote(3, more)] });
      const figure: Figure = { of: "class", runClass: 0, measure: "cost" };
      return traceOf(foreign, figure).inputs.find(({ symbol }) => symbol === "p")?.note;
    };
    expect(noteOf({ native: { currency: "EUR", price: certain(2), exchange } })).toBe(
      "2 EUR, of which one is 1.5 USD on 2026-11-20, ECB",
    );
    const purchase = completePurchase({
      ...{ nodePrice: 1, nodes: 1, cardsPerNode: 8, nodeWatts: 0, electricityPerKilowattHour: 0 },
      ...{ lifetimeYears: 1, useShare: 1 },
    });
    expect(noteOf({ purchase })).toBe("what owning costs for each card-hour that is used");
    expect(noteOf({})).toBeNull();
  });

  it("says why the headline lies outside its own range", () => {
    const inputs = [input(10, 15, 15, "points per line")];
    const uncertainPlan = plan({ inputs, classes: [runClass({ counts: [uncertain(inputs, 0)] })] });
    const { notes } = traceOf(uncertainPlan, { of: "total", measure: "cost", stage: "withReruns" });
    expect(notes[0]?.text).toContain("lies above P90: points per line is likely 15, an end of its range");
  });

  it("refuses a figure that the plan does not have", () => {
    for (const figure of [
      { of: "experiment", experiment: 9, measure: "cost" },
      { of: "class", runClass: -1, measure: "items" },
      { of: "axisValue", axis: "colour", value: "red", measure: "cost" },
      { of: "energy", measure: "kilowattHours" },
      { of: "chanceUnderCeiling" },
    ] satisfies Figure[]) {
      expect(() => traceOf(plan(), figure)).toThrow(UnknownFigureError);
    }
    expect(() => explain(plan(), estimate(plan()), null, { of: "totalRange", measure: "cost", part: "p10" })).toThrow(
      UnknownFigureError,
    );
  });

  it("shows a stated speed with the utilisation it implies", () => {
    const card = {
      ...cardAt(certain(0.4)),
      speed: { kind: "achieved", flopPerSecond: certain(3.5e14), carriedFrom: "another card" },
    } as const;
    const trace = traceOf(plan({ cards: [card] }), { of: "speed", card: 0 });
    expect(trace.inputs.at(-1)?.value).toBeCloseTo(0.35, 12);
    expect(trace.notes[0]?.text).toContain("another card");
  });

  it("says where in a table by width a utilisation stands", () => {
    const points = [
      { width: 128, utilisation: 0.1 },
      { width: 2_048, utilisation: 0.4 },
    ];
    const at = (width: number, utilisation: number) => {
      const speed = { kind: "byWidth", utilisation: certain(utilisation), width, points } as const;
      const trace = traceOf(plan({ cards: [{ ...cardAt(certain(1)), speed }] }), { of: "speed", card: 0 });
      return { value: trace.value, sides: numericSides(trace), note: trace.inputs.at(-1)?.note, notes: trace.notes };
    };
    const between = at(512, 0.25);
    expect(between.value).toBe(0.25 * cardAt(certain(1)).densePeak);
    for (const side of between.sides) expect(side).toBeCloseTo(between.value, -3);
    expect(between.note).toBe("width 512, between 10.0 % at 128 and 40.0 % at 2,048");
    expect(between.notes[0]?.title).toBe("By width");
    expect(at(2_048, 0.4).note).toBe("width 2,048, as the table states it");
    expect(at(4_096, 0.4).note).toBe("width 4,096, beyond the table, which ends with 40.0 % at 2,048");
  });
});
