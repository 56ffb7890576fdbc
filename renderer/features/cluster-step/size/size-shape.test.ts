import { expect, it } from "vitest";
import type { SizePoint } from "../../../../shared/cluster/size-curve.ts";
import { apart, linePath, nearestPoint, sizePlot, sizeX, sizeY } from "./size-shape.ts";

const points: readonly SizePoint[] = [1, 10, 100, 1_000].map((cards) => ({
  cards,
  idealHours: 1_000 / cards,
  scheduledHours: cards < 10 ? null : Math.max(1_000 / cards, 10),
  expectedHours: cards < 10 ? null : Math.max(1_010 / cards, 11),
}));
const frame = { left: 0, top: 0, width: 300, height: 100 };

it("spans all sizes, and leaves room under the lowest time that can be reached", () => {
  const plot = sizePlot(points, [], frame);
  expect([plot.fromCards, plot.toCards, plot.toHours]).toEqual([1, 1_000, 1_200]);
  expect(plot.fromHours).toBe(2.5);
  expect([sizeX(plot, 1), sizeX(plot, 10), sizeX(plot, 1_000)].map(Math.round)).toEqual([0, 100, 300]);
  expect(sizeY(plot, 2.5)).toBe(100);
});

it("begins a line where there is a value, and ends it at the edge of the plot", () => {
  const plot = sizePlot(points, [], frame);
  expect(linePath(plot, points, ({ scheduledHours }) => scheduledHours)).toMatch(
    /^M100\.0 [\d.]+L200\.0 [\d.]+L300\.0/,
  );
  const ideal = linePath(plot, points, ({ idealHours }) => idealHours);
  expect(ideal).toMatch(/^M0\.0 /);
  expect(ideal.split(" ").at(-1)).toBe("100.0");
  expect(linePath(plot, points, () => null)).toBe("");
});

it("finds the size next to the pointer", () => {
  const plot = sizePlot(points, [], frame);
  expect(nearestPoint(plot, points, 190)?.cards).toBe(100);
  expect(nearestPoint(plot, [], 190)).toBeNull();
});

it("moves words apart, and none below the lowest place", () => {
  expect(apart([{ y: 12 }, { y: 10 }, { y: 50 }], 12, 100).map(({ y }) => y)).toEqual([10, 22, 50]);
  expect(apart([{ y: 12 }, { y: 10 }, { y: 50 }], 12, 44).map(({ y }) => y)).toEqual([10, 22, 44]);
  expect(apart([{ y: 40 }, { y: 42 }], 12, 44).map(({ y }) => y)).toEqual([32, 44]);
});
