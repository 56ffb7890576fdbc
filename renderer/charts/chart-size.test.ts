// @vitest-environment node
import { expect, it } from "vitest";
import type { RangeChart } from "../../shared/sheet/sheet.ts";
import { chartHeight } from "./chart-size.ts";

const row = (label: string) => ({
  label,
  low: 1,
  p10: 2,
  p50: 3,
  p90: 4,
  high: 5,
  likely: 3,
  colour: null,
  figure: null,
});
const ranges = (...labels: string[]): RangeChart => ({ kind: "ranges", unit: "USD", rows: labels.map(row) });

it("gives rows more room where a label takes two lines", () => {
  expect(chartHeight(ranges("short", "also short"), 314)).toBe(26 + 2 * 20);
  expect(chartHeight(ranges("short", "one that is longer than its place"), 314)).toBe(26 + 2 * 30);
  expect(chartHeight(ranges("short", "one that is longer than its place"), 665)).toBe(26 + 2 * 20);
});
