import { expect, it } from "vitest";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { changeForm, likelyOf, speedForm, statedShare, stateUtilisation } from "./speed.ts";

const PEAK = 989.4e12;
const treeOf = (hardware: object, variables = {}) => ({ variables, defaults: { hardware } });
const set = (field: string, value: PlainValue) => ({ op: "set", path: ["defaults", "hardware", field], value });
const remove = (field: string) => ({ op: "remove", path: ["defaults", "hardware", field] });

it("knows in which form the speed is stated, and what share of the peak it is", () => {
  expect(speedForm(treeOf({ achieved: 3.5e14 }))).toBe("achieved");
  expect(speedForm(treeOf({ utilisation: "3" }))).toBe("utilisation");
  expect(speedForm(treeOf({}))).toBe("advice");
  expect(statedShare(treeOf({ achieved: 3.5e14 }), PEAK)).toBeCloseTo(0.35375, 5);
  expect(statedShare(treeOf({ utilisation: { low: 0.3, likely: 0.35, high: 0.4 } }), PEAK)).toBe(0.35);
  expect(
    statedShare(treeOf({ utilisation: { use: "mfu" } }, { mfu: { low: 0.2, likely: 0.25, high: 0.4 } }), PEAK),
  ).toBe(0.25);
  expect(statedShare(treeOf({}), PEAK)).toBeNull();
  expect(likelyOf({}, "3.")).toBeNull();
});

it("converts between the forms to four figures, and gives back what was typed there", () => {
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "utilisation", PEAK, null)).toEqual([
    remove("achieved"),
    set("utilisation", 0.3537),
  ]);
  expect(changeForm(treeOf({ utilisation: 0.3537 }), "achieved", PEAK, 3.5e14)).toEqual([
    remove("utilisation"),
    set("achieved", 3.5e14),
  ]);
  expect(changeForm(treeOf({ utilisation: { low: 0.3, likely: 0.35, high: 0.4 } }), "achieved", PEAK, null)).toEqual([
    remove("utilisation"),
    set("achieved", { low: 2.968e14, likely: 3.463e14, high: 3.958e14 }),
  ]);
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "advice", PEAK, null)).toEqual([remove("achieved")]);
  expect(changeForm(treeOf({}), "utilisation", PEAK, 0.3)).toEqual([set("utilisation", 0.3)]);
});

it("keeps a half-typed speed a fault, not a figure", () => {
  expect(changeForm(treeOf({ achieved: "35e" }), "utilisation", PEAK, null)).toEqual([
    remove("achieved"),
    set("utilisation", ""),
  ]);
});

it("puts a utilisation in place of any speed", () => {
  expect(stateUtilisation(treeOf({ achieved: 3.5e14 }), 0.3)).toEqual([remove("achieved"), set("utilisation", 0.3)]);
  expect(stateUtilisation(treeOf({}), 0.3)).toEqual([set("utilisation", 0.3)]);
});
