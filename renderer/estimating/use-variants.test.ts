import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { totalsOf } from "./use-variants.ts";

const text = readFileSync("assets/templates/scaling-exponents.json", "utf8");
const hardware = ["defaults", "hardware"];
const at = (share: number): PlanEdit[] => [
  { op: "remove", path: [...hardware, "achieved"] },
  { op: "set", path: [...hardware, "utilisation"], value: share },
];

it("costs the plan with other values: money goes with 1 ÷ speed, operations stay", () => {
  const cost = (share: number) => totalsOf(text, at(share))?.cost ?? Number.NaN;
  // The plan states 3.5e14 of 989.4e12 FLOP/s and costs 12,907,461.18 USD; the mockup has 15.2 M at 30 %.
  expect(cost(0.3)).toBeCloseTo((12_907_461.1799 * 3.5e14) / (0.3 * 989.4e12), 1);
  expect(cost(0.3) / cost(0.4125)).toBeCloseTo(0.4125 / 0.3, 9);
  expect(totalsOf(text, at(0.3))?.flop).toBe(totalsOf(text, [])?.flop);
});

it("has no totals for what is no plan", () => {
  expect(totalsOf(text, at(1.2))).toBeNull();
  expect(totalsOf("{", [])).toBeNull();
});
