// @vitest-environment node
import { expect, it } from "vitest";
import { pertCurve } from "./pert-curve.ts";

it("rises to the likely value and has the quantiles of the draws", () => {
  const curve = pertCurve({ low: 10, likely: 15, high: 15 });
  expect([curve?.p10, curve?.p50, curve?.p90].map((one) => one?.toFixed(1))).toEqual(["13.2", "14.4", "14.9"]);
  const heights = curve?.points.map(({ y }) => y) ?? [];
  expect(Math.max(...heights)).toBe(1);
  expect(heights.at(-1)).toBe(1);
  expect(
    heights.every((height, index) => Number.isFinite(height) && (index === 0 || height >= (heights[index - 1] ?? 0))),
  ).toBe(true);
});

it("has its top where the likely value is", () => {
  const points = pertCurve({ low: 0, likely: 25, high: 100 })?.points ?? [];
  const top = points.reduce((best, point) => (point.y > best.y ? point : best));
  expect(top.x).toBeCloseTo(0.25, 1);
});

it.each([
  { low: 3, likely: 3, high: 3 },
  { low: 5, likely: 4, high: 9 },
  { low: 9, likely: 9, high: 5 },
])("is none for %j", (range) => {
  expect(pertCurve(range)).toBeNull();
});
