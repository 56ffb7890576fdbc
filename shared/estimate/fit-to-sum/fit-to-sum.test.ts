import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import type { PlanDocument } from "../../plan/document.ts";
import { editText } from "../../plan/edit/edit-text.ts";
import { type ReadPlan, readPlan } from "../../plan/read.ts";
import { estimate } from "../estimate.ts";
import { computingCeiling } from "./computing-ceiling.ts";
import { cutEdits } from "./cut-edits.ts";
import { fitToSum } from "./fit-to-sum.ts";
import { rankedCuts } from "./ranked-cuts.ts";
import { chanceUnder, reducedPlan } from "./reduced-plan.ts";

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);
const TEMPLATES = [
  "compute-optimal-ladder",
  "fine-tuning-seeds",
  "pretrain-7b",
  "scaling-exponents",
  "vision-epochs",
  "whole-project",
];

function planOf(text: string): ReadPlan {
  const plan = readPlan(text, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error[0]));
  return plan.value;
}

const templateText = (name: string) => asset(`templates/${name}.json`);
const golden = planOf(templateText("scaling-exponents"));
const ranked = (plan: ReadPlan) => rankedCuts(plan.document, plan.resolved, estimate(plan.resolved));
const costOf = (plan: ReadPlan) => estimate(plan.resolved).withReruns.cost;

describe("rankedCuts", () => {
  it("ranks the golden plan: the largest width first, in every experiment that has it", () => {
    const [first, second] = ranked(golden);
    expect(first).toMatchObject({
      cut: { kind: "value", axis: "model.heads", value: 128 },
      saves: expect.closeTo(5_281_874.913, 3),
    });
    expect(first?.experiments).toHaveLength(7);
    expect(second?.saves).toBeLessThan(first?.saves ?? 0);
    const points = ranked(golden).find(({ cut }) => cut.kind === "variable");
    expect(points).toMatchObject({
      cut: { variable: "pointsPerLine", from: 15, to: 10 },
      saves: expect.closeTo(2_984_239.62, 1),
    });
  });

  it.each(TEMPLATES)("says of %s what each cut saves, and each makes a plan", (name) => {
    const text = templateText(name);
    const plan = planOf(text);
    const total = costOf(plan);
    const cuts = ranked(plan);
    expect(cuts.length).toBeGreaterThan(0);
    for (const { cut, saves, runs } of cuts) {
      const edits = cutEdits(plan.document, cut);
      if (edits === null) {
        // The only value of the only sweep: nothing would be left.
        expect(saves).toBeCloseTo(total, 6);
        continue;
      }
      const written = editText(text, edits);
      if (!written.ok) throw new Error(JSON.stringify([cut, written.error]));
      const after = planOf(written.value);
      expect(Math.abs(total - costOf(after) - saves), JSON.stringify(cut)).toBeLessThan(total * 1e-9);
      const lost = estimate(plan.resolved).withReruns.runs - estimate(after.resolved).withReruns.runs;
      expect(lost, JSON.stringify(cut)).toBeCloseTo(runs, 6);
    }
  });
});

describe("cutEdits", () => {
  const document = {
    flopsheet: 1,
    title: "T",
    experiments: [
      {
        id: "a",
        title: "A",
        sweeps: [{ axes: { "model.width": [64, 128], seed: { by: "model.width", counts: { "64": 3, "128": 1 } } } }],
      },
      {
        id: "b",
        title: "B",
        after: ["a"],
        sweeps: [
          { id: "one", axes: { "model.width": [128] } },
          { axes: { seed: 3 }, sharedWith: "a" },
        ],
      },
      { id: "c", title: "C", after: ["a", "b"], sweeps: [{ axes: { "model.width": [128] } }] },
    ],
    disputes: [
      { id: "d", title: "D", experiment: "b", sweep: "one", instead: {} },
      { id: "e", title: "E", experiment: "c", instead: {} },
    ],
    quotes: [],
  } satisfies PlanDocument;

  it("takes a value out of every list, with the count stated for it, and what is left empty", () => {
    expect(cutEdits(document, { kind: "value", axis: "model.width", value: 128 })).toEqual([
      { op: "remove", path: ["experiments", 2] },
      { op: "remove", path: ["experiments", 1, "sweeps", 0] },
      { op: "remove", path: ["experiments", 0, "sweeps", 0, "axes", "seed", "counts", "128"] },
      { op: "remove", path: ["experiments", 0, "sweeps", 0, "axes", "model.width", 1] },
      { op: "remove", path: ["disputes"] },
    ]);
  });

  it("takes out what names an experiment that goes", () => {
    expect(cutEdits(document, { kind: "experiment", experiment: "a" })).toEqual([
      { op: "remove", path: ["experiments", 2, "after", 0] },
      { op: "remove", path: ["experiments", 1, "sweeps", 1, "sharedWith"] },
      { op: "remove", path: ["experiments", 1, "after"] },
      { op: "remove", path: ["experiments", 0] },
    ]);
  });

  it("makes no edit of what is not there, or of the last experiment", () => {
    expect(cutEdits(document, { kind: "value", axis: "model.width", value: 7 })).toBeNull();
    expect(cutEdits(document, { kind: "experiment", experiment: "gone" })).toBeNull();
    const only = { ...document, experiments: document.experiments.slice(0, 1) };
    expect(cutEdits(only, { kind: "experiment", experiment: "a" })).toBeNull();
  });
});

describe("fitToSum", () => {
  it.each([500_000, 1_290_746, 3_872_238])("cuts the golden plan to %i USD", (ceiling) => {
    const reduced = fitToSum(golden, catalogue, ceiling);
    if (reduced === null) throw new Error("it was not cut");
    const { withReruns } = reduced.estimate;
    expect(withReruns.cost).toBeLessThanOrEqual(ceiling);
    expect(withReruns.cost).toBeGreaterThan(ceiling / 2);
    expect(reduced.lost.runs).toBeCloseTo(58_512 - withReruns.runs, 6);
    // The edits are those of the text that was cut.
    const written = editText(templateText("scaling-exponents"), reduced.edits);
    expect(written.ok && costOf(planOf(written.value))).toBeCloseTo(withReruns.cost, 6);
    expect(chanceUnder(reduced, ceiling)).toBe(1);
  });

  it("leaves a plan alone that costs no more", () => {
    expect(fitToSum(golden, catalogue, 13e6)).toMatchObject({
      cuts: [],
      edits: [],
      lost: { runs: 0, experiments: [] },
    });
  });

  it("says where no cut is enough", () => {
    expect(fitToSum(golden, catalogue, 1e-9)).toBeNull();
  });
});

describe("reducedPlan", () => {
  it("makes several cuts, whatever their order", () => {
    const cuts = [
      { kind: "experiment", experiment: "gamma_expts" },
      { kind: "value", axis: "model.heads", value: 128 },
      { kind: "count", experiment: "eps_heatmaps", sweep: 0, axis: "learning rate", from: 13, to: 7 },
    ] as const;
    const there = reducedPlan(golden, catalogue, cuts);
    const back = reducedPlan(golden, catalogue, cuts.toReversed());
    expect(there?.lost.experiments).toEqual(["Gamma"]);
    expect(there?.lost.largestModel).toEqual({ before: 26_821_689_344, after: expect.any(Number) });
    expect(there?.estimate.withReruns.cost).toBeCloseTo(back?.estimate.withReruns.cost ?? Number.NaN, 6);
  });

  it("is nothing without any experiment", () => {
    const all = golden.resolved.experiments.map(({ id }) => ({ kind: "experiment", experiment: id }) as const);
    expect(reducedPlan(golden, catalogue, all)).toBeNull();
  });
});

describe("computingCeiling", () => {
  const withCeiling = (more: object) =>
    planOf(JSON.stringify({ ...JSON.parse(templateText("scaling-exponents")), ceiling: 500_000, ...more }));
  const of = ({ resolved }: ReadPlan) => computingCeiling(resolved, estimate(resolved));

  it("is the ceiling without a budget, and what indirect costs and other lines leave of it with one", () => {
    const budget = { layout: "nsf", indirect: { rate: 0.56 } };
    expect(of(golden)).toBeNull();
    expect(of(withCeiling({}))).toBe(500_000);
    expect(of(withCeiling({ budget }))).toBeCloseTo(500_000 / 1.56, 4);
    const lines = [{ id: "post-doc", category: "people", title: "Post-doc", quantity: 1, price: 78_000 }];
    expect(of(withCeiling({ budget: { ...budget, lines } }))).toBeCloseTo((500_000 - 78_000 * 1.56) / 1.56, 4);
    expect(of(withCeiling({ ceiling: 1_000, budget: { ...budget, lines } }))).toBe(0);
    expect(of(withCeiling({ budget: { ...budget, computeLines: { leaveOut: true } } }))).toBeNull();
  });

  it("is what a chance is of, whatever the budget has beside computing", () => {
    const plan = withCeiling({ budget: { layout: "nsf", indirect: { rate: 0.56 } } });
    const reduced = fitToSum(plan, catalogue, 320_512);
    expect(reduced === null ? null : chanceUnder(reduced, 320_512)).toBe(1);
  });
});
