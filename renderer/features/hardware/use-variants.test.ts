import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan } from "../../estimating/opened-plan.ts";
import { smallModels } from "./small-models.ts";
import { stateUtilisation } from "./speed.ts";
import { totalOf } from "./use-variants.ts";

const text = readFileSync("assets/templates/scaling-exponents.json", "utf8");

it("costs the plan at other utilisations: money goes with 1 ÷ speed", () => {
  const at = (share: number) => totalOf(text, stateUtilisation(JSON.parse(text), share)) ?? Number.NaN;
  // Mockup 3: 30 % is 15.2 M, +2.31 M.
  expect(at(0.3)).toBeCloseTo((12_907_461.1799 * 3.5e14) / (0.3 * 989.4e12), 1);
  expect(at(0.3) / at(0.4125)).toBeCloseTo(0.4125 / 0.3, 9);
});

it("has no total for what is no plan", () => {
  expect(totalOf(text, stateUtilisation(JSON.parse(text), 1.2))).toBeNull();
  expect(totalOf("{", [])).toBeNull();
});

it("counts the models that are smaller than all that were measured, and their money", () => {
  const opened = openPlan({ name: "", text }, catalogue);
  if (!opened.ok) throw new Error("not a plan");
  expect(smallModels(opened.value, 1)).toBeNull();
  expect(smallModels(opened.value, 124e6)).toMatchObject({ smaller: 4, models: 14 });
  expect(smallModels(opened.value, 1e15)?.share).toBeCloseTo(1, 12);
});
