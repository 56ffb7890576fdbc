import { describe, expect, it } from "vitest";
import type { Workload } from "./job.ts";
import type { Policy } from "./policy.ts";
import { schedule } from "./schedule.ts";
import { workloadOf } from "./workload.fixture.ts";

const on = (workload: Workload, cards: number, policy: Policy = "shortest", cardsPerNode = 1) =>
  schedule(workload, { cards, cardsPerNode }, policy, null);

/** Ten pairs of a run of 10 cards and 0.01 h, and one of 1 card and 1 h that follows it. */
function tenPairs(): Workload {
  const pairs = Array.from({ length: 10 }, (_, pair) => [
    { stage: 2 * pair, work: 0.1, minCards: 10, maxCards: 10 },
    { stage: 2 * pair + 1, work: 1 },
  ]);
  return workloadOf(
    pairs.flat(),
    pairs.flatMap((_, pair) => [[], [2 * pair]]),
  );
}

/** Graham 1969: nine tasks of 3, 2, 2, 2, 4, 4, 4, 4 and 9 hours; the last follows the first, four others the fourth. */
const graham = workloadOf(
  [3, 2, 2, 2, 4, 4, 4, 4, 9].map((work, stage) => ({ stage, work })),
  [[], [], [], [], [3], [3], [3], [3], [0]],
);

describe("schedule", () => {
  it.each([
    ["three runs of 12 card-hours on at most 2 cards", 4, workloadOf([{ count: 3, work: 12, maxCards: 2 }]), 9, 12],
    ["five runs of 6 on exactly 1", 4, workloadOf([{ count: 5, work: 6 }]), 7.5, 12],
    ["two runs of 30 on exactly 3", 5, workloadOf([{ count: 2, work: 30, minCards: 3, maxCards: 3 }]), 12, 20],
    [
      "one run of 40 on at most 4 and four of 8 on at most 2",
      8,
      workloadOf([
        { work: 40, maxCards: 4 },
        { count: 4, work: 8, maxCards: 2 },
      ]),
      10,
      10,
    ],
    ["ten pairs, where the longest first would take 10.1 h", 10, tenPairs(), 1.1, 1.1],
    ["Graham's nine tasks on 3 cards", 3, graham, 12, 12],
    ["Graham's nine tasks on 4 cards, where a plain list takes 15 h", 4, graham, 12, 12],
  ])("schedules %s on %i cards in the shortest time", (_, cards, workload, bound, optimum) => {
    const found = on(workload, cards);
    expect(found.lowerBoundHours).toBeCloseTo(bound, 12);
    expect(found.hours).toBeCloseTo(optimum, 12);
    expect(found.feasible).toBe(true);
  });

  it("has nothing to do without jobs", () => {
    expect(on(workloadOf([], []), 8)).toEqual({
      hours: 0,
      lowerBoundHours: 0,
      cardsUsed: 0,
      busyCardHours: 0,
      idleCardHours: 0,
      utilisation: 0,
      binding: { kind: "nothing", job: null, stage: null },
      feasible: true,
      infeasible: [],
      jobs: [],
      stages: [],
      segments: [],
    });
  });
});
