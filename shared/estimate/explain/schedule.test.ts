import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { arbitraryPlan } from "../arbitrary-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { explain } from "../explain.ts";
import { SCHEDULE_MEASURES, type ScheduleMeasure } from "../figure.ts";
import { certain, plan, runClass } from "../plan.fixture.ts";
import { schedulesOf } from "../schedule/schedule-of.ts";
import type { Trace } from "../trace.ts";
import { UnknownFigureError } from "./context.ts";
import { numericSides } from "./trace-of.fixture.ts";

const allocation = { unit: "SU", per: "nodeHour", rate: 8 } as const;

function tracesOf(of: ResolvedPlan): Trace[] {
  const estimated = estimate(of);
  const schedules = schedulesOf(of, estimated);
  return of.clusters.flatMap((_, cluster) =>
    SCHEDULE_MEASURES.map((measure) => explain(of, estimated, null, { of: "schedule", cluster, measure }, schedules)),
  );
}

const traceOf = (of: ResolvedPlan, measure: ScheduleMeasure): Trace =>
  explain(of, estimate(of), null, { of: "schedule", cluster: 0, measure }, schedulesOf(of, estimate(of)));

describe("the explanation of a schedule", () => {
  it("puts numbers in that come to its value, opens into figures of the values named, and names its sources, for any plan", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 1, max: 64 }), (any, cards) => {
        const of = { ...any, clusters: [clusterOf(cards, { allocation })] };
        const estimated = estimate(of);
        const schedules = schedulesOf(of, estimated);
        for (const trace of tracesOf(of)) {
          const scales = trace.unit === "%" ? [1, 100] : [1];
          for (const side of numericSides(trace)) {
            const closest = Math.min(...scales.map((scale) => Math.abs(side * scale - trace.value)));
            expect(closest, `${trace.title}: ${side} is not ${trace.value}`).toBeLessThanOrEqual(
              1e-6 * Math.abs(trace.value) + 1e-6,
            );
          }
          expect(trace.formulaSource).not.toBe("");
          for (const one of trace.inputs) {
            expect(one.source).not.toBe("");
            if (one.figure === null) continue;
            const opened = explain(of, estimated, null, one.figure, schedules);
            expect(opened.value / (one.value || 1)).toBeCloseTo(one.value === 0 ? 0 : 1, 9);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("rests on Llama 3 where the plan states no MTBF, and on the plan where it does", () => {
    const mtbf = (cluster: ReturnType<typeof clusterOf>) =>
      traceOf(plan({ clusters: [cluster] }), "expectedHours").inputs.find(
        ({ unit, name }) => unit === "h" && name.startsWith("Mean time"),
      );
    expect(mtbf(clusterOf(64))).toMatchObject({
      note: "419 unexpected interruptions in 54 days on 16,384 cards",
      source: expect.stringContaining("Llama 3"),
      date: "2024-07",
      place: "clusters[0].cardMtbfHours",
    });
    const stated = clusterOf(64, {
      cardMtbfHours: { likely: 20_000, input: null },
      stated: ["cards", "cardMtbfHours"],
    });
    expect(mtbf(stated)).toMatchObject({ value: 20_000, note: null, source: "stated in the plan" });
  });

  it("says of the largest run what the schedule reckons with, its length and the cards that it computes on", () => {
    const length = { kind: "hours", hours: certain(0.1), cards: 12 } as const;
    const of = plan({
      clusters: [clusterOf(16)],
      classes: [runClass({ model: null, training: { ...runClass().training, length } })],
    });
    const [timed] = schedulesOf(of, estimate(of));
    const { text = "" } = traceOf(of, "expectedHours").notes.find(({ title }) => title === "The largest run") ?? {};
    expect(text).toMatch(/ on 12 cards fails every .* with one checkpoint, at its end, its goodput is 0\.\d+\.$/);
    const job = timed?.expected.jobs[0];
    const said = Number(/goodput is (0\.\d+)/.exec(text)?.[1]);
    expect(said).toBeCloseTo((timed?.scheduled.jobs[0]?.hoursPerRun ?? 0) / (job?.hoursPerRun ?? 1), 3);
  });

  it("tells the policy, what binds, and who cannot run", () => {
    const notes = (of: ResolvedPlan) => traceOf(of, "scheduledHours").notes.map(({ title }) => title);
    expect(notes(plan({ clusters: [clusterOf(64)] }))).toEqual(
      expect.arrayContaining(["Policy", "What binds", "Hours"]),
    );
    const layouts = plan().layouts.map((one) => ({ ...one, runCards: { ...one.runCards, minCards: 128 } }));
    expect(notes(plan({ clusters: [clusterOf(64)], layouts }))).toContain("Not every run can run here");
  });

  it("is not there before the schedules are, nor for an allocation that no cluster counts", () => {
    const of = plan({ clusters: [clusterOf(64)] });
    expect(() => explain(of, estimate(of), null, { of: "schedule", cluster: 0, measure: "utilisation" })).toThrow(
      UnknownFigureError,
    );
    expect(() => traceOf(of, "allocation")).toThrow(UnknownFigureError);
  });
});
