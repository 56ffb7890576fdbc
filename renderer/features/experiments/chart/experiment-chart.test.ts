// @vitest-environment node
import { expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { goldenTree, openGolden } from "../golden.fixture.ts";
import { figuresOf, sweepFigures } from "../live-figures.ts";
import { experimentChart } from "./experiment-chart.ts";
import { onlyExperiment } from "./only-experiment.ts";

const live = openGolden();

it("says what the widest model takes of Epsilon variants", () => {
  const chart = experimentChart(live, 2);
  expect([chart?.title, chart?.scope, chart?.bars.length]).toEqual([
    "The largest width takes 47 % of the experiment",
    "USD by width, likely",
    14,
  ]);
  expect(chart?.bars.at(-1)).toMatchObject({ label: "16,384", text: "889 k", highlight: true });
  const total = live.estimated.experiments[2]?.cost ?? 0;
  expect(chart?.bars.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total, 4);
});

it("leaves the budget out, which is of all experiments", () => {
  const asked = openPlan(
    { name: "asked.json", text: JSON.stringify(Object.assign({}, goldenTree, { budget: { layout: "nsf" } })) },
    catalogue,
  );
  if (!asked.ok) throw new Error("The plan has faults");
  const { resolved, estimated } = asked.value;
  expect(resolved).toHaveProperty("budget");
  expect(onlyExperiment(resolved, estimated, 2)?.resolved).not.toHaveProperty("budget");
});

it("is none for an experiment that is not there", () => {
  expect(experimentChart(live, 99)).toBeNull();
});

it("knows the runs of a sweep, the least and the most card-hours of one, and its models", () => {
  const figures = sweepFigures(live, 2, 0);
  expect(figures?.runs).toBe(5040);
  expect(figures?.perRun.to).toBeCloseTo(822.9, 0);
  expect(figures?.shape?.width).toEqual({ from: 128, to: 16_384 });
  expect(figures?.shape?.headSize).toEqual({ from: 128, to: 128 });
  expect(sweepFigures(live, 2, 9)).toBeNull();
  expect(sweepFigures(live, -1, null)).toBeNull();
});

it("finds an experiment's figures by its id", () => {
  expect(figuresOf(live, { experiments: [{ id: "gamma_expts" }] }, 0)?.index).toBe(5);
  expect(figuresOf(live, { experiments: [{}] }, 0)).toBeNull();
});
