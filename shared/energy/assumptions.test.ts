import { describe, expect, it } from "vitest";
import { type EnergyAssumptions, energyAssumptionsSchema } from "./assumptions.ts";

const issuesOf = (value: unknown) =>
  (energyAssumptionsSchema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("energyAssumptionsSchema", () => {
  it.each<EnergyAssumptions>([
    {},
    { pue: 1.1, grid: "usa" },
    { basis: "node", nodeWatts: 1275, load: 0.8, source: "the machine's handbook" },
    { watts: 350, grid: { name: "Our roof", gramsPerKilowattHour: 0, basis: "market", date: "2026" } },
  ])("takes %o as it is", (assumptions) => {
    expect(energyAssumptionsSchema.parse(assumptions)).toEqual(assumptions);
  });

  it.each([
    [{ pue: 0.9 }, "pue", "Allowed: PUE as a number from 1 to 5"],
    [{ watts: 0 }, "watts", "Allowed: watts of one card as a number above 0, at most 100,000"],
    [
      { watts: { low: 1, likely: 2, high: 3 } },
      "watts",
      "Allowed: watts of one card as a number above 0, at most 100,000",
    ],
    [{ basis: "rack" }, "basis", "Allowed: card, node"],
    [{ load: -0.1 }, "load", "Allowed: load as a number from 0 to 2"],
    [{ grid: 380 }, "grid", "Allowed: the id of a grid, or {name, gramsPerKilowattHour, source, date, basis}"],
    [
      { grid: { name: "x", gramsPerKilowattHour: -1 } },
      "grid.gramsPerKilowattHour",
      "Allowed: grams of CO2e per kWh as a number from 0 to 5,000",
    ],
    [{ PUE: 1.1 }, "", "Allowed: basis, watts, nodeWatts, load, pue, grid, source"],
  ])("refuses %o at the right place", (value, path, message) => {
    expect(issuesOf(value)).toEqual([[path, message]]);
  });
});
