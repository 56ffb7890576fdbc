import { describe, expect, it } from "vitest";
import { PLAN_VERSION } from "../../../shared/plan/document.ts";
import { catalogue } from "../catalogue.ts";
import { type OpenedPlan, openPlan } from "../opened-plan.ts";
import { deadlineView } from "./deadline-view.ts";
import { sizeView } from "./size-view.ts";
import { clusterView, policyTimes } from "./views.ts";

/** Two experiments of runs that take hours on so many cards: 4 runs of 10 h on 8 cards, and 2 of 5 h on 2 that follow. */
function opened(cluster: Readonly<Record<string, unknown>>): OpenedPlan {
  const run = (id: string, hours: number, cards: number, count: number) => ({
    id,
    title: id,
    training: { hours, cards },
    sweeps: [{ axes: { seed: count } }],
  });
  const text = JSON.stringify({
    flopsheet: PLAN_VERSION,
    title: "Two experiments",
    date: "2026-12-01",
    defaults: {
      model: { layers: 2, heads: 4, headSize: 64, vocabulary: 1_000 },
      training: { sequence: 64 },
      hardware: { accelerator: "h100-sxm", achieved: 1e14 },
    },
    experiments: [run("large", 10, 8, 4), { ...run("small", 5, 2, 2), after: ["large"] }],
    clusters: [{ checkpointWriteMinutes: 1, restartMinutes: 1, cardMtbfHours: 1e9, ...cluster }],
    quotes: [{ id: "offer", price: 3 }],
  });
  const plan = openPlan({ name: "plan.json", text }, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const ofFirst = ({ resolved, estimated }: OpenedPlan) => {
  const [cluster] = resolved.clusters;
  if (cluster === undefined) throw new Error("no cluster");
  return [resolved, estimated, cluster] as const;
};

describe("clusterView", () => {
  it("says what runs when, on how many cards, and why they are so many", () => {
    const view = clusterView(...ofFirst(opened({ cards: 16 })));
    expect(view.scheduledHours).toBeCloseTo(25, 9);
    expect(view.idealHours).toBeCloseTo((4 * 80 + 2 * 10) / 16, 9);
    expect(view.bands.map(({ steps }) => steps)).toEqual([
      [{ fromHours: 0, toHours: 20, runs: 2, cards: 16 }],
      [{ fromHours: 20, toHours: 25, runs: 2, cards: 4 }],
    ]);
    expect(view.experiments.map(({ runs, scheduled }) => [runs, scheduled?.startsAt, scheduled?.endsAt])).toEqual([
      [4, "2026-12-01T00:00", "2026-12-01T20:00"],
      [2, "2026-12-01T20:00", "2026-12-02T01:00"],
    ]);
    expect(view.classes.map(({ minCards, maxCards, minBy }) => [minCards, maxCards, minBy])).toEqual([
      [8, 8, "of its hours"],
      [2, 2, "of its hours"],
    ]);
    expect(policyTimes(...ofFirst(opened({ cards: 16 })), "sequence").scheduledHours).toBeCloseTo(25, 9);
  });

  it("names the runs that cannot run, and what follows them", () => {
    const { cannotRun, scheduledHours } = clusterView(...ofFirst(opened({ cards: 4 })));
    expect(scheduledHours).toBe(0);
    expect(cannotRun.map(({ count, minimumCards }) => [count, minimumCards])).toEqual([
      [4, 8],
      [2, 8],
    ]);
  });
});

describe("sizeView", () => {
  it("starts where every run fits, and bends where the longest path binds", () => {
    const of = opened({ cards: 24 });
    const {
      curve: { points },
      bend,
      floors,
    } = sizeView(...ofFirst(of));
    const at = (cards: number) => points.find((point) => point.cards === cards)?.scheduledHours;
    expect([at(4), at(10), at(1_000_000)].map((hours) => hours && Math.round(hours * 1e6) / 1e6)).toEqual([
      null,
      45,
      15,
    ]);
    expect(bend).toEqual({ cards: 32, hours: 15 });
    expect(floors).toEqual([{ cardsPerRun: 8, hours: 10, isOwn: true }]);
  });
});

describe("deadlineView", () => {
  it("finds the fewest cards, and counts what this cluster has done by then", () => {
    const { hours, fewest, fitting } = deadlineView(...ofFirst(opened({ cards: 16 })), "2026-12-01");
    expect(hours).toBe(24);
    expect(fewest?.cards).toBe(32);
    expect(fewest?.hours).toBeCloseTo(15 + 2 / 60, 5);
    expect(fitting).toEqual([
      { runs: 4, done: 4 },
      { runs: 2, done: 0 },
    ]);
  });

  it("counts the cards of the whole cluster where a share of them is granted", () => {
    const of = ofFirst(opened({ cards: 64, share: 0.25 }));
    expect(deadlineView(...of, "2026-12-01").fewest?.cards).toBe(128);
    expect(clusterView(...ofFirst(opened({ cards: 8, share: 0.25 }))).cannotRun[0]?.minimumCards).toBe(32);
  });

  it("says where no number of cards makes it", () => {
    const { fewest, fitting } = deadlineView(
      ...ofFirst(opened({ cards: 16, hoursPerWeek: 84, queueWaitHours: 2 })),
      "2026-12-01",
    );
    expect(fewest).toBeNull();
    expect(fitting.map(({ done }) => done)).toEqual([2, 0]);
  });
});
