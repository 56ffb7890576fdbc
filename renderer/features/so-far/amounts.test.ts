import { expect, it } from "vitest";
import { plainText } from "../../../shared/sheet/text/rich-text.ts";
import { electricity, operations, powerTerms, type Units, wallClock } from "./amounts.ts";

const usual: Units = { operations: "flop", time: "fitting" };
const words = ({ text, unit, exact }: ReturnType<typeof operations>) => [plainText(text), unit, exact];

it("tells operations in the unit that was chosen", () => {
  expect(words(operations(5.4211e24, usual))).toEqual(["5.42 × 10²⁴", "FLOP", "5.4211e24 FLOP"]);
  expect(words(operations(8.64e19, { ...usual, operations: "pfDays" }))).toEqual([
    "1.00",
    "PF-days",
    "1 PF-days, 86,400,000,000,000,000,000 FLOP",
  ]);
});

it("tells times in the unit that fits, or in hours", () => {
  expect(words(wallClock(430_248.7, usual))).toEqual(["49.1", "years", "430,248.7 h"]);
  expect(words(wallClock(430_248.7, { ...usual, time: "hours" }))).toEqual(["430 k", "h", "430,248.7 h"]);
});

it("tells electricity with the prefix that fits", () => {
  expect(words(electricity(3_312_915))).toEqual(["3.31", "GWh", "3,312,915 kWh"]);
  expect(words(electricity(0))).toEqual(["0", "Wh", "0 kWh"]);
});

it("names the power that was counted", () => {
  const energy = {
    basis: "card",
    cardWatts: null,
    nodeWatts: null,
    load: 1,
    pue: 1.1,
    grid: null,
    source: null,
  } as const;
  expect(powerTerms(energy)).toBe("PUE 1.1");
});
