import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pertQuantile } from "../../ranges/pert.ts";
import { arbitraryPlan } from "../arbitrary-plan.fixture.ts";
import { estimate } from "../estimate.ts";
import { certain, input, plan, runClass, uncertain } from "../plan.fixture.ts";
import { estimateRanges } from "../ranges.ts";
import { plansAtWork } from "./at-work.ts";

const hoursOf = ({ plan: moved, values }: ReturnType<typeof plansAtWork>[number]): number =>
  estimate(moved, values).withReruns.cardHours;

describe("plansAtWork", () => {
  it("moves every input to one quantile, so that P10 of the points is P10 of the work", () => {
    const inputs = [input(10, 15, 15), input(2, 3, 4, "price")];
    const of = plan({ inputs, classes: [runClass({ counts: [uncertain(inputs, 0)] })] });
    const perPoint = estimate(of).withReruns.cardHours / 15;
    const p10 = pertQuantile({ low: 10, likely: 15, high: 15 }, 0.1);
    const [moved] = plansAtWork(of, [perPoint * p10]);
    expect(moved?.values[0]).toBeCloseTo(p10, 9);
    // A price moves no work.
    expect(moved?.values[1]).toBe(3);
  });

  it("lets a speed fall where the work is to rise", () => {
    const inputs = [input(0.2, 0.4, 0.5, "utilisation")];
    const cards = plan().cards.map((card) => ({
      ...card,
      speed: { kind: "utilisation", utilisation: uncertain(inputs, 0) } as const,
    }));
    const of = plan({ inputs, cards });
    const more = plansAtWork(of, [estimate(of).withReruns.cardHours * 1.5])[0];
    expect(more?.values[0]).toBeCloseTo(0.4 / 1.5, 9);
  });

  it("does a conditional sweep not at all at its least work, and whole at its most", () => {
    const of = plan({ classes: [runClass(), runClass({ sweep: 1, probability: 0.25 })] });
    const certainly = estimate(plan({ classes: [runClass()] })).withReruns.cardHours;
    const [none, likely, all] = plansAtWork(of, [certainly, certainly * 1.25, certainly * 2]);
    const parts = [none, likely, all].map((moved) => moved?.plan.classes[1]?.probability ?? -1);
    expect(parts).toEqual([expect.closeTo(0, 6), expect.closeTo(0.25, 6), expect.closeTo(1, 6)]);
    expect(all?.plan.classes[0]?.probability).toBe(1);
  });

  it("meets P10, P50 and P90 of any plan's work", () => {
    fc.assert(
      fc.property(arbitraryPlan, (any) => {
        const { p10, p50, p90 } = estimateRanges(any, estimate(any), { draws: 200 }).total.cardHours;
        for (const [index, moved] of plansAtWork(any, [p10, p50, p90]).entries()) {
          const target = [p10, p50, p90][index] ?? 0;
          expect(hoursOf(moved)).toBeCloseTo(target, 6 - Math.ceil(Math.log10(Math.max(1, target))));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("leaves a certain plan as it is", () => {
    const [same] = plansAtWork(plan({ classes: [runClass({ repeats: certain(2) })] }), [1]);
    expect(same?.values).toEqual([]);
  });
});
