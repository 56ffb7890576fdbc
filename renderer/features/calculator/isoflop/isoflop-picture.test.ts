import { describe, expect, it } from "vitest";
import { fitOf } from "../fits.ts";
import { isoflopPicture, lossTicks } from "./isoflop-picture.ts";

const budgets = [5.76e22, 5.76e23, 5.76e24];

describe("isoflopPicture", () => {
  it("shows the lowest point of every budget, the runs, and room around them", () => {
    const run = { label: "GPT-3", parameters: 174.6e9, loss: 2.008 };
    const picture = isoflopPicture(fitOf("besiroglu-2024").law, budgets, [run]);
    if (picture === null) throw new Error("this fit predicts losses");
    const { sizes, losses, curves } = picture;
    expect(curves).toHaveLength(3);
    for (const { lowest } of curves) {
      expect(lowest.loss).toBeGreaterThan(losses.from);
      expect(lowest.loss).toBeLessThan(losses.to);
      expect(lowest.parameters).toBeGreaterThan(sizes.from);
      expect(lowest.parameters).toBeLessThan(sizes.to);
    }
    expect((curves[1]?.lowest.parameters ?? 0) / 72.353e9).toBeCloseTo(1, 1);
    expect(run.parameters).toBeLessThan(sizes.to);
    expect(run.loss).toBeLessThan(losses.to);
  });

  it("reaches to runs that lie far from the optimum", () => {
    const run = { label: "small", parameters: 1e6, loss: 9 };
    const picture = isoflopPicture(fitOf("hoffmann-2022").law, [1e21], [run]);
    expect(picture?.sizes.from).toBeLessThan(1e6);
    expect(picture?.losses.to).toBeGreaterThan(9);
  });

  it("does not exist for a law without losses", () => {
    expect(isoflopPicture(fitOf("hoffmann-2022-approach-2").law, budgets, [])).toBeNull();
  });
});

describe("lossTicks", () => {
  it.each([
    [1.83, 2.4, [1.9, 2, 2.1, 2.2, 2.3, 2.4]],
    [2, 9, [2, 3, 4, 5, 6, 7, 8, 9]],
    [1.95, 2.05, [1.96, 1.98, 2, 2.02, 2.04]],
  ])("from %d to %d", (from, to, ticks) => {
    expect(lossTicks(from, to).slice(0, 8)).toEqual(ticks);
  });
});
