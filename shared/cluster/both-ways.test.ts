import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCase, type Case, smallCase } from "./arbitrary-workload.fixture.ts";
import type { Job } from "./job.ts";
import { POLICIES, type Policy } from "./policy.ts";
import { runHours } from "./run-hours.ts";
import { type BothSchedules, ownHours, schedule, schedules } from "./schedule.ts";
import { workloadOf } from "./workload.fixture.ts";

const reliability = (cardMtbfHours: number) => ({ cardMtbfHours, checkpointWriteHours: 1 / 12, restartHours: 1 / 6 });
const anyReliability = fc.constantFrom(50_677, 5_000, 500).map(reliability);
const CLOSE = 1e-9;

/** When the schedule with failures would end if nothing failed and nothing started sooner for it. */
function endWithoutFailures({ workload }: Case, { expected }: BothSchedules): number {
  return expected.segments.reduce((end, { job, fromHours, toHours }) => {
    const { cardsPerRun, hoursPerRun } = expected.jobs[job] ?? { cardsPerRun: 0, hoursPerRun: 0 };
    const own = workload.jobs[job] as Job;
    const hours = runHours(own, Math.min(cardsPerRun, own.maxCards), null);
    return Math.max(end, fromHours + Math.round((toHours - fromHours) / hoursPerRun) * hours);
  }, 0);
}

function check(one: Case, policy: Policy, cardMtbfHours: number): void {
  const both = schedules(one.workload, one.machine, policy, reliability(cardMtbfHours));
  expect(both.scheduled.hours).toBeLessThanOrEqual(both.expected.hours * (1 + CLOSE));
  expect(both.scheduled.hours).toBeLessThanOrEqual(endWithoutFailures(one, both) * (1 + CLOSE));
}

describe("schedules without failures and with them", () => {
  it("are never longer without failures than with them, nor than those with them would be if nothing failed", () => {
    fc.assert(fc.property(arbitraryCase(), fc.constantFrom(...POLICIES), fc.constantFrom(50_677, 5_000, 500), check), {
      numRuns: 100,
    });
  });

  // Cases in which the search without failures alone finds a longer one than the search with them.
  it.each([
    ["of one to seven runs", smallCase(242), 29, 27],
    ["of one to seven runs, again", smallCase(360), 101 / 14, 94 / 14],
  ])("%s are as short by priority as what is found with failures", (_, one, alone, both) => {
    const { workload, machine } = one;
    expect(schedule(workload, machine, "priority", null).hours).toBeCloseTo(alone, 9);
    expect(schedules(workload, machine, "priority", reliability(50_677)).scheduled.hours).toBeCloseTo(both, 9);
    check(one, "priority", 50_677);
  });

  it("are as short by the shortest policy as what is found with failures", () => {
    const jobs = LIMITED.map(([count, work, minCards, maxCards, lossPerDoubling, limit]) => ({
      ...{ count, work, minCards, maxCards, lossPerDoubling, limit },
    }));
    const one = { workload: workloadOf(jobs, [[]], [4]), machine: { cards: 115, cardsPerNode: 4 } };
    const { scheduled } = schedules(one.workload, one.machine, "shortest", reliability(50_677));
    expect(scheduled.hours).toBeLessThan(schedule(one.workload, one.machine, "shortest", null).hours * 0.9);
    check(one, "shortest", 50_677);
  });

  it("leave the schedule with failures what it is, and are never longer with more cards", () => {
    fc.assert(
      fc.property(
        arbitraryCase(),
        fc.constantFrom(...POLICIES),
        anyReliability,
        fc.integer({ min: 1, max: 60 }),
        ({ workload, machine }, policy, failures, more) => {
          const one = schedules(workload, machine, policy, failures);
          expect(one.expected).toEqual(schedule(workload, machine, policy, failures));
          const larger = schedules(workload, { ...machine, cards: machine.cards + more }, policy, failures);
          expect(larger.scheduled.hours).toBeLessThanOrEqual(one.scheduled.hours * (1 + CLOSE));
          expect(larger.expected.hours).toBeLessThanOrEqual(one.expected.hours * (1 + CLOSE));
        },
      ),
      { numRuns: 20 },
    );
  });

  it("are so at every size of a curve", () => {
    for (let seed = 0; seed < 400; seed++) {
      const { workload, machine } = smallCase(seed);
      const own = ownHours(workload, machine, "priority", reliability(5_000));
      expect(own?.scheduledHours).toBeLessThanOrEqual((own?.expectedHours ?? 0) * (1 + CLOSE));
    }
  });
});

/** Jobs under one limit: runs, card-hours of one, fewest and most cards, loss per doubling. */
const LIMITED: [number, number, number, number, number, number | null][] = [
  [2685, 0.18279701651309363, 24, 77, 0.2, 0],
  [1770, 6.593117071348742, 1, 37, 0.6, 0],
  [2269, 1.6604143407163852, 86, 136, 0.05, 0],
  [5, 1.1992587212791161, 35, 85, 0.2, 0],
  [544, 228.56709359155303, 11, 70, 0.05, 0],
  [1045, 1.0025332017444677, 6, 63, 0, 0],
  [1441, 4.208456440769045, 5, 34, 0.05, null],
  [619, 0.8925760040907308, 83, 85, 0.05, 0],
];
