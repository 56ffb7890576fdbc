import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Flop } from "../units/brands.ts";
import { isoflopCurve } from "./isoflop.ts";
import { computeOptimum } from "./optimum.ts";
import { shippedFits } from "./shipped.fixture.ts";
import { trainingCompute } from "./training-compute.ts";

const { named } = shippedFits(readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"));
const GOPHER = Flop(5.76e23);

describe("isoflopCurve", () => {
  const sizes = { from: 1e9, to: 1e12 };

  it("costs the same everywhere, from end to end", () => {
    const curve = isoflopCurve(named("hoffmann-2022").law, GOPHER, sizes, 61) ?? [];
    expect(curve).toHaveLength(61);
    expect(curve[0]?.parameters).toBe(1e9);
    expect((curve.at(-1)?.parameters ?? 0) / 1e12).toBeCloseTo(1, 12);
    for (const point of curve) expect(trainingCompute(point) / GOPHER).toBeCloseTo(1, 12);
  });

  it("falls to the optimum and rises from there", () => {
    const { law } = named("hoffmann-2022");
    const best = computeOptimum(law, GOPHER).parameters;
    const curve = isoflopCurve(law, GOPHER, sizes, 61) ?? [];
    const pairs = curve.slice(1).map((point, index) => [curve[index] ?? point, point] as const);
    for (const [before, after] of pairs) {
      if (after.parameters <= best) expect(after.loss).toBeLessThan(before.loss);
      if (before.parameters >= best) expect(after.loss).toBeGreaterThan(before.loss);
    }
  });

  it("does not exist for a law that says nothing of the loss", () => {
    expect(isoflopCurve(named("hoffmann-2022-approach-2").law, GOPHER, sizes, 5)).toBeNull();
  });
});
