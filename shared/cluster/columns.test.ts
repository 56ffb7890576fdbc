import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase } from "./arbitrary-workload.fixture.ts";
import { packInColumns } from "./columns.ts";
import { lowerBound } from "./lower-bound.ts";
import { searchColumns } from "./search-columns.ts";
import { siteOf } from "./site.ts";
import { workloadOf } from "./workload.fixture.ts";

const siteWith = (workload: ReturnType<typeof workloadOf>, cards: number, cardsPerNode = 1) =>
  siteOf(
    workload,
    workload.jobs.map((_, job) => job),
    { cards, cardsPerNode },
    null,
  );

describe("packInColumns", () => {
  const fewest = (site: ReturnType<typeof siteWith>) => site.tasks.map(({ choices }) => choices.fewest);

  it("lets runs follow one another on the same cards, and fills what is left with shorter ones", () => {
    const site = siteWith(workloadOf([{ count: 4, work: 3 }, { count: 3, work: 2 }, { work: 1 }]), 3);
    expect(packInColumns(site, fewest(site), 7)).toEqual([
      { task: 0, from: 0, to: 6, runs: 2, waves: 2 },
      { task: 1, from: 0, to: 6, runs: 1, waves: 3 },
      { task: 2, from: 6, to: 7, runs: 1, waves: 1 },
    ]);
  });

  it("says so where some run does not end in time", () => {
    const site = siteWith(workloadOf([{ count: 5, work: 6 }]), 4);
    expect(packInColumns(site, fewest(site), 11.9)).toBeNull();
    expect(packInColumns(site, fewest(site), 12)).not.toBeNull();
  });

  it("keeps runs inside one node, and gives larger ones whole nodes", () => {
    const three = siteWith(workloadOf([{ count: 2, work: 15, minCards: 5, maxCards: 5 }]), 8, 4);
    expect(three.tasks[0]?.choices.fewest.held).toBe(8);
    expect(packInColumns(three, fewest(three), 6)).toEqual([{ task: 0, from: 0, to: 6, runs: 1, waves: 2 }]);
    const inside = siteWith(workloadOf([{ count: 4, work: 3, minCards: 3, maxCards: 3 }]), 8, 4);
    expect(packInColumns(inside, fewest(inside), 1.9)).toBeNull();
    expect(packInColumns(inside, fewest(inside), 2)).toEqual([{ task: 0, from: 0, to: 2, runs: 2, waves: 2 }]);
  });

  it("takes nodes that become free at different times for a run of several", () => {
    const mixed = siteWith(
      workloadOf([
        { work: 12, minCards: 12, maxCards: 12 },
        { work: 16, minCards: 8, maxCards: 8 },
      ]),
      16,
      4,
    );
    // Three nodes for an hour, two for two hours: one of the three and the fourth.
    expect(packInColumns(mixed, fewest(mixed), 3)).toEqual([
      { task: 0, from: 0, to: 1, runs: 1, waves: 1 },
      { task: 1, from: 1, to: 3, runs: 1, waves: 1 },
    ]);
  });

  it("keeps a limit over tasks of different lengths", () => {
    const workload = workloadOf(
      [{ count: 2, work: 3, limit: 0 }, { count: 2, work: 2, limit: 0 }, { work: 5 }],
      [[]],
      [2],
    );
    const site = siteWith(workload, 8);
    const packed = packInColumns(site, fewest(site), 5) ?? [];
    const limited = (moment: number) =>
      packed.reduce((sum, { task, from, to, runs }) => sum + (task < 2 && from <= moment && to > moment ? runs : 0), 0);
    expect([0, 1, 2.5, 3.5, 4.9].map(limited)).toEqual([2, 2, 2, 2, 2]);
    expect(packInColumns(site, fewest(site), 4.9)).toBeNull();
  });
});

describe("searchColumns", () => {
  it("does every run once, on no more cards or whole nodes than there are, by the deadline", () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ workload, machine }) => {
        const free = { ...workload, after: workload.after.map(() => []) };
        const site = siteWith(workloadOf(free.jobs, free.after, free.limits), machine.cards, machine.cardsPerNode);
        const bound = lowerBound(site);
        const found = site.tasks.length === 0 ? null : searchColumns(site, bound.hours * 1.1);
        if (found === null) return;
        expect(found.hours).toBeLessThanOrEqual(bound.hours * 1.1 * 1.1 * (1 + 1e-9));
        const done = site.tasks.map(() => 0);
        for (const { task, from, to, runs } of found.batches) {
          done[task] = (done[task] ?? 0) + runs * Math.round((to - from) / (found.recipe.allotments[task]?.hours ?? 0));
        }
        expect(done).toEqual(site.tasks.map(({ count }) => count));
        for (const { from } of found.batches) {
          const held = found.batches.flatMap((one) =>
            one.from <= from * (1 + 1e-9) && one.to > from * (1 + 1e-9) + 1e-12
              ? [{ cards: found.recipe.allotments[one.task]?.held ?? 0, runs: one.runs }]
              : [],
          );
          expect(held.reduce((sum, { cards, runs }) => sum + cards * runs, 0)).toBeLessThanOrEqual(machine.cards);
          // Of runs that take more than half of a node, each has one of its own.
          const nodes = held.reduce(
            (sum, { cards, runs }) =>
              sum + (2 * cards > machine.cardsPerNode ? runs * Math.ceil(cards / machine.cardsPerNode) : 0),
            0,
          );
          expect(nodes).toBeLessThanOrEqual(Math.ceil(machine.cards / machine.cardsPerNode));
        }
      }),
      { numRuns: 100 },
    );
  });
});
