import { expect, it } from "vitest";
import { certain, plan, runClass } from "../plan.fixture.ts";
import type { Trace } from "../trace.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("has a factor in the formula for each number that it puts in", () => {
  const factors = (formula: Trace["formula"]) =>
    formula.kind === "equals" ? formula.sides.map((side) => (side.kind === "product" ? side.factors.length : 1)) : [];
  for (const more of [{}, { probability: 0.3 }, { repeats: certain(3) }, { sharedWith: "two" }, { counts: [] }]) {
    const trace = traceOf(plan({ classes: [runClass(more)] }), { of: "class", runClass: 0, measure: "runs" });
    expect(factors(trace.formula)[1], JSON.stringify(more)).toBe(factors(trace.substituted)[1]);
  }
});
