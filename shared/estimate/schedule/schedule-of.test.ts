import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import { readPlan } from "../../plan/read.ts";
import { bareCluster } from "../../plan/resolve/clusters.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { arbitraryPlan } from "../arbitrary-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { certain, input, plan, runClass, uncertain } from "../plan.fixture.ts";
import { estimateRanges } from "../ranges.ts";
import { allocationOf } from "./allocation.ts";
import { scheduleOf, schedulesOf } from "./schedule-of.ts";
import { bindingWords } from "./words.ts";

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);

/** The plan of arXiv 2407.05872, with other hardware in its defaults. */
function golden(hardware: object = {}): ResolvedPlan {
  const document = JSON.parse(asset("templates/scaling-exponents.json"));
  const defaults = { ...document.defaults, hardware: { ...document.defaults.hardware, ...hardware } };
  const read = readPlan(JSON.stringify({ ...document, defaults }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.resolved;
}

const on = (of: ResolvedPlan, cards: number) => scheduleOf(of, estimate(of), bareCluster(of, cards));

it("leaves no card idle for what rounding leaves of many runs", () => {
  const document = JSON.parse(asset("templates/fine-tuning-seeds.json"));
  const experiments = Array.from({ length: 10 }, (_, index) => ({ ...document.experiments[0], id: `e${index}` }));
  const read = readPlan(JSON.stringify({ ...document, experiments, disputes: [] }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { scheduled } = on(read.value.resolved, 8);
  expect(8 * scheduled.hours - scheduled.busyCardHours).toBeGreaterThan(0);
  expect(scheduled.idleCardHours).toBe(0);
});

describe("the golden plan", () => {
  it("is 49.1 years, 4.91 years and 43.0 hours ideally, and more in truth", () => {
    const of = golden();
    const [small, middle, large] = schedulesOf(of, estimate(of));
    expect((small?.idealHours ?? 0) / 8_760).toBeCloseTo(49.115, 3);
    expect((middle?.idealHours ?? 0) / 8_760).toBeCloseTo(4.9115, 4);
    expect(large?.idealHours).toBeCloseTo(43.02487, 5);
    for (const timed of [middle, large]) {
      if (timed === undefined) throw new Error("the plan has three clusters");
      expect(timed.feasible).toBe(true);
      expect(timed.scheduled.hours).toBeGreaterThanOrEqual(timed.idealHours * (1 - 1e-12));
      expect(timed.expected.hours).toBeGreaterThan(timed.scheduled.hours);
      expect(timed.classes.reduce((sum, { count }) => sum + count, 0)).toBe(58_512);
    }
    expect(small?.feasible).toBe(false);
    expect(new Set(small?.infeasible.map(({ minimumCards }) => minimumCards))).toEqual(new Set([16]));
  });

  it.each([
    [1, 1_472],
    [8, 184],
    [64, 23.0],
    [256, 5.75],
  ])("takes no less than its longest run: on at most %d cards a run %d h", (maxCards, floor) => {
    const timed = on(golden({ minCards: 1, maxCards }), 1_000_000);
    expect(timed.scheduled.lowerBoundHours / floor).toBeCloseTo(1, 2);
    expect(timed.scheduled.hours).toBeGreaterThanOrEqual(timed.scheduled.lowerBoundHours);
  });
});

describe("scheduleOf", () => {
  it("grants a share of the cards and runs all of any plan on them", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 8, max: 100 }), (any, cards) => {
        const estimated = estimate(any);
        const timed = scheduleOf(any, estimated, clusterOf(cards, { share: 0.5 }));
        const granted = Math.floor(cards / 2);
        expect(timed.granted).toBe(granted);
        expect(timed.idealHours * granted).toBeCloseTo(estimated.withReruns.cardHours, -6 + 12);
        if (!timed.feasible) return;
        expect(timed.scheduled.hours).toBeGreaterThanOrEqual(timed.idealHours * (1 - 1e-9));
        expect(timed.expected.hours).toBeGreaterThanOrEqual(timed.scheduled.hours * (1 - 1e-9));
      }),
      { numRuns: 30 },
    );
  });

  it("names who cannot run and why: too many cards of their own, or after those that have them", () => {
    const hours = { ...runClass().training, length: { kind: "hours", hours: certain(10), cards: 32 } } as const;
    const [one, two] = plan().experiments;
    if (one === undefined || two === undefined) throw new Error("the plan has two experiments");
    const of = plan({
      experiments: [one, { ...two, after: ["one"] }],
      classes: [runClass({ training: hours, model: null }), runClass({ experiment: 1 })],
    });
    const { feasible, infeasible, scheduled } = scheduleOf(of, estimate(of), clusterOf(64, { share: 0.25 }));
    expect([feasible, scheduled.hours]).toEqual([false, 0]);
    expect(infeasible).toEqual([
      {
        id: "one/1",
        runClass: 0,
        reason: "One run has 32 cards for its hours, and 16 of the cluster's are granted.",
        minimumCards: 128,
      },
      { id: "two", runClass: 1, reason: "One cannot run, and these runs follow it.", minimumCards: 128 },
    ]);
  });

  it("says of runs that would fit but for whole nodes that these are what lacks, and offers no cluster above 10,000,000 cards", () => {
    const hours = (cards: number) =>
      ({ ...runClass().training, length: { kind: "hours", hours: certain(10), cards } }) as const;
    const on = (cards: number, cluster: ReturnType<typeof clusterOf>) => {
      const of = plan({ classes: [runClass({ training: hours(cards), model: null })] });
      return scheduleOf(of, estimate(of), cluster).infeasible;
    };
    expect(on(9, clusterOf(12))).toEqual([
      {
        id: "one/1",
        runClass: 0,
        reason:
          "One run has 9 cards for its hours; in whole nodes of 8 that is 16, and the cluster has 12: 1 whole node.",
        minimumCards: 16,
      },
    ]);
    expect(on(6_000_000, clusterOf(64, { share: 0.5 }))[0]?.minimumCards).toBeNull();
  });

  it("gives the scheduled times a range, from schedules at P10, P50 and P90 of the work", () => {
    const inputs = [input(10, 15, 20)];
    const of = plan({ inputs, classes: [runClass({ counts: [uncertain(inputs, 0)] })] });
    const estimated = estimate(of);
    const ranges = estimateRanges(of, estimated, { draws: 1_000 });
    const [timed] = schedulesOf(of, estimated, ranges);
    const { p10 = 0, p50 = 0, p90 = 0 } = timed?.scheduledRange ?? {};
    expect(p10).toBeLessThan(p50);
    expect(p50).toBeLessThan(p90);
    expect(p50 / (timed?.scheduled.hours ?? 0)).toBeCloseTo(1, 1);
    expect(schedulesOf(of, estimated)[0]?.scheduledRange).toBeNull();
    expect(
      schedulesOf(plan(), estimate(plan()), estimateRanges(plan(), estimate(plan()), { draws: 10 }))[0]?.scheduledRange,
    ).toBeNull();
  });

  it("gives a range where the only doubt is whether a sweep is run, at any probability of it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (probability, labels) => {
          const classes = [
            runClass({ labels: 2, counts: [] }),
            runClass({ sweep: 1, labels, counts: [], probability }),
          ];
          const of = plan({ classes });
          const estimated = estimate(of);
          const ranges = estimateRanges(of, estimated, { draws: 100 });
          const { scheduledRange } = scheduleOf(of, estimated, clusterOf(64), { ranges });
          const { p10, p90 } = ranges.total.cardHours;
          expect(scheduledRange === null).toBe(p10 === p90);
          if (scheduledRange === null) return;
          const without = plan({ classes: classes.slice(0, 1) });
          const least = scheduleOf(without, estimate(without), clusterOf(64));
          expect(scheduledRange.p10 / least.scheduled.hours).toBeGreaterThan(1 - 1e-9);
          expect(scheduledRange.p90).toBeGreaterThanOrEqual(scheduledRange.p10);
        },
      ),
      { numRuns: 50 },
    );
  });

  describe("ranges of times that are looked for one by one", () => {
    type Kind = readonly [cards: number, hours: number, labels: number, experiment: number];
    const timed = (kinds: readonly Kind[], cards: number, mtbf: number) => {
      const inputs = [input(0.0999, 0.1, 0.1001), input(mtbf * 0.999, mtbf, mtbf * 1.001)];
      const classes = kinds.map(([own, hours, labels, experiment]) => {
        const length = { kind: "hours", hours: certain(hours), cards: own } as const;
        return runClass({ experiment, model: null, training: { ...runClass().training, length }, labels, counts: [] });
      });
      const of = plan({ inputs, classes, reruns: uncertain(inputs, 0) });
      const estimated = estimate(of);
      const ranges = estimateRanges(of, estimated, { draws: 100 });
      return scheduleOf(of, estimated, clusterOf(cards, { cardMtbfHours: uncertain(inputs, 1) }), { ranges });
    };

    it("are near the plan's own time where the work is, though that is found only among schedules with failures", () => {
      const kinds: Kind[] = [
        [1, 251, 1, 1],
        [3, 172, 4, 0],
        [1, 173, 3, 0],
        [2, 394, 5, 0],
        [4, 9, 3, 0],
      ];
      const { scheduled, scheduledRange } = timed(kinds, 8, 200);
      expect(scheduled.hours).toBeCloseTo(1_023, 6);
      expect((scheduledRange?.p50 ?? 0) / scheduled.hours).toBeCloseTo(1, 3);
    });

    it("have the plan's own time in them", () => {
      const kind = fc.tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(1),
      );
      fc.assert(
        fc.property(fc.array(kind, { minLength: 1, maxLength: 9 }), fc.constantFrom(12, 16, 20), (kinds, cards) => {
          const { feasible, scheduled, expected, scheduledRange, expectedRange } = timed(kinds, cards, 200);
          if (!feasible) return;
          if (scheduledRange === null || expectedRange === null) throw new Error("both are in doubt");
          expect(scheduledRange.p10).toBeLessThanOrEqual(scheduled.hours);
          expect(scheduledRange.p90).toBeGreaterThanOrEqual(scheduled.hours);
          expect(expectedRange.atHighMtbf).toBeGreaterThanOrEqual(scheduled.hours);
          expect(expectedRange.atHighMtbf).toBeLessThanOrEqual(expected.hours);
          expect(expectedRange.atLowMtbf).toBeGreaterThanOrEqual(expected.hours);
        }),
        { numRuns: 40 },
      );
    });
  });

  it("says in words what binds", () => {
    const words = (cards: number) => bindingWords(plan(), scheduleOf(plan(), estimate(plan()), clusterOf(cards)));
    expect(words(12)).toBe("Work: more cards would shorten it");
    expect(words(10_000)).toBe("The longest run, One, width 128, on 8 cards");
    expect(bindingWords(plan(), scheduleOf(plan({ classes: [] }), estimate(plan({ classes: [] })), clusterOf(8)))).toBe(
      "Nothing is to be done",
    );
  });

  it("gives the time with failures at both ends of a range of the MTBF, and none where it is certain", () => {
    const inputs = [input(2_000, 5_000, 50_000)];
    const of = plan({ inputs, clusters: [clusterOf(64, { cardMtbfHours: uncertain(inputs, 0) }), clusterOf(64)] });
    const estimated = estimate(of);
    const [timed, certainly] = schedulesOf(of, estimated, estimateRanges(of, estimated, { draws: 10 }));
    const { atLowMtbf = 0, atHighMtbf = 0 } = timed?.expectedRange ?? {};
    expect(atHighMtbf).toBeLessThan(timed?.expected.hours ?? 0);
    expect(atLowMtbf).toBeGreaterThan(timed?.expected.hours ?? 0);
    const [often] = schedulesOf({ ...of, clusters: [clusterOf(64, { cardMtbfHours: certain(2_000) })] }, estimated);
    expect(often?.expected.hours).toBe(atLowMtbf);
    expect(certainly?.expectedRange).toBeNull();
    expect(schedulesOf(of, estimated)[0]?.expectedRange).toBeNull();
  });

  it("counts an allocation by what runs hold, failures included", () => {
    const allocation = (per: "cardHour" | "nodeHour", rate: number) =>
      allocationOf(scheduleOf(plan(), estimate(plan()), clusterOf(16, { allocation: { unit: "SU", per, rate } })));
    const byCard = allocation("cardHour", 2);
    expect(byCard?.units).toBeGreaterThan(2 * estimate(plan()).withReruns.cardHours);
    expect(allocationOf(scheduleOf(plan(), estimate(plan()), clusterOf(16)))).toBeNull();
  });

  it("counts whole nodes, each once for a kind of runs, and never more than the cluster has", () => {
    const hours = (cards: number) =>
      ({ ...runClass().training, length: { kind: "hours", hours: certain(10), cards } }) as const;
    const nodeHours = (runs: readonly number[], cards: number) => {
      const classes = runs.map((own) => runClass({ training: hours(own), model: null, labels: 1, counts: [] }));
      const of = plan({ classes });
      const allocation = { unit: "NH", per: "nodeHour", rate: 1 } as const;
      const timed = scheduleOf(of, estimate(of), clusterOf(cards, { allocation, start: "2026-12-01" }));
      const counted = allocationOf(timed);
      const byQuarter = counted?.quarters.reduce((sum, { units }) => sum + units, 0) ?? 0;
      expect(byQuarter).toBeCloseTo(counted?.units ?? Number.NaN, 9);
      return (counted?.units ?? 0) / timed.expected.hours;
    };
    // One run on 1 card of a node of 8 takes the node.
    expect(nodeHours([1], 64)).toBeCloseTo(1, 9);
    expect(nodeHours([16], 64)).toBeCloseTo(2, 9);
    // Two kinds on one node cannot take more than that node.
    expect(nodeHours([1, 2], 8)).toBeCloseTo(1, 9);
    expect(nodeHours([1, 2], 64)).toBeGreaterThan(1);
  });

  it("counts an allocation by quarter of the calendar, from the cluster's start on", () => {
    const stated = { unit: "SU", per: "cardHour", rate: 1 } as const;
    const cluster = clusterOf(1, { allocation: stated, start: "2026-12-31", queueWaitHours: certain(23.9) });
    const counted = allocationOf(scheduleOf(plan(), estimate(plan()), cluster));
    expect(counted?.quarters.map(({ quarter }) => quarter)).toEqual(["2026-Q4", "2027-Q1"]);
    const sum = counted?.quarters.reduce((total, { units }) => total + units, 0) ?? 0;
    expect(sum / (counted?.units ?? 0)).toBeCloseTo(1, 9);
    expect(counted?.quarters[0]?.units).toBeCloseTo(0.1, 6);
  });
});
