import { expect, it } from "vitest";
import { certain, plan, runClass } from "../plan.fixture.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("opens the value of an axis into the run classes that have it, which add up to it", () => {
  const sweeps = plan().experiments[0]?.sweeps ?? [];
  const axes = [{ name: "optimizer", kind: "labels", values: ["SGD", "Adam"], count: certain(2) } as const];
  const resolved = plan({
    experiments: [
      {
        ...(plan().experiments[0] ?? { id: "", title: "", note: null, after: [] }),
        sweeps: sweeps.map((one) => ({ ...one, axes })),
      },
    ],
    classes: [runClass({ values: [null] }), runClass({ model: 1, sweep: 1, values: [null] })],
  });
  for (const [axis, value] of [
    ["model.width", "128"],
    ["optimizer", "Adam"],
  ] as const) {
    const trace = traceOf(resolved, { of: "axisValue", axis, value, measure: "cost" });
    expect(trace.terms.length).toBe(axis === "optimizer" ? 2 : 1);
    expect(trace.terms.reduce((sum, term) => sum + term.value, 0)).toBeCloseTo(trace.value, 12);
  }
});
