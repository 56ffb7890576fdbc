import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { smallPlan } from "../../estimate/budget/small-plan.fixture.ts";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { sectionOf, sheetOf } from "../fixtures/sheet-of.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const titleOf = (budget: object | undefined, terms: object) => {
  const quotes = [{ id: "q", price: { low: 1, likely: 2, high: 4 }, ...terms }];
  const sheet = sheetOf(smallPlan(catalogue, budget, { quotes, clusters: [{ cards: 64 }] }));
  return JSON.stringify(sectionOf(sheet, "ranges").title);
};

it("says which cost it draws where another total stands above it", () => {
  expect(titleOf(undefined, {})).toContain("In four draws of five the total is ");
  const used = "In four draws of five the rental cost of used card-hours is ";
  expect(titleOf(undefined, { minimumCards: 100 })).toContain(used);
  expect(titleOf({ layout: "generic" }, {})).toContain(used);
});
