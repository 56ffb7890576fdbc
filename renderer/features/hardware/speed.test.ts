import { expect, it } from "vitest";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import {
  changeForm,
  likelyOf,
  type Start,
  sharesByWidth,
  speedForm,
  statedPoints,
  statedShare,
  stateUtilisation,
} from "./speed.ts";

const PEAK = 989.4e12;
const treeOf = (hardware: object, variables = {}) => ({ variables, defaults: { hardware } });
const set = (field: string, value: PlainValue) => ({ op: "set", path: ["defaults", "hardware", field], value });
const start = (more: Partial<Start> = {}): Start => ({ peak: PEAK, kept: null, widths: [], advice: 0.3, ...more });
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
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "utilisation", start())).toEqual([
    remove("achieved"),
    set("utilisation", 0.3537),
  ]);
  expect(changeForm(treeOf({ utilisation: 0.3537 }), "achieved", start({ kept: 3.5e14 }))).toEqual([
    remove("utilisation"),
    set("achieved", 3.5e14),
  ]);
  expect(changeForm(treeOf({ utilisation: { low: 0.3, likely: 0.35, high: 0.4 } }), "achieved", start())).toEqual([
    remove("utilisation"),
    set("achieved", { low: 2.968e14, likely: 3.463e14, high: 3.958e14 }),
  ]);
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "advice", start())).toEqual([remove("achieved")]);
  expect(changeForm(treeOf({}), "utilisation", start({ kept: 0.3 }))).toEqual([set("utilisation", 0.3)]);
});

it("keeps a half-typed speed a fault, not a figure", () => {
  expect(changeForm(treeOf({ achieved: "35e" }), "utilisation", start())).toEqual([
    remove("achieved"),
    set("utilisation", ""),
  ]);
});

it("puts a utilisation in place of any speed", () => {
  expect(stateUtilisation(treeOf({ achieved: 3.5e14 }), 0.3)).toEqual([remove("achieved"), set("utilisation", 0.3)]);
  expect(stateUtilisation(treeOf({}), 0.3)).toEqual([set("utilisation", 0.3)]);
});

const table = (...points: readonly (readonly [width: PlainValue, utilisation: PlainValue])[]) => ({
  byWidth: points.map(([width, utilisation]) => ({ width, utilisation })),
});

it("starts a table by width that says for all models what was said before", () => {
  const widths = [256, 128, 16_384];
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "byWidth", start({ widths }))).toEqual([
    remove("achieved"),
    set("utilisation", table([128, 0.3537], [16_384, 0.3537])),
  ]);
  expect(changeForm(treeOf({ utilisation: 0.4 }), "byWidth", start({ widths: [512] }))).toEqual([
    set("utilisation", table([512, 0.4], [1_024, 0.4])),
  ]);
  expect(changeForm(treeOf({}), "byWidth", start())).toEqual([set("utilisation", table([1_024, 0.3], [8_192, 0.3]))]);
});

it("leaves a table by width for the mean of its points, or the advice where it has none yet", () => {
  const stated = treeOf({ utilisation: table([128, 0.1], [2_048, 0.4]), utilisationOf: "bf16" });
  expect(speedForm(stated)).toBe("byWidth");
  expect(changeForm(stated, "utilisation", start())).toEqual([set("utilisation", 0.25)]);
  expect(changeForm(stated, "achieved", start())).toEqual([
    remove("utilisation"),
    remove("utilisationOf"),
    set("achieved", 2.474e14),
  ]);
  expect(changeForm(stated, "advice", start())).toEqual([remove("utilisation"), remove("utilisationOf")]);
  const typing = treeOf({ utilisation: table([128, 0.1], ["2k", 0.4]) });
  expect(changeForm(typing, "utilisation", start())).toEqual([set("utilisation", 0.3)]);
});

it("reads the points of a table, and the share of every model that has a width", () => {
  const points = statedPoints(treeOf({ utilisation: table([128, 0.1], [2_048, 0.4]) }));
  expect(points).toEqual(table([128, 0.1], [2_048, 0.4]).byWidth);
  expect(statedShare(treeOf({ utilisation: table([128, 0.1], [2_048, 0.4]) }), PEAK)).toBeNull();
  for (const broken of [table([128, 0.1], ["", 0.4]), table([128, 0.1], [64, 0.4]), table()]) {
    expect(statedPoints(treeOf({ utilisation: broken }))).toBeNull();
  }
  const models = [
    { parameters: 9e9, width: 2_048 },
    { parameters: 5e6, width: null },
    { parameters: 1e6, width: 512 },
  ];
  expect(sharesByWidth(points ?? [], models)).toEqual([
    { parameters: 1e6, width: 512, share: expect.closeTo(0.25, 12) },
    { parameters: 9e9, width: 2_048, share: 0.4 },
  ]);
});

it("forgets of which peak a utilisation was a share, when another comes in its place", () => {
  expect(stateUtilisation(treeOf({ utilisation: 0.4, utilisationOf: "bf16" }), 0.3)).toEqual([
    remove("utilisationOf"),
    set("utilisation", 0.3),
  ]);
});

it("knows a measured pilot as a form of its own, which begins empty and leaves nothing behind", () => {
  const pilot = treeOf({ measured: { tokensPerSecondPerCard: 3_400 } });
  expect(speedForm(pilot)).toBe("measured");
  expect(changeForm(pilot, "utilisation", start())).toEqual([remove("measured"), set("utilisation", 0.3)]);
  expect(changeForm(treeOf({ achieved: 3.5e14 }), "measured", start())).toEqual([
    remove("achieved"),
    set("measured", { tokensPerSecondPerCard: "" }),
  ]);
  expect(stateUtilisation(pilot, 0.4)).toEqual([remove("measured"), set("utilisation", 0.4)]);
});
