import fc from "fast-check";
import { expect, it } from "vitest";
import { niceTicks } from "./nice-ticks.ts";

it.each([
  [29.9, [0, 5, 10, 15, 20, 25, 30]],
  [12, [0, 2, 4, 6, 8, 10, 12]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.9, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, [0, 1]],
])("goes to %d by round values", (largest, ticks) => {
  expect(niceTicks(largest)).toEqual(ticks);
});

it("covers what it is asked for with two to seven values", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (largest) => {
      const ticks = niceTicks(largest);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-6));
    }),
  );
});
