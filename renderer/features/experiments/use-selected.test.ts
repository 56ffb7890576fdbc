// @vitest-environment node
import { expect, it } from "vitest";
import { changedAt, indicesIn } from "./use-selected.ts";

it.each([
  ['experiments[2].sweeps[0].axes["model.heads"][3]', { experiment: 2, sweep: 0, axis: "model.heads", group: null }],
  ['experiments[2].sweeps[10].axes["a \\"b\\""]', { experiment: 2, sweep: 10, axis: 'a "b"', group: null }],
  ["experiments[0].sweeps[1].axes.setting", { experiment: 0, sweep: 1, axis: "setting", group: null }],
  ["experiments[0].sweeps[1].model.layers", { experiment: 0, sweep: 1, axis: null, group: "model", isInside: true }],
  ["experiments[3].training.steps", { experiment: 3, sweep: null, axis: null, group: "training" }],
  ["defaults.model.layers", { experiment: null, sweep: null, axis: null, group: "model" }],
  ["experiments[3]", { experiment: 3, sweep: null, group: null, isInside: false }],
  ["quotes[0].price", { experiment: null, group: null }],
  [null, { experiment: null, sweep: null, axis: null, group: null, isInside: false }],
])("knows what %s is inside of", (place, indices) => {
  expect(indicesIn(place)).toMatchObject(indices);
});

it.each([
  ["variables.points.likely", "experiments[1].sweeps[0].axes.rate"],
  ['variables["two-words"]', "defaults.training.tokens"],
  ["variables.nobody", "variables.nobody"],
  ["experiments[0].title", "experiments[0].title"],
  [null, null],
])("changes %s at %s", (place, home) => {
  const tree = {
    defaults: { training: { tokens: { use: "two-words" } } },
    experiments: [{ sweeps: [{}] }, { sweeps: [{ axes: { seed: 3, rate: { use: "points" } } }] }],
  };
  expect(changedAt(tree, place)).toBe(home);
});
