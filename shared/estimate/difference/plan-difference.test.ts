import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { editText } from "../../plan/edit/edit-text.ts";
import type { PlanEdit } from "../../plan/edit/plan-edit.ts";
import { readPlan } from "../../plan/read.ts";
import { type PlanDifference, planDifference } from "./plan-difference.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(read);
const golden = read("templates/scaling-exponents.json");

function planOf(text: string) {
  const plan = readPlan(text, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error[0]));
  return plan.value;
}

function edited(...edits: readonly PlanEdit[]): PlanDifference {
  const text = editText(golden, edits);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return planDifference(planOf(golden), planOf(text.value), catalogue);
}

const total = ({ before, after: now }: PlanDifference) => now.cost - before.cost;

describe("planDifference", () => {
  it("is nothing between a plan and itself", () => {
    expect(edited()).toMatchObject({ currency: "USD", lines: [], changes: [], quiet: 0, remainder: 0 });
  });

  it("is the price of one change, alone and in turn", () => {
    const seeds = edited({ op: "set", path: ["experiments", 0, "repeats"], value: 2 });
    expect(seeds.changes).toEqual([
      {
        words: "Repeats of Alignment set to 2",
        place: "experiments[0].repeats",
        inTurn: expect.closeTo(888.814, 3),
        alone: expect.closeTo(888.814, 3),
      },
    ]);
    expect(seeds.remainder).toBe(0);
    expect(seeds.lines).toEqual([expect.objectContaining({ id: "alignment", difference: expect.closeTo(888.814, 3) })]);
  });

  it("names what changes do together beyond each alone", () => {
    const both = edited(
      { op: "set", path: ["experiments", 0, "repeats"], value: 2 },
      { op: "set", path: ["quotes", 0, "price"], value: 3.3 },
    );
    expect(both.changes.map(({ alone }) => alone)).toEqual([
      expect.closeTo(888.814, 3),
      expect.closeTo(1_290_746.118, 3),
    ]);
    expect(both.remainder).toBeCloseTo(88.881, 3);
    expect(both.changes.reduce((sum, { inTurn }) => sum + inTurn, 0)).toBeCloseTo(total(both), 6);
  });

  it("takes changes as one that only make a plan together, and counts those that move no money", () => {
    const renamed = edited(
      { op: "rename", path: ["variables"], from: "pointsPerLine", to: "points" },
      ...[
        [2, 0],
        [4, 0],
        [5, 0],
        [6, 0],
        [7, 0],
        [8, 0],
        [8, 1],
        [8, 2],
      ].map(
        ([experiment = 0, sweep = 0]): PlanEdit => ({
          op: "set",
          path: ["experiments", experiment, "sweeps", sweep, "axes", "learning rate", "use"],
          value: "points",
        }),
      ),
      { op: "set", path: ["overhead"], value: { reruns: 0.1 } },
      { op: "set", path: ["title"], value: "Another title" },
    );
    expect(renamed.quiet).toBe(2);
    expect(renamed.changes.map(({ words }) => words)).toEqual(["Work done again set to 10 %"]);
    expect(renamed.changes[0]?.inTurn).toBeCloseTo(total(renamed), 6);
  });

  it("tells of an experiment that went and one that came", () => {
    const swapped = edited(
      { op: "remove", path: ["experiments", 5] },
      {
        op: "insert",
        path: ["experiments"],
        at: 0,
        value: { id: "pilot", title: "Pilot", sweeps: [{ model: { heads: 8 }, axes: { seed: 3 } }] },
      },
    );
    expect(swapped.lines.map(({ id, before, after: now }) => [id, before === null, now === null])).toEqual([
      ["pilot", true, false],
      ["gamma_expts", false, true],
    ]);
    expect(swapped.changes.map(({ words }) => words)).toEqual(["Pilot added, 3 runs", "Gamma removed, 36,360 runs"]);
    expect(swapped.remainder).toBe(0);
    const runs = swapped.after.runs - swapped.before.runs;
    expect(runs).toBe(3 - 36_360);
  });

  it("has the work done again as a line of its own", () => {
    const again = edited({ op: "set", path: ["overhead"], value: { reruns: 0.1 } });
    expect(again.lines).toEqual([expect.objectContaining({ id: null, difference: expect.closeTo(1_290_746.118, 3) })]);
  });

  it("compares no money of two currencies", () => {
    const euros = edited({ op: "set", path: ["currency"], value: "EUR" });
    expect(euros).toMatchObject({ currency: null, changes: [] });
  });
});
