import fc from "fast-check";
import { expect, it } from "vitest";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedLayout, ResolvedPlan } from "../../plan/resolved.ts";
import { arbitraryPlan } from "../arbitrary-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { certain, plan, runClass } from "../plan.fixture.ts";
import { fillsNodes } from "./fills-nodes.ts";
import { scheduleOf } from "./schedule-of.ts";

const spread = (of: ResolvedPlan, stated: Partial<ResolvedLayout["runCards"]>): ResolvedPlan => ({
  ...of,
  layouts: of.layouts.map((layout) => ({ ...layout, runCards: { ...layout.runCards, ...stated } })),
});
const onHours = (cards: number): ResolvedPlan =>
  plan({
    classes: [runClass({ training: { ...runClass().training, length: { kind: "hours", hours: certain(1), cards } } })],
  });
const inBatches = (batch: number | null): ResolvedPlan =>
  plan({ classes: [runClass({ training: { ...runClass().training, batch } })] });

it("is so of runs within a node or on whole ones, by their hours, their batch or as stated", () => {
  expect([1, 7, 8, 9, 16, 20].map((cards) => fillsNodes(onHours(cards), 8))).toEqual([
    true,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect([4, 8, 12, 256, null].map((batch) => fillsNodes(inBatches(batch), 8))).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
  expect(fillsNodes(spread(plan(), { maxCards: 20 }), 8)).toBe(false);
  expect(fillsNodes(spread(plan(), { minCards: 20, maxCards: 16 }), 8)).toBe(false);
});

it("is not where spreading a run loses work, but for hours on so many cards", () => {
  expect(fillsNodes(spread(plan(), { lossPerDoubling: 0.1 }), 8)).toBe(false);
  expect(fillsNodes(spread(onHours(8), { lossPerDoubling: 0.1 }), 8)).toBe(true);
});

it("leaves no card of any schedule idle in a run, and no work lost, where it says so", () => {
  const cards = fc.option(fc.integer({ min: 1, max: 40 }));
  const stated = fc.record({
    minCards: cards,
    maxCards: cards,
    lossPerDoubling: fc.constantFrom(0, 0, 0.1),
    batch: fc.integer({ min: 1, max: 40 }),
    nodes: fc.constantFrom(1, 2, 3, 8),
  });
  let filled = 0;
  fc.assert(
    fc.property(arbitraryPlan, stated, fc.integer({ min: 1, max: 80 }), (any, { batch, nodes, ...own }, size) => {
      const classes = any.classes.map((one) => ({ ...one, training: { ...one.training, batch } }));
      const of = spread({ ...any, classes }, own);
      if (!fillsNodes(of, nodes)) return;
      const { scheduled, feasible, workload } = scheduleOf(of, estimate(of), clusterOf(size, { cardsPerNode: nodes }));
      if (!feasible || workload.cardHours === 0) return;
      filled++;
      expect(scheduled.busyCardHours / workload.cardHours).toBeCloseTo(1, 9);
    }),
    { numRuns: 200 },
  );
  expect(filled).toBeGreaterThan(10);
});
