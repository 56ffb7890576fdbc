// @vitest-environment node
import { expect, it } from "vitest";
import { scalarText, typedList, typedScalar } from "./typed-values.ts";

it.each([
  ["1e3", "training.batch", 1000],
  ["1,024", "model.width", 1024],
  ["12x", "model.width", "12x"],
  ["true", "model.gated", true],
  ["tru", "model.gated", "tru"],
  ["null", "model.window", null],
  ["null", "optimizer", "null"],
  ["bf16", "hardware.format", "bf16"],
  ["16", "setting", 16],
  ["7B", "size", "7B"],
  ["7B", "model.parameters", 7e9],
  ["Adam ", "optimizer", "Adam "],
])("takes %j on %s for %j", (text, name, value) => {
  expect(typedScalar(text, name)).toBe(value);
});

it.each([
  ["128\n256\n", "model.width", [128, 256]],
  ["128\t256", "model.width", [128, 256]],
  ["128 256 512", "model.width", [128, 256, 512]],
  ["128…1024 ×2", "model.width", [128, 256, 512, 1024]],
  ["SGD, Adam with scaling", "optimizer", ["SGD", "Adam with scaling"]],
  ["Adam with scaling", "optimizer", ["Adam with scaling"]],
  ["512\nnull", "model.window", [512, null]],
  ["", "optimizer", [""]],
])("parts %j on %s", (text, name, values) => {
  expect(typedList(text, name)).toEqual(values);
});

it("shows a value as it is typed", () => {
  expect([null, 16384, true, "muP"].map(scalarText)).toEqual(["null", "16384", "true", "muP"]);
});
