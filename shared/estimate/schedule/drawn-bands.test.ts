import { describe, expect, it } from "vitest";
import type { Schedule, Segment } from "../../cluster/schedule-types.ts";
import { areaUpTo, drawnBandsOf } from "./drawn-bands.ts";
import type { PlanWorkload } from "./workload.ts";

const segment = (job: number, fromHours: number, toHours: number, cards: number): Segment => ({
  job,
  fromHours,
  toHours,
  runs: 1,
  cards,
});

const schedule = (segments: Segment[]): Schedule => ({
  hours: Math.max(0, ...segments.map(({ toHours }) => toHours)),
  lowerBoundHours: 0,
  cardsUsed: 8,
  busyCardHours: 0,
  idleCardHours: 0,
  utilisation: 0,
  binding: { kind: "work", job: null, stage: null },
  feasible: true,
  infeasible: [],
  jobs: [],
  stages: [],
  segments,
});

/** Three jobs: two of the second experiment, one of the first. */
const workload = { jobs: [{ stage: 1 }, { stage: 1 }, { stage: 0 }] } as unknown as PlanWorkload;

describe("drawnBandsOf", () => {
  it("adds up what goes on at once, by experiment in the order of the plan", () => {
    const bands = drawnBandsOf(
      schedule([segment(0, 0, 4, 2), segment(1, 2, 6, 3), segment(2, 4, 5, 1)]),
      workload,
      100,
    );
    expect(bands).toEqual([
      {
        experiment: 0,
        steps: [
          { hours: 0, cards: 0 },
          { hours: 4, cards: 1 },
          { hours: 5, cards: 0 },
          { hours: 6, cards: 0 },
        ],
        mostCards: 1,
        cardHours: 1,
      },
      {
        experiment: 1,
        steps: [
          { hours: 0, cards: 2 },
          { hours: 2, cards: 5 },
          { hours: 4, cards: 3 },
          { hours: 6, cards: 0 },
        ],
        mostCards: 5,
        cardHours: 20,
      },
    ]);
  });

  it("cuts a long story into equal parts that keep its areas", () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      segment(0, index * 0.7, index * 0.7 + 0.5 + (index % 3), (index % 5) + 1),
    );
    const [whole] = drawnBandsOf(schedule(many), workload, 10_000);
    const [cut] = drawnBandsOf(schedule(many), workload, 50);
    expect(cut?.steps).toHaveLength(51);
    expect(cut?.mostCards).toBe(whole?.mostCards);
    const end = schedule(many).hours;
    for (const part of [1, 7, 25, 50]) {
      const until = (end * part) / 50;
      expect(areaUpTo(cut?.steps ?? [], until)).toBeCloseTo(areaUpTo(whole?.steps ?? [], until), 6);
    }
  });

  it("draws one step where other runs go on with as many cards", () => {
    const [band] = drawnBandsOf(schedule([{ ...segment(0, 0, 2, 4), runs: 2 }, segment(1, 2, 3, 4)]), workload, 100);
    expect(band?.steps).toEqual([
      { hours: 0, cards: 4 },
      { hours: 3, cards: 0 },
    ]);
  });

  it("has none where nothing runs", () => {
    expect(drawnBandsOf(schedule([]), workload, 10)).toEqual([]);
  });
});
