import { expect, it } from "vitest";
import { certain, input, plan, runClass, uncertain } from "../plan.fixture.ts";
import type { Measure } from "../types.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("names every doubt in the runs and their length", () => {
  const inputs = [
    input(1, 2, 3, "points"),
    input(1, 2, 3, "seeds"),
    input(5, 6, 7, "steps"),
    input(0.1, 0.2, 0.3, "share"),
  ];
  const length = { kind: "steps", steps: uncertain(inputs, 2), itemsPerStep: 10 } as const;
  const resolved = plan({
    inputs,
    classes: [
      runClass({
        counts: [uncertain(inputs, 0)],
        repeats: uncertain(inputs, 1),
        training: { ...runClass().training, length },
        earlyStopped: { share: uncertain(inputs, 3), at: certain(0.5) },
      }),
    ],
  });
  const names = (measure: Measure) =>
    traceOf(resolved, { of: "experiment", experiment: 0, measure }).inputs.map(({ name }) => name);
  expect(names("runs")).toEqual(["Points", "Seeds"]);
  expect(names("flop")).toEqual(["Points", "Seeds", "Steps", "Share"]);
});
