// @vitest-environment node
import { expect, it } from "vitest";
import { effectiveFields, groupPath, nearestLevel } from "./levels.ts";

const tree = {
  defaults: { model: { layers: 8, feedForwardRatio: 4 }, training: { steps: 10, batch: 2 } },
  experiments: [
    {
      model: { feedForward: 100 },
      sweeps: [{ model: { layers: 3 }, training: { epochs: 1 } }, { model: {} }, { training: "half typed" }],
    },
  ],
};
const values = (sweep: number | null, group: "model" | "training") =>
  Object.fromEntries(
    Object.entries(effectiveFields(tree, { experiment: 0, sweep }, group)).map(([field, { value, nearness }]) => [
      field,
      [value, nearness],
    ]),
  );

it("takes the nearest value of each field, and of two ways to say one thing the nearer", () => {
  expect(values(0, "model")).toEqual({ layers: [3, 2], feedForward: [100, 1] });
  expect(values(null, "model")).toEqual({ layers: [8, 0], feedForward: [100, 1] });
  expect(values(0, "training")).toEqual({ batch: [2, 0], epochs: [1, 2] });
  expect(values(2, "training")).toEqual({ steps: [10, 0], batch: [2, 0] });
});

it("names the nearest level that states anything", () => {
  expect([0, 1].map((sweep) => nearestLevel(tree, { experiment: 0, sweep }, "model"))).toEqual(["sweep", "experiment"]);
  expect(nearestLevel(tree, { experiment: 0, sweep: 1 }, "training")).toBe("plan");
});

it("knows where a level's fields stand", () => {
  expect(groupPath("plan", { experiment: 1, sweep: 2 }, "model")).toEqual(["defaults", "model"]);
  expect(groupPath("sweep", { experiment: 1, sweep: 2 }, "model")).toEqual(["experiments", 1, "sweeps", 2, "model"]);
  expect(groupPath("experiment", { experiment: 1, sweep: null }, "model")).toEqual(["experiments", 1, "model"]);
});
