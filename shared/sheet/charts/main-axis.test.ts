import { describe, expect, it } from "vitest";
import type { ResolvedAxis, ResolvedPlan } from "../../plan/resolved.ts";
import { decoder, experiment, plan, runClass } from "../fixtures/plan.ts";
import { contextOf } from "../fixtures/sheet-of.ts";
import { mainAxis } from "./main-axis.ts";

const axisOf = (resolved: ResolvedPlan) => mainAxis(contextOf(resolved));
const told = (resolved: ResolvedPlan) =>
  axisOf(resolved)?.parts.map(({ label, share }) => `${label} ${(share * 100).toFixed(0)} %`);

const models = (...labels: readonly [string, number][]) =>
  labels.map(([label, heads]) => ({ label, shape: decoder(heads) }));
const withAxes = (...axes: readonly ResolvedAxis[]) => [
  experiment("only", { sweeps: [{ id: null, title: null, axes, maxParallel: null, note: null, path: "" }] }),
];

describe("with several models", () => {
  it("goes by the number that tells them apart, in its order", () => {
    const resolved = plan({
      models: models(["width 2,048", 16], ["width 1,024", 8]),
      classes: [runClass(), runClass({ model: 1 })],
    });
    expect(axisOf(resolved)).toMatchObject({ title: "model width", name: "width", isByModel: true });
    expect(told(resolved)).toEqual(["1,024 22 %", "2,048 78 %"]);
  });

  it("goes by width rather than by a number that tells less, unless that one spreads the cost clearly more", () => {
    const shapes = [{ ...decoder(4), keyValueHeads: 1 }, decoder(4), decoder(8)].map((shape) => ({
      label: `width ${shape.width}, ${shape.keyValueHeads} key/value heads`,
      shape,
    }));
    const by = (...labels: readonly number[]) =>
      axisOf(plan({ models: shapes, classes: labels.map((count, model) => runClass({ model, labels: count })) }));
    expect(by(1, 1, 4)).toMatchObject({ title: "model width" });
    expect(by(40, 1, 13)).toMatchObject({ title: "number of key/value heads", name: "number of key/value heads" });
  });

  it("goes by their names where the plan names them", () => {
    const resolved = plan({
      models: models(["70M", 8], ["160M", 16]),
      classes: [runClass(), runClass({ model: 1 })],
    });
    expect(axisOf(resolved)).toMatchObject({ title: "model", isByModel: true });
    expect(told(resolved)).toEqual(["70M 22 %", "160M 78 %"]);
  });
});

describe("with one model", () => {
  const batches = (labels: readonly number[]): ResolvedPlan => {
    const axis: ResolvedAxis = { name: "training.batch", kind: "path", values: [512, 128], count: null };
    return plan({
      experiments: withAxes(axis),
      classes: labels.map((count, index) => runClass({ values: [index === 0 ? 512 : 128], labels: count })),
    });
  };

  it("goes by the axis along which the cost differs most", () => {
    expect(axisOf(batches([3, 1]))).toMatchObject({ title: "batch", isByModel: false });
    expect(told(batches([3, 1]))).toEqual(["128 25 %", "512 75 %"]);
  });

  it("has none where all values cost the same, nor where there is no list of values", () => {
    expect(axisOf(batches([2, 2]))).toBeNull();
    expect(axisOf(plan())).toBeNull();
  });

  it("has none where most of the cost lies off the axis", () => {
    const some = batches([3, 1]);
    const other = { ...some, experiments: [...some.experiments, experiment("large")] };
    expect(axisOf({ ...other, classes: [...some.classes, runClass({ experiment: 1, labels: 5 })] })).toBeNull();
    expect(told({ ...other, classes: [...some.classes, runClass({ experiment: 1, labels: 1 })] })).toEqual([
      "128 20 %",
      "512 60 %",
      "rest 20 %",
    ]);
  });
});
