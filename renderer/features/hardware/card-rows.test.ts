import { expect, it } from "vitest";
import { completeAccelerator } from "../../../shared/hardware/accelerator.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { catalogueRows, libraryRowOf, matching, peakColumns } from "./card-rows.ts";
import { shortSource, sourceWords } from "./source-words.ts";

const rows = catalogueRows(catalogue.accelerators, "h100-sxm");

it("puts the plan's card first, then the newest", () => {
  expect(rows).toHaveLength(catalogue.accelerators.length);
  expect(rows[0]?.key).toBe("h100-sxm");
  const years = rows.slice(1).map(({ card }) => card.releaseYear ?? 0);
  expect(years).toEqual([...years].sort((a, b) => b - a));
});

it("finds cards by every word of their name, maker or year", () => {
  expect(matching(rows, "h100").map(({ key }) => key)).toEqual(["h100-sxm", "h100-nvl", "h100-pcie"]);
  expect(
    matching(rows, " google  2023 ").every(({ card }) => card.vendor === "Google" && card.releaseYear === 2023),
  ).toBe(true);
  expect(matching(rows, "")).toHaveLength(rows.length);
  expect(matching(rows, "h100 amd")).toEqual([]);
});

it("knows the row of the library that the plan's card is a copy of, while it is one", () => {
  const value = { name: "Lab card", densePeak: { bf16: 2e14 }, from: { id: "a", revision: 1, date: "2026-11-22" } };
  const row = { key: "library a", card: completeAccelerator(value), value, home: "library" } as const;
  expect(libraryRowOf({ ...value, from: { ...value.from, revision: 3 } }, [row])).toBe(row);
  expect(libraryRowOf({ ...value, tdpWatts: 300 }, [row])).toBeNull();
  expect(libraryRowOf({ ...value, from: { ...value.from, id: "b" } }, [row])).toBeNull();
  expect(libraryRowOf("h100-sxm", [row])).toBeNull();
  expect(libraryRowOf(undefined, [row])).toBeNull();
});

it("has a column for the format in force beside the usual two", () => {
  expect(peakColumns("bf16")).toEqual(["bf16", "fp8"]);
  expect(peakColumns(null)).toEqual(["bf16", "fp8"]);
  expect(peakColumns("fp16")).toEqual(["fp16", "bf16", "fp8"]);
});

it("names the newest source in short", () => {
  const source = { title: "stas00/ml-engineering, accelerator table (dense)", url: null, date: "2026-08-22" };
  const older = { title: "Epoch AI, Data on Machine Learning Hardware (CC-BY 4.0)", url: null, date: "2025-11-15" };
  expect(sourceWords({ sources: [older, source], date: "2026-08-22" })).toBe("ml-engineering, 22 Aug 2026");
  expect(sourceWords({ sources: [older], date: "2025-11-15" })).toBe("Epoch AI, 15 Nov 2025");
  expect(sourceWords({ sources: [{ ...older, date: null }], date: null })).toBe("Epoch AI");
  expect(sourceWords({ sources: [], date: null })).toBe("no source");
  expect(shortSource("Sevilla et al. 2022 (Epoch AI), Estimating training compute")).toBe(
    "Sevilla et al. 2022 (Epoch AI)",
  );
});
