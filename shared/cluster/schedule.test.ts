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

describe("what binds", () => {
  const bindingOf = (workload: Workload, cards: number, policy: Policy = "shortest") =>
    on(workload, cards, policy).binding;

  it.each([
    ["the work, where the cards are never idle", workloadOf([{ count: 8, work: 2 }]), 4, "work", null, null],
    ["the longest run", workloadOf([{ work: 1 }, { work: 9 }]), 4, "longestRun", 1, null],
    [
      "the longest run, where it has all cards and more would not help it",
      workloadOf([{ work: 9, minCards: 4, maxCards: 4 }]),
      4,
      "longestRun",
      0,
      null,
    ],
    [
      "the last of the stages that follow each other",
      workloadOf([{ work: 3 }, { stage: 1, work: 3 }], [[], [0]]),
      4,
      "path",
      null,
      1,
    ],
    [
      "runs that may not go on at once",
      workloadOf([{ count: 4, work: 3, limit: 0 }], [[]], [1]),
      4,
      "maxParallel",
      0,
      null,
    ],
    [
      "cards that cannot be used together",
      workloadOf([{ count: 2, work: 30, minCards: 3, maxCards: 3 }]),
      5,
      "packing",
      null,
      null,
    ],
  ] as const)("is %s", (_, workload, cards, kind, job, stage) => {
    expect(bindingOf(workload, cards)).toEqual({ kind, job, stage });
  });

  it("is the order, where another one would be shorter", () => {
    const two = workloadOf(
      [
        { count: 3, work: 4 },
        { stage: 1, count: 1, work: 4 },
      ],
      [[], []],
    );
    expect(bindingOf(two, 2, "sequence")).toEqual({ kind: "order", job: null, stage: null });
    expect(bindingOf(two, 2)).toEqual({ kind: "work", job: null, stage: null });
  });
});

describe("what cannot run", () => {
  it("is named with the smallest cluster for it and for what it depends on; the others run", () => {
    const workload = workloadOf(
      [
        { minCards: 17, maxCards: 17, work: 17 },
        { stage: 1 },
        { stage: 2, minCards: 30, maxCards: 30, work: 30 },
        { stage: 3 },
      ],
      [[], [0], [1], []],
    );
    const { infeasible, feasible, jobs, stages, hours } = on(workload, 20, "shortest", 8);
    expect(infeasible).toEqual([
      { job: 0, minimumCards: 24, because: "cards" },
      { job: 1, minimumCards: 24, because: "dependsOnInfeasible" },
      { job: 2, minimumCards: 32, because: "cards" },
    ]);
    expect(feasible).toBe(false);
    expect(jobs.map((job) => job === null)).toEqual([true, true, true, false]);
    expect(stages).toEqual([null, null, null, { startHours: 0, endHours: 1 }]);
    expect(hours).toBe(1);
    expect(on(workload, 31, "shortest", 8).infeasible.map(({ job }) => job)).toEqual([2]);
    expect(on(workload, 32, "shortest", 8).feasible).toBe(true);
  });
});
