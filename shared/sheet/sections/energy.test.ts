import { expect, it } from "vitest";
import type { ResolvedEnergy } from "../../plan/resolved.ts";
import { Watts } from "../../units/brands.ts";
import { h100, h100Card, plan, runClass } from "../fixtures/plan.ts";
import { sectionOf, sheetOf, tableOf, wordsOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";

const france = { name: "France", gramsPerKilowattHour: 56, basis: "location", source: null, date: null } as const;
const energy: ResolvedEnergy = {
  basis: "card",
  cardWatts: Watts(700),
  nodeWatts: null,
  load: 0.9,
  pue: 1.1,
  grid: france,
  source: null,
};
const told = (more: Partial<ResolvedEnergy>, rest: Parameters<typeof plan>[0] = {}) => {
  const classes = [runClass({ labels: 10 })];
  return wordsOf(tableOf(sheetOf(plan({ classes, energy: { ...energy, ...more }, ...rest })), "energy")).map((row) =>
    row.join(" | "),
  );
};

it("tells amount and unit, and the terms in its subtitle", () => {
  expect(told({})).toEqual([
    "Electricity, 700 W a card | 29.8 | kWh",
    "Greenhouse gas, location-based | 1.67 | kg CO2e",
  ]);
  const subtitle = sectionOf(sheetOf(plan({ energy })), "energy").subtitle;
  expect(plainText(subtitle)).toBe("PUE 1.1; load 0.9; France, 56 g of CO2e a kWh.");
});

it("compares the powers in one unit, and says which the gas is of", () => {
  expect(told({ nodeWatts: Watts(1_275) }, { classes: [runClass({ labels: 2_500 })] })).toEqual([
    "Electricity, 700 W a card | 7.4 | MWh",
    "Electricity, 1,275 W a card, host included | 13.6 | MWh",
    "Greenhouse gas at the card’s power, location-based | 417 | kg CO2e",
  ]);
});

it("says what is unknown, and why", () => {
  const cards = [{ ...h100Card, accelerator: { ...h100, tdpWatts: null } }];
  expect(told({ cardWatts: null, grid: null }, { cards })).toEqual([
    "Electricity | unknown | a card’s power is unknown",
    "Greenhouse gas | unknown | no grid is stated",
  ]);
  expect(told({ basis: "node" })).toEqual([
    "Electricity, 700 W a card | 29.8 | kWh",
    "Electricity | unknown | the node’s power is not stated",
    "Greenhouse gas, location-based | unknown | the node’s power is not stated",
  ]);
});

it("counts each card at its own power where they differ", () => {
  expect(told({ cardWatts: null })[0]).toBe("Electricity, each card at its own power | 29.8 | kWh");
});

it("cites the card's row for a power that is the card's own, and only the plan for one that the plan states", () => {
  const cited = (more: Partial<ResolvedEnergy>) => {
    const sheet = sheetOf(plan({ energy: { ...energy, source: "our meter", ...more } }));
    const [assumptions, sources] = ["assumptions", "sources"].map((id) => {
      const section = sectionOf(sheet, id);
      return section.kind === "list" ? section.items.map(plainText) : [];
    });
    const letters = assumptions?.find((text) => text.startsWith("Electricity"))?.match(/(?<=\[)[a-z](?=\])/g) ?? [];
    return letters.map((letter) => sources?.[letter.charCodeAt(0) - "a".charCodeAt(0)]);
  };
  const row = "NVIDIA H100 SXM5 80GB: Data on Machine Learning Hardware. 15 November 2025.";
  expect(cited({})).toEqual([row, "our meter."]);
  expect(cited({ cardWatts: Watts(500) })).toEqual(["our meter."]);
  expect(cited({ basis: "node", nodeWatts: Watts(1_275) })).toEqual(["our meter."]);
});
