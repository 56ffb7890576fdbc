import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBelow, floorDivide, spaced } from "./steps.ts";

describe("countBelow", () => {
  it.each([
    [-5.5, 5.5, 0.5, 22],
    [0, 10, 1, 10],
    [0, 10, 3, 4],
    [10, 0, -3, 4],
    [0, 0, 1, 0],
    [5, 0, 1, 0],
    [0, 5, 0, 0],
    [0, 1, 0.1, 10],
    // 3 × 0.7 is below the double 2.1, though not below 2.1.
    [0, 2.1, 0.7, 4],
    [0, 0.3, 0.1, 3],
    [-1, 1, 1, 2],
    [5e-324, 1, 1, 1],
  ])("range(%d, %d, %d) has %d numbers", (start, stop, step, count) => {
    expect(countBelow(start, stop, step)).toBe(count);
  });

  it("counts what a loop over whole numbers counts", () => {
    const whole = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: -9, max: 9 }), (start, stop, step) => {
        let count = 0;
        for (let at = start; step > 0 ? at < stop : step < 0 && at > stop; at += step) count++;
        return countBelow(start, stop, step) === count;
      }),
    );
  });
});

it("divides as Python's floor division", () => {
  expect([floorDivide(1, 0.1), floorDivide(11, 0.5), floorDivide(7, 2), floorDivide(-7, 2)]).toEqual([9, 22, 3, -4]);
});

it("spaces numbers without the dust of binary fractions", () => {
  expect(spaced(0.1, 0.1, 4)).toEqual([0.1, 0.2, 0.3, 0.4]);
});
