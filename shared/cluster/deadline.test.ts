import { describe, expect, it } from "vitest";
import { fewestCardsBy, fittingBy } from "./deadline.ts";
import { workloadOf } from "./workload.fixture.ts";

const CARDS = { cardsPerNode: 1 };

describe("fewestCardsBy", () => {
  const five = workloadOf([{ count: 5, work: 6 }]);

  it.each([
    [6, 5],
    [11.9, 5],
    [12, 3],
    [18, 2],
    [30, 1],
  ])("finds that five runs of 6 h end by %s h on %i cards", (deadline, cards) => {
    const found = fewestCardsBy(five, CARDS, "shortest", null, deadline);
    expect(found?.cards).toBe(cards);
    expect(found?.schedule.hours).toBeLessThanOrEqual(deadline);
  });

  it("finds none where one run takes longer on all the cards that it can use", () => {
    expect(fewestCardsBy(five, CARDS, "shortest", null, 5.99)).toBeNull();
  });

  it("takes whole nodes for runs that are larger than one", () => {
    const wide = workloadOf([{ count: 2, work: 90, minCards: 9, maxCards: 9 }]);
    expect(fewestCardsBy(wide, { cardsPerNode: 8 }, "shortest", null, 10)?.cards).toBe(32);
    expect(fewestCardsBy(wide, { cardsPerNode: 8 }, "shortest", null, 20)?.cards).toBe(16);
  });

  it("needs more cards for one experiment after another", () => {
    const two = workloadOf(
      [
        { count: 3, work: 4 },
        { stage: 1, count: 3, work: 4 },
      ],
      [[], []],
    );
    expect(fewestCardsBy(two, CARDS, "shortest", null, 12)?.cards).toBe(2);
    expect(fewestCardsBy(two, CARDS, "sequence", null, 12)?.cards).toBe(3);
  });
});

describe("fittingBy", () => {
  const two = workloadOf(
    [
      { count: 3, work: 4 },
      { stage: 1, count: 1, work: 4 },
    ],
    [[], []],
  );
  const by = (deadline: number) => fittingBy(two, { cards: 2, cardsPerNode: 1 }, null, deadline);

  it("says which runs end by the deadline, the first experiment first", () => {
    expect(by(6)).toEqual([
      { stage: 0, fits: "part", endHours: null, jobs: [{ job: 0, runs: 2, of: 3 }] },
      { stage: 1, fits: "none", endHours: null, jobs: [{ job: 1, runs: 0, of: 1 }] },
    ]);
    expect(by(3.9).map(({ fits }) => fits)).toEqual(["none", "none"]);
    expect(by(8)).toEqual([
      { stage: 0, fits: "whole", endHours: 8, jobs: [{ job: 0, runs: 3, of: 3 }] },
      { stage: 1, fits: "whole", endHours: 8, jobs: [{ job: 1, runs: 1, of: 1 }] },
    ]);
  });

  it("has nothing of a stage whose runs do not fit on the cluster", () => {
    const large = workloadOf([{ minCards: 3, maxCards: 3 }, { stage: 1 }], [[], [0]]);
    expect(fittingBy(large, { cards: 2, cardsPerNode: 1 }, null, 100).map(({ fits }) => fits)).toEqual([
      "none",
      "none",
    ]);
  });
});
