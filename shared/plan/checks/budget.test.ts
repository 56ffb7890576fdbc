import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../catalogue.fixture.ts";
import { readPlan } from "../read.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));
const plan = JSON.parse(readFileSync(new URL("templates/scaling-exponents.json", assets), "utf8"));

const line = { id: "student", category: "people", title: "Student", quantity: 1, price: 40_000 };

function faultsOf(budget: object): { place: string; message: string; allowed: string }[] {
  const read = readPlan(JSON.stringify({ ...plan, budget }), catalogue);
  if (read.ok) return [];
  return read.error.map(({ path, message, allowed }) => ({ place: path, message, allowed: String(allowed) }));
}

describe("checkBudget", () => {
  it("has nothing against a budget that agrees with itself", () => {
    const lines = [
      { ...line, year: "every" },
      { ...line, id: "cloud", category: "compute", funderCode: "G6", year: 2 },
    ];
    expect(faultsOf({ layout: "nsf", months: 13, computeLines: { shares: [0.6667, 0.3333] }, lines })).toEqual([]);
    const months = { ...line, unit: "person-months" };
    const other = { ...line, id: "b", unit: "stipend", inIndirectBase: false };
    expect(faultsOf({ layout: "ukri", lines: [months, other] })).toEqual([]);
    expect(faultsOf({ layout: "nsf", lines: [{ ...line, unit: "stipend" }] })).toEqual([]);
  });

  it.each([
    [{ layout: "nfs" }, "budget.layout", '"nfs" names no funder layout of the catalogue'],
    [
      { layout: "nsf", lines: [{ ...line, funderCode: "Z" }] },
      "budget.lines[0].funderCode",
      '"Z" names no heading of the layout nsf',
    ],
    [
      { layout: "nsf", storageLine: { funderCode: "Z" } },
      "budget.storageLine.funderCode",
      '"Z" names no heading of the layout nsf',
    ],
    [{ layout: "nsf", months: 24, lines: [{ ...line, year: 3 }] }, "budget.lines[0].year", "The grant has 2 years"],
    [{ layout: "nsf", lines: [line, line] }, "budget.lines[1].id", "The id student is taken"],
    [{ layout: "nsf", currency: "EUR" }, "budget.currency", "There is no exchange rate of EUR"],
    [
      { layout: "nsf", lines: [{ ...line, currency: "GBP" }] },
      "budget.lines[0].currency",
      "There is no exchange rate of GBP",
    ],
    [
      { layout: "nsf", computeLines: { shares: [0.5, 0.5] } },
      "budget.computeLines.shares",
      "More shares than grant years",
    ],
    [
      { layout: "ukri", lines: [{ ...line, unit: "stipend" }] },
      "budget.lines[0].unit",
      "UKRI counts estates and indirect costs by full-time year, and stipend is no time",
    ],
    [
      { layout: "nsf", months: 24, computeLines: { shares: [0.5, 0.4] } },
      "budget.computeLines.shares",
      "The shares add up to 0.9",
    ],
  ])("says of %j where it is and what is allowed", (budget, place, message) => {
    expect(faultsOf(budget)).toEqual([{ place, message, allowed: expect.stringMatching(/\S/) }]);
  });
});
