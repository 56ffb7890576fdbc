import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf } from "./bands.ts";

const part = (job: number, fromHours: number, toHours: number, runs: number, cards: number) => ({
  job,
  fromHours,
  toHours,
  runs,
  cards,
});

describe("bandsOf", () => {
  it("adds up the jobs of a stage, and leaves out the time in which it waits", () => {
    const parts = [part(0, 0, 2, 1, 8), part(1, 1, 3, 2, 16), part(2, 0, 1, 1, 4), part(0, 5, 6, 1, 8)];
    expect(bandsOf(parts, [0, 0, 1])).toEqual([
      {
        stage: 0,
        steps: [
          { fromHours: 0, toHours: 1, runs: 1, cards: 8 },
          { fromHours: 1, toHours: 2, runs: 3, cards: 24 },
          { fromHours: 2, toHours: 3, runs: 2, cards: 16 },
          { fromHours: 5, toHours: 6, runs: 1, cards: 8 },
        ],
      },
      { stage: 1, steps: [{ fromHours: 0, toHours: 1, runs: 1, cards: 4 }] },
    ]);
  });

  it("takes what follows without a change as one step, and moments that differ in the last digits as one", () => {
    expect(bandsOf([part(0, 0, 0.3, 1, 8), part(1, 0.1 + 0.2, 1, 1, 8)], [0, 0])).toEqual([
      { stage: 0, steps: [{ fromHours: 0, toHours: 1, runs: 1, cards: 8 }] },
    ]);
  });

  it("keeps the card-hours, and each stage's steps apart and in order", () => {
    const parts = fc.array(
      fc.record({
        job: fc.nat(5),
        fromHours: fc.nat(50),
        toHours: fc.nat(100),
        runs: fc.integer({ min: 1, max: 9 }),
        cards: fc.integer({ min: 1, max: 64 }),
      }),
    );
    fc.assert(
      fc.property(parts, (all) => {
        const real = all.filter(({ fromHours, toHours }) => toHours > fromHours);
        const bands = bandsOf(all, [0, 0, 1, 1, 2, 3]);
        const cardHours = (steps: readonly { fromHours: number; toHours: number; cards: number }[]) =>
          steps.reduce((sum, { fromHours, toHours, cards }) => sum + (toHours - fromHours) * cards, 0);
        expect(cardHours(bands.flatMap(({ steps }) => steps))).toBe(cardHours(real));
        for (const { steps } of bands) {
          for (const [index, step] of steps.entries()) {
            expect(step.toHours).toBeGreaterThan(step.fromHours);
            expect(step.fromHours).toBeGreaterThanOrEqual(steps[index - 1]?.toHours ?? 0);
          }
        }
      }),
    );
  });
});
