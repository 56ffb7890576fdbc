import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeAccelerator } from "../../hardware/accelerator.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedPlan, ResolvedSweep, RunClass } from "../../plan/resolved.ts";
import { arbitraryPlan } from "../arbitrary-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { certain, plan, runClass } from "../plan.fixture.ts";
import { MORE_THAN_ANY_CLUSTER, type PlanWorkload, workloadOf } from "./workload.ts";

const workload = (of: ResolvedPlan, cluster = clusterOf(64)): PlanWorkload => workloadOf(of, estimate(of), cluster);
const onlyJobs = (changes: Partial<RunClass>) => workload(plan({ classes: [runClass(changes)] })).jobs;
/** Card-hours of one run of the fixture's class. */
const OF_RUN = estimate(plan()).classes[0]?.cardHoursPerRun ?? 0;

describe("workloadOf", () => {
  it("makes one job of a class, on as many cards as a step has micro-batches", () => {
    expect(workload(plan())).toMatchObject({
      jobs: [
        {
          id: "one/1",
          stage: 0,
          count: 12,
          minCards: 1,
          maxCards: 8,
          lossPerDoubling: 0,
          limit: null,
          checkpoint: null,
        },
      ],
      jobsOf: [{ runClass: 0, isShort: false, cards: { minBy: { kind: "unknown", because: "card" }, maxBy: "batch" } }],
      after: [[], []],
      limits: [],
    });
    expect(onlyJobs({})[0]?.work).toBeCloseTo(OF_RUN, 12);
  });

  it("keeps whole runs whole: fractions of a count and runs that end early are jobs of their own", () => {
    const early = onlyJobs({ labels: 15, counts: [], earlyStopped: { share: certain(0.5), at: certain(0.25) } });
    expect(early.map(({ id, count }) => [id, count])).toEqual([
      ["one/1", 7],
      ["one/1/short", 8],
    ]);
    expect(early[0]?.work).toBe(OF_RUN);
    expect((early[1]?.work ?? 0) / OF_RUN).toBeCloseTo((15 * 0.625 - 7) / 8, 12);
    const expected = onlyJobs({ labels: 1, counts: [certain(2.5)] });
    expect(expected.map(({ count, work }) => [count, work / OF_RUN])).toEqual([
      [2, 1],
      [1, expect.closeTo(0.5, 12)],
    ]);
    expect(onlyJobs({ labels: 1, counts: [], probability: 0.3 }).map(({ id, count }) => [id, count])).toEqual([
      ["one/1", 1],
    ]);
    expect(onlyJobs({ labels: 3, counts: [], probability: 1 / 3 })[0]?.work).toBeCloseTo(OF_RUN, 12);
    expect(onlyJobs({ labels: 4, counts: [], earlyStopped: { share: certain(0.5), at: certain(0) } })).toMatchObject([
      { count: 2 },
    ]);
  });

  it("invents no run, however many there are", () => {
    const counted = (runs: number) => onlyJobs({ labels: 1, counts: [certain(runs)] }).map(({ count }) => count);
    expect(counted(1e9)).toEqual([1e9]);
    expect(counted(1e12)).toEqual([1e12]);
    expect(counted(3 * (1 / 3) + 1e-12)).toEqual([1]);
  });

  it("has no run of a sweep that is as good as left out, and whole ones at any other probability", () => {
    expect(onlyJobs({ labels: 8, counts: [], probability: 8.9e-16 })).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 0 }), fc.double({ min: 1, max: 10, noNaN: true }), (power, digits) => {
        const jobs = onlyJobs({ labels: 8, counts: [], probability: Math.min(1, digits * 10 ** power) });
        for (const { count, work } of jobs) expect(Number.isInteger(count) && count >= 1 && work > 0).toBe(true);
      }),
    );
  });

  it("lets work done again lengthen each run", () => {
    const again = workload(plan({ reruns: certain(0.1) })).jobs;
    expect(again).toHaveLength(1);
    expect((again[0]?.work ?? 0) / OF_RUN).toBeCloseTo(1.1, 12);
  });

  it("has all of the plan's work in it, and only whole runs, whatever the plan", () => {
    fc.assert(
      fc.property(arbitraryPlan, (any) => {
        const estimated = estimate(any);
        const { jobs, jobsOf, cardHours } = workloadOf(any, estimated, clusterOf(64));
        const total = estimated.withReruns.cardHours;
        expect(cardHours / (total || 1)).toBeCloseTo(total > 0 ? 1 : 0, 9);
        expect(jobs.reduce((sum, job) => sum + job.count * job.work, 0) / (total || 1)).toBeCloseTo(
          total > 0 ? 1 : 0,
          9,
        );
        expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
        for (const [index, { count, work, minCards, maxCards }] of jobs.entries()) {
          expect(Number.isInteger(count) && count >= 1 && work > 0 && minCards >= 1 && maxCards >= minCards).toBe(true);
          const own = jobsOf[index]?.runClass ?? -1;
          const longest = (estimated.classes[own]?.cardHoursPerRun ?? 0) * (total / estimated.withRepeats.cardHours);
          expect(work).toBeLessThanOrEqual(longest * (1 + 1e-9));
        }
      }),
    );
  });

  it("leaves out runs that another experiment has done, and lets what follows them follow those", () => {
    const experiments = plan().experiments.map((one) => ({ ...one, sweeps: one.sweeps.slice(0, 1) }));
    const [one, two] = experiments;
    if (one === undefined || two === undefined) throw new Error("the plan has two experiments");
    const chained = workload(
      plan({
        experiments: [one, two, { ...two, id: "three", after: ["two"] }],
        classes: [runClass(), runClass({ experiment: 1, sharedWith: "one" }), runClass({ experiment: 2 })],
      }),
    );
    expect(chained.jobs.map(({ id }) => id)).toEqual(["one", "three"]);
    expect(chained.after).toEqual([[], [], [0, 1]]);
    const circle = workload(
      plan({
        experiments: [{ ...one, after: ["three"] }, two, { ...two, id: "three", after: ["two"] }],
        classes: [runClass(), runClass({ experiment: 1, sharedWith: "one" }), runClass({ experiment: 2 })],
      }),
    );
    expect(circle.after).toEqual([[2], [], [1]]);
  });

  it("takes stated hours on their own cards", () => {
    const training = { ...runClass().training, length: { kind: "hours", hours: certain(10), cards: 16 } } as const;
    expect(onlyJobs({ training, model: null })).toMatchObject([{ count: 12, work: 160, minCards: 16, maxCards: 16 }]);
  });

  it("takes stated cards before those of memory and batch, and the fewest before the most", () => {
    const stated = (runCards: object) => {
      const base = plan();
      const layouts = base.layouts.map((layout) => ({ ...layout, runCards: { ...layout.runCards, ...runCards } }));
      return workload({ ...base, layouts }).jobs[0];
    };
    expect(stated({ minCards: 4, maxCards: 6, lossPerDoubling: 0.05 })).toMatchObject({
      minCards: 4,
      maxCards: 6,
      lossPerDoubling: 0.05,
    });
    expect(stated({ minCards: 32 })).toMatchObject({ minCards: 32, maxCards: 32 });
    expect(stated({ restartMinutes: 30 })?.checkpoint).toEqual({ writeHours: 5 / 60, restartHours: 0.5 });
  });

  it("bounds nothing by what is not known: without a batch a run may have all cards that are granted", () => {
    const training = { ...runClass().training, batch: null };
    const of = plan({ classes: [runClass({ training })] });
    expect(workload(of, clusterOf(64, { share: 0.5 })).jobs).toMatchObject([{ maxCards: 32 }]);
  });

  it("gives a run that fits on no number of cards more than any cluster has", () => {
    const tiny = completeAccelerator({ name: "Tiny", densePeak: { bf16: 1e15 }, memoryBytes: 1e9 });
    expect(workload(plan(), clusterOf(64, { accelerator: tiny })).jobs[0]?.minCards).toBe(MORE_THAN_ANY_CLUSTER);
  });

  it("runs at the speed of the cluster's card, with its memory", () => {
    const half = completeAccelerator({ name: "Half", densePeak: { bf16: 5e14 }, memoryBytes: 80e9 });
    const [job] = workload(plan(), clusterOf(64, { accelerator: half })).jobs;
    expect((job?.work ?? 0) / OF_RUN).toBeCloseTo(2, 12);
    const { jobsOf } = workload(plan(), clusterOf(64, { accelerator: half }));
    expect(jobsOf[0]?.cards.minBy).toEqual({ kind: "memory" });
  });
});

describe("the limits of a workload", () => {
  const axes: ResolvedSweep["axes"] = [
    { name: "optimizer", kind: "labels", values: ["SGD", "Adam", "Muon"], count: certain(3) },
    { name: "model.heads", kind: "path", values: [1, 2], count: certain(2) },
    { name: "trial", kind: "count", values: null, count: certain(800) },
  ];
  const limited = (per: string[], trials: readonly number[] | null = null) => {
    const [one] = plan().experiments;
    const [sweep] = one?.sweeps ?? [];
    if (one === undefined || sweep === undefined) throw new Error("the plan has an experiment");
    // Counts that depend on another axis are the classes' own.
    const own = trials === null ? axes : axes.map((axis) => (axis.name === "trial" ? { ...axis, count: null } : axis));
    const experiments = [{ ...one, sweeps: [{ ...sweep, axes: own, maxParallel: { runs: 100, per } }] }];
    const classes = [1, 2].map((heads, model) =>
      runClass({ model, values: [null, heads, null], labels: 3, counts: [certain(trials?.[model] ?? 800)] }),
    );
    const { jobs, limits } = workload(plan({ experiments, classes }));
    return { of: jobs.map(({ limit }) => limit), limits };
  };

  it("are one for all classes of a sweep, or one for each value that tells classes apart", () => {
    expect(limited([])).toEqual({ of: [0, 0], limits: [100] });
    expect(limited(["model.heads"])).toEqual({ of: [0, 1], limits: [100, 100] });
  });

  it("are added over groups that are alike", () => {
    expect(limited(["optimizer"])).toEqual({ of: [0, 0], limits: [300] });
    expect(limited(["optimizer", "model.heads"])).toEqual({ of: [0, 1], limits: [300, 300] });
    expect(limited(["optimizer", "trial"])).toEqual({ of: [0, 0], limits: [240_000] });
  });

  it("are among the same groups where one class has fewer of them than another", () => {
    expect(limited(["trial"], [3, 2])).toEqual({ of: [0, 0], limits: [300] });
    expect(limited(["trial"], [2, 3])).toEqual({ of: [0, 0], limits: [300] });
  });
});
