import { describe, expect, it } from "vitest";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import { estimate } from "../estimate.ts";
import { plan, runClass } from "../plan.fixture.ts";
import { scheduleOf } from "./schedule-of.ts";
import { bendOf, isAlike, sizeCurveOf } from "./size-curve-of.ts";

describe("sizeCurveOf", () => {
  it("is at every size what the schedule of a cluster of that size is, whatever is granted of the one at hand", () => {
    const of = plan();
    const { points } = sizeCurveOf(of, estimate(of), clusterOf(64, { share: 0.5 }));
    for (const cards of [1, 10, 100]) {
      const { idealHours, scheduled, expected } = scheduleOf(of, estimate(of), clusterOf(cards));
      const point = points.find((one) => one.cards === cards);
      expect(point?.idealHours).toBeCloseTo(idealHours, 9);
      expect(point?.scheduledHours).toBeCloseTo(scheduled.hours, 9);
      expect(point?.expectedHours).toBeCloseTo(expected.hours, 9);
    }
    expect(points.at(-1)?.cards).toBe(1_000_000);
  });

  it("bends where the longest run binds", () => {
    const of = plan({ classes: [runClass()] });
    const curve = sizeCurveOf(of, estimate(of), clusterOf(8));
    expect(bendOf(curve)?.hours).toBe(curve.points.at(-1)?.scheduledHours);
    expect(bendOf(curve)?.cards).toBeLessThan(1_000);
  });
});

it("has no bend at the end of the axis, nor where not even the largest size runs all", () => {
  const point = { cards: 1_000_000, idealHours: 1, scheduledHours: 1, expectedHours: 1 };
  expect(bendOf({ points: [point], enoughCards: 899_999 })).toEqual({ cards: 899_999, hours: 1 });
  expect(bendOf({ points: [point], enoughCards: 900_000 })).toBeNull();
  expect(bendOf({ points: [{ ...point, scheduledHours: null }], enoughCards: null })).toBeNull();
});

it("takes clusters as alike that differ in size alone", () => {
  expect(isAlike(clusterOf(8), clusterOf(64, { share: 0.5 }))).toBe(true);
  expect(isAlike(clusterOf(8), clusterOf(8, { cardsPerNode: 4 }))).toBe(false);
});
