import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Cut } from "../../estimate/fit-to-sum/cut.ts";
import { cutWords } from "../../estimate/fit-to-sum/cut-words.ts";
import { shippedPlan } from "../fixtures/shipped-plans.ts";
import { chargeWords, cutScope } from "./cut-words.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const plan = shippedPlan("scaling-exponents", read);

it.each<readonly [Cut, string, string]>([
  [{ kind: "experiment", experiment: "gamma_expts" }, "Experiment “Gamma”", ""],
  [{ kind: "value", axis: "model.heads", value: 128 }, "Heads 128", "2 experiments"],
  [{ kind: "value", axis: "optimizer", value: "SGD" }, "Optimizer SGD", "2 experiments"],
  [
    { kind: "count", experiment: "eps_heatmaps", sweep: 0, axis: "learning rate", from: 13, to: 7 },
    "Learning rate settings 13 to 7, Epsilon heat maps",
    "",
  ],
  [
    { kind: "count", experiment: "gamma_expts", sweep: 1, axis: "trial", from: 800, to: 400 },
    "Trial settings 800 to 400, Search trials at width 1,024 of Gamma",
    "",
  ],
  [{ kind: "repeats", experiment: "alignment", sweep: null, from: 3, to: 2 }, "Repeats 3 to 2, Alignment", ""],
  [
    { kind: "variable", variable: "pointsPerLine", from: 15, to: 10 },
    "Points per line 15 to 10, the low end",
    "2 experiments",
  ],
])("says of %j", (cut, words, scope) => {
  expect(cutWords(plan, cut)).toBe(words);
  expect(cutScope(plan, { cut, experiments: ["alignment", "gamma_expts"] })).toBe(scope);
});

it("names the one experiment that a value is in", () => {
  expect(cutScope(plan, { cut: { kind: "value", axis: "x", value: 1 }, experiments: ["gamma_expts"] })).toBe("Gamma");
});

it("names the quotes that take back what cuts save", () => {
  expect(chargeWords({ charging: [], savesOf: "used", idleCuts: 0 })).toEqual([]);
  expect(chargeWords({ charging: ["Q"], savesOf: "computing", idleCuts: 3 })).toEqual([
    "Totals and savings have in them what “Q” charges beyond used card-hours. 3 cuts save nothing: what is not used is charged all the same.",
  ]);
  expect(chargeWords({ charging: ["Q", "R"], savesOf: "used", idleCuts: 0 })).toEqual([
    "Savings are of used card-hours alone, for the plan is large: what “Q” and “R” charge beyond them is in the totals and in every proposal, and may take some back.",
  ]);
});
