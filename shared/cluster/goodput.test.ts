import { describe, expect, it } from "vitest";
import { aboveBranch, goodput } from "./goodput.ts";

/** Llama 3: 419 unexpected interruptions in 54 days of 16,384 cards. */
const CARD_MTBF = (54 * 24 * 16_384) / 419;
const at = (cards: number, writeMinutes: number, restartMinutes: number) =>
  goodput({ mtbfHours: CARD_MTBF / cards, writeHours: writeMinutes / 60, restartHours: restartMinutes / 60 });

describe("goodput", () => {
  it.each([
    [1_024, 5, 10, "169.00", "0.93991"],
    [16_384, 1, 3, "18.605", "0.88532"],
    [16_384, 5, 10, "39.813", "0.74427"],
    [100_000, 1, 3, "7.146", "0.69310"],
    [100_000, 5, 10, "14.276", "0.38181"],
  ])(
    "of %i cards, %i min to write and %i to restart: a checkpoint every %s min, %s",
    (cards, write, restart, interval, share) => {
      const found = at(cards, write, restart);
      expect((found.intervalHours * 60).toFixed(interval.split(".")[1]?.length)).toBe(interval);
      expect(found.goodput.toFixed(5)).toBe(share);
    },
  );

  // What writing, half an interval and a restart at each failure add to the time, at Young's interval.
  it.each([
    [1_024, 5, 10, 0.94215],
    [16_384, 1, 3, 0.89288],
    [16_384, 5, 10, 0.7776],
    [100_000, 1, 3, 0.73794],
    [100_000, 5, 10, 0.52566],
  ])("is below what the first order promises for %i cards", (cards, write, restart, promised) => {
    const [mtbf, delta, back] = [(CARD_MTBF / cards) * 60, write, restart];
    const young = Math.sqrt(2 * delta * mtbf);
    const firstOrder = 1 / (1 + delta / young + young / (2 * mtbf) + back / mtbf);
    expect(firstOrder).toBeCloseTo(promised, 5);
    expect(at(cards, write, restart).goodput).toBeLessThan(promised);
  });

  it("is highest at the interval that it names", () => {
    const { intervalHours, goodput: best } = at(16_384, 5, 10);
    for (const factor of [0.5, 0.9, 0.99]) {
      const shorter = goodput({
        mtbfHours: CARD_MTBF / 16_384,
        writeHours: 5 / 60,
        restartHours: 10 / 60,
        runHours: intervalHours * factor,
      });
      expect(shorter.intervalHours).toBeCloseTo(intervalHours * factor, 12);
      expect(shorter.goodput).toBeLessThan(best);
    }
  });

  it("takes a run that is shorter than the interval in one stretch", () => {
    const mtbfHours = CARD_MTBF / 8;
    const { intervalHours, goodput: share } = goodput({
      mtbfHours,
      writeHours: 1 / 12,
      restartHours: 1 / 6,
      runHours: 1,
    });
    expect(intervalHours).toBe(1);
    // One hour of work and five minutes of writing, and next to no failure.
    expect(share).toBeCloseTo(1 / (1 + 1 / 12), 3);
  });

  it("loses restarts only where checkpoints cost nothing", () => {
    expect(goodput({ mtbfHours: 10, writeHours: 0, restartHours: 1 })).toEqual({
      goodput: Math.exp(-0.1),
      intervalHours: 0,
    });
  });

  it("stays above 0 where a run would never end", () => {
    expect(goodput({ mtbfHours: 1e-4, writeHours: 1, restartHours: 1 }).goodput).toBe(1e-12);
  });
});

describe("aboveBranch", () => {
  it.each([1e-10, 1e-6, 1e-3, 0.02, 0.3, 1, 3, 10])("is the x with −ln(1 − x) − x = %d", (d) => {
    const x = aboveBranch(d);
    expect(-Math.log1p(-x) - x).toBeCloseTo(d, 10);
  });

  it("is 1 + W₀ at −1/4", () => {
    // W₀(−1/4) = −0.357402956181388903…, by its defining equation.
    const w = -0.3574029561813889;
    expect(w * Math.exp(w)).toBeCloseTo(-1 / 4, 15);
    expect(aboveBranch(Math.log(4) - 1)).toBeCloseTo(1 + w, 14);
  });
});
