import { expect, it } from "vitest";
import { layoutOf, type SectionId } from "./layout.ts";

const told = (ids: readonly SectionId[]) =>
  layoutOf(new Set(ids)).map(({ id, label, width }) => `${label === "" ? id : label} ${width}`);

it("numbers tables and figures apart, in the order of the page", () => {
  expect(
    told(["sources", "assumptions", "time", "disputes", "times", "prices", "experiments", "cost-by-axis", "models"]),
  ).toEqual([
    "Table 1 full",
    "Figure 1 full",
    "Table 2 full",
    "Figure 2 half",
    "Table 3 half",
    "Table 4 full",
    "Table 5 full",
    "assumptions half",
    "sources half",
  ]);
});

it("puts the prices beside the chart of time where nothing is in dispute", () => {
  expect(layoutOf(new Set<SectionId>(["time", "times", "prices"])).map(({ id, width }) => [id, width])).toEqual([
    ["time", "half"],
    ["prices", "half"],
    ["times", "full"],
  ]);
});

it("gives the full width to what stands alone", () => {
  expect(layoutOf(new Set<SectionId>(["experiments", "energy"])).map((slot) => slot.width)).toEqual(["full", "full"]);
});
