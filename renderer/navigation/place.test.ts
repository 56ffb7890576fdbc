import { expect, it } from "vitest";
import { stepOfPlace } from "./place.ts";

it.each([
  ["variables.pointsPerLine.likely", "experiments"],
  ["experiments[2].sweeps[0].axes", "experiments"],
  ["experiments[2].hardware.achieved", "experiments"],
  ["defaults.training.steps", "experiments"],
  ["defaults.hardware.achieved", "hardware"],
  ["quotes[0].price", "quotes"],
  ["clusters", "clusters"],
  ["energy.pue", "project"],
  ["", "project"],
])("%s is changed in %s", (place, step) => {
  expect(stepOfPlace(place)).toBe(step);
});
