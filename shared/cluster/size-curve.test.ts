import { describe, expect, it } from "vitest";
import { sizeCurve } from "./size-curve.ts";
import { workloadOf } from "./workload.fixture.ts";

describe("sizeCurve", () => {
  const LLAMA_3 = { cardMtbfHours: 50_677, checkpointWriteHours: 1 / 12, restartHours: 1 / 6 };

  it("falls until a run has all the cards that it can use, and says where", () => {
    const { points, enoughCards } = sizeCurve(
      workloadOf([{ work: 8, maxCards: 4 }]),
      { cardsPerNode: 1 },
      "shortest",
      null,
    );
    expect(points.slice(0, 5)).toEqual([
      { cards: 1, idealHours: 8, scheduledHours: 8, expectedHours: null },
      { cards: 2, idealHours: 4, scheduledHours: 4, expectedHours: null },
      { cards: 3, idealHours: 8 / 3, scheduledHours: 8 / 3, expectedHours: null },
      { cards: 4, idealHours: 2, scheduledHours: 2, expectedHours: null },
      { cards: 6, idealHours: 8 / 6, scheduledHours: 2, expectedHours: null },
    ]);
    expect(points.at(-1)).toEqual({ cards: 1_000_000, idealHours: 8e-6, scheduledHours: 2, expectedHours: null });
    expect(enoughCards).toBe(4);
  });

  it("has no hours where a run does not fit, and no end where none does", () => {
    const large = workloadOf([{ minCards: 12, maxCards: 12, work: 12 }]);
    const { points, enoughCards } = sizeCurve(large, { cardsPerNode: 8 }, "shortest", null);
    expect(points.find(({ cards }) => cards === 10)?.scheduledHours).toBeNull();
    expect(points.find(({ cards }) => cards === 16)?.scheduledHours).toBe(1);
    expect(enoughCards).toBe(16);
    const larger = workloadOf([{ minCards: 2e6, maxCards: 2e6 }]);
    expect(sizeCurve(larger, { cardsPerNode: 8 }, "shortest", null).enoughCards).toBeNull();
  });

  it("shows that a run on all cards gains ever less where more cards fail more often", () => {
    const huge = workloadOf([{ work: 1e8, maxCards: 1e6 }]);
    const { points } = sizeCurve(huge, { cardsPerNode: 1 }, "shortest", LLAMA_3);
    const at = (cards: number) => points.find((point) => point.cards === cards);
    expect(at(1_000_000)?.scheduledHours).toBe(100);
    expect((at(100_000)?.scheduledHours ?? 0) / (at(100_000)?.expectedHours ?? 1)).toBeLessThan(0.5);
    expect(at(1_000_000)?.expectedHours).toBeGreaterThan((at(100_000)?.expectedHours ?? 0) / 3);
    for (const [index, point] of points.entries()) {
      expect(point.expectedHours).toBeLessThanOrEqual(
        (points[index - 1]?.expectedHours ?? Number.POSITIVE_INFINITY) * (1 + 1e-9),
      );
    }
  });
});
