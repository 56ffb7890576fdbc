import { expect, it } from "vitest";
import { catalogue } from "../../estimating/catalogue.ts";
import { gridsMatching, gridWords } from "./grids.ts";

it("finds grids by the words of their name or id", () => {
  expect(gridsMatching(catalogue.grids, "united st").map(({ id }) => id)).toContain("usa");
  expect(gridsMatching(catalogue.grids, "google belgium").map(({ name }) => name)).toEqual([
    "Google Cloud europe-west1 (St. Ghislain, Belgium)",
  ]);
  expect(gridsMatching(catalogue.grids, " ")).toHaveLength(catalogue.grids.length);
  expect(gridsMatching(catalogue.grids, "atlantis")).toEqual([]);
});

it("says how much a kilowatt-hour emits, on which basis and when", () => {
  expect(gridWords({ gramsPerKilowattHour: 369.473, basis: "location", date: "2023" })).toBe(
    "369.473 g of CO2e a kWh, 2023",
  );
  expect(gridWords({ gramsPerKilowattHour: 35, basis: "market", date: null })).toBe("35 g of CO2e a kWh, market-based");
});
