import { describe, expect, it } from "vitest";
import { balancedCards } from "./balanced-cards.ts";
import { filledDeadline } from "./filled.ts";
import { fittingCards } from "./fitting-cards.ts";
import type { Job } from "./job.ts";
import { type Site, siteOf, type Task } from "./site.ts";
import { cardsByStage } from "./stage-cards.ts";
import { workloadOf } from "./workload.fixture.ts";

const siteFor = (cards: number, jobs: readonly Partial<Job>[], limits: readonly number[] = []): Site =>
  siteOf(
    workloadOf(jobs, [[], []], limits),
    jobs.map((_, job) => job),
    { cards, cardsPerNode: 1 },
    null,
  );
const first = ({ tasks }: Site): Task => tasks[0] as Task;

describe("filledDeadline", () => {
  it("is the time at which the work, on the cards that it takes by then, just fills the machine", () => {
    // 2 cards take 8 ÷ (2 × ¾) = 5⅓ h, 3 cards 4.2 h and more card-hours.
    const { tasks } = siteFor(4, [{ count: 2, work: 8, maxCards: 4, lossPerDoubling: 0.25 }]);
    const { hours, leastHours } = filledDeadline(tasks, 4, 4);
    expect(leastHours).toBeLessThan(16 / 3);
    expect(hours).toBeGreaterThanOrEqual(16 / 3);
    expect(hours / leastHours).toBeLessThan(1.003);
  });

  it("is where it starts where the work fits under it", () => {
    expect(filledDeadline(siteFor(4, [{ work: 8, maxCards: 4 }]).tasks, 4, 2)).toEqual({ hours: 2, leastHours: 2 });
  });
});

describe("cards for a deadline", () => {
  it("are as small a part of the machine as of the time", () => {
    const site = siteFor(100, [{ work: 16, maxCards: 100 }]);
    expect(balancedCards(site, first(site), 64)).toEqual({ cards: 5, held: 5, hours: 3.2 });
  });

  it("are not more where that would cost many card-hours", () => {
    const site = siteFor(100, [{ work: 16, maxCards: 100, lossPerDoubling: 0.1 }]);
    expect(balancedCards(site, first(site), 64).cards).toBe(1);
  });

  it("fill the time with several runs after one another", () => {
    const site = siteFor(100, [{ work: 10, maxCards: 10 }]);
    expect(fittingCards(site, first(site), 6)).toEqual({ cards: 5, held: 5, hours: 2 });
  });
});

describe("cardsByStage", () => {
  const one = { count: 4, work: 100, maxCards: 8 };

  it("lets a stage end soonest alone, whatever the others are", () => {
    expect(cardsByStage(siteFor(32, [one])).map(({ cards }) => cards)).toEqual([8]);
    const other = { stage: 1, count: 1_000, work: 100, maxCards: 8 };
    expect(cardsByStage(siteFor(32, [one, other]))[0]?.cards).toBe(8);
  });

  it("gives more cards to each of few runs that may go on at once", () => {
    const many = { count: 400, work: 100, maxCards: 8 };
    const [limited] = cardsByStage(siteFor(32, [{ ...many, limit: 0 }], [4]));
    expect(limited?.cards).toBe(8);
  });
});
