import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase, type Case, smallCase } from "./arbitrary-workload.fixture.ts";
import { lowerBound } from "./lower-bound.ts";
import { POLICIES } from "./policy.ts";
import { schedule, schedules } from "./schedule.ts";
import type { Schedule } from "./schedule-types.ts";
import { searchByStage } from "./search-by-stage.ts";
import { type Site, siteOf } from "./site.ts";
import { workloadOf } from "./workload.fixture.ts";

const anyPolicy = fc.constantFrom(...POLICIES);
const anyReliability = fc.constantFrom(null, null, {
  cardMtbfHours: 5_000,
  checkpointWriteHours: 0.1,
  restartHours: 0.2,
});
const CLOSE = 1e-6;

/** Σ over the segments that go on, at every moment at which one starts. */
function atEveryStart(
  { segments, hours }: Schedule,
  amount: (index: number) => number,
  check: (sum: number) => void,
): void {
  const tie = hours * 1e-9;
  for (const { fromHours } of segments) {
    let sum = 0;
    for (const [index, one] of segments.entries()) {
      if (one.fromHours <= fromHours + tie && one.toHours > fromHours + tie) sum += amount(index);
    }
    check(sum);
  }
}

function checkSchedule({ workload, machine }: Case, made: Schedule): void {
  const { jobs, segments, stages } = made;
  atEveryStart(
    made,
    (index) => segments[index]?.cards ?? 0,
    (cards) => expect(cards).toBeLessThanOrEqual(machine.cards),
  );
  const runs = workload.jobs.map(() => 0);
  for (const { job, fromHours, toHours, runs: atOnce } of segments) {
    runs[job] = (runs[job] ?? 0) + (atOnce * (toHours - fromHours)) / (jobs[job]?.hoursPerRun ?? 0);
  }
  for (const [index, job] of workload.jobs.entries()) {
    const done = jobs[index] === null ? 0 : job.count;
    expect(runs[index]).toBeGreaterThan(done * (1 - CLOSE) - CLOSE);
    expect(runs[index]).toBeLessThan(done * (1 + CLOSE) + CLOSE);
  }
  for (const [stage, earlier] of workload.after.entries()) {
    for (const before of earlier) {
      const [span, own] = [stages[before], stages[stage]];
      if (span && own) expect(own.startHours).toBeGreaterThanOrEqual(span.endHours * (1 - 1e-9));
    }
  }
  for (const [limit, most] of workload.limits.entries()) {
    const counted = (index: number) => {
      const segment = segments[index];
      return segment !== undefined && workload.jobs[segment.job]?.limit === limit ? segment.runs : 0;
    };
    atEveryStart(made, counted, (sum) => expect(sum).toBeLessThanOrEqual(most));
  }
  expect(made.hours).toBeGreaterThanOrEqual(made.lowerBoundHours * (1 - 1e-9));
  expect(made.hours).toBeCloseTo(Math.max(0, ...segments.map(({ toHours }) => toHours)), 6);
  expect(made.busyCardHours + made.idleCardHours).toBeCloseTo(machine.cards * made.hours, 3);
}

describe("every schedule", () => {
  it("uses no more cards than there are, does every run once, keeps stages and limits, and is no shorter than T*", () => {
    fc.assert(
      fc.property(arbitraryCase(), anyPolicy, anyReliability, (one, policy, reliability) => {
        checkSchedule(one, schedule(one.workload, one.machine, policy, reliability));
      }),
      { numRuns: 150 },
    );
  });

  it("does so too where one without failures is made of one with them", () => {
    const reliability = { cardMtbfHours: 5_000, checkpointWriteHours: 0.1, restartHours: 0.2 };
    let made = 0;
    for (let seed = 0; seed < 500; seed++) {
      const one = smallCase(seed);
      const { scheduled } = schedules(one.workload, one.machine, "priority", reliability);
      if (scheduled.hours < schedule(one.workload, one.machine, "priority", null).hours * (1 - CLOSE)) made++;
      checkSchedule(one, scheduled);
    }
    expect(made).toBeGreaterThan(0);
  });

  it("is never longer with more cards", () => {
    fc.assert(
      fc.property(
        arbitraryCase(),
        anyPolicy,
        fc.integer({ min: 1, max: 90 }),
        ({ workload, machine }, policy, more) => {
          const large = schedule(workload, { ...machine, cards: machine.cards + more }, policy, null);
          const { hours } = schedule(workload, machine, policy, null);
          expect(large.hours).toBeLessThanOrEqual(hours * (1 + 1e-9));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is as long in whatever order the jobs are listed", () => {
    const shuffled = arbitraryCase().chain((one) =>
      fc
        .shuffledSubarray([...one.workload.jobs], { minLength: one.workload.jobs.length })
        .map((jobs) => ({ one, other: { ...one.workload, jobs } })),
    );
    fc.assert(
      fc.property(shuffled, anyPolicy, ({ one: { workload, machine }, other }, policy) => {
        const [a, b] = [workload, other].map((each) => schedule(each, machine, policy, null).hours);
        expect(a).toBe(b);
      }),
      { numRuns: 100 },
    );
  });

  it("is by the shortest policy no longer than by priority, and than one experiment after another", () => {
    fc.assert(
      fc.property(arbitraryCase(), anyReliability, ({ workload, machine }, reliability) => {
        const [shortest = 0, ...others] = POLICIES.map(
          (policy) => schedule(workload, machine, policy, reliability).hours,
        );
        // What is within a thousandth of T* is not compared with the others, which are no shorter than T* either.
        for (const hours of others) expect(shortest).toBeLessThanOrEqual(hours * 1.001 * (1 + CLOSE));
      }),
      { numRuns: 100 },
    );
  });

  it("takes at most twice T* for runs that depend on nothing, on interchangeable cards", () => {
    fc.assert(
      fc.property(arbitraryCase({ independent: true }), ({ workload, machine }) => {
        const { hours, lowerBoundHours } = schedule(workload, machine, "shortest", null);
        expect(hours).toBeLessThanOrEqual(2 * lowerBoundHours * (1 + 1e-9));
      }),
      { numRuns: 200 },
    );
  });

  it("lets no experiment wait for a later one by priority: each ends as if there were none after it", () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ workload, machine: { cards } }) => {
        const free = workloadOf(
          workload.jobs.map((job) => ({ ...job, limit: null })),
          workload.after.map(() => []),
        );
        const jobs = free.jobs.flatMap((job, index) => (job.minCards <= cards ? [index] : []));
        const all = siteOf(free, jobs, { cards, cardsPerNode: 1 }, null);
        const bound = lowerBound(all);
        const endOf = (site: Site, stage: number) =>
          (searchByStage(site, bound)?.batches ?? [])
            .filter(({ task }) => site.tasks[task]?.stage === stage)
            .reduce((end, { to }) => Math.max(end, to), 0);
        for (const stage of free.after.keys()) {
          const upTo = jobs.filter((job) => (free.jobs[job]?.stage ?? 0) <= stage);
          expect(endOf(all, stage)).toBe(endOf(siteOf(free, upTo, { cards, cardsPerNode: 1 }, null), stage));
        }
      }),
      { numRuns: 60 },
    );
  });
});
