import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeShape } from "../../../shared/models/complete-shape.ts";
import { parametersOf } from "../../../shared/models/count-parameters.ts";
import { shapeForSize } from "./shape-for-size.ts";

const sizeOf = (size: number): number => {
  const shape = completeShape(shapeForSize(size));
  return shape.ok ? (parametersOf(shape.value, "total") ?? Number.NaN) : Number.NaN;
};

describe("shapeForSize", () => {
  it("comes within 5 % of any size from 50 M to 10 T", () => {
    fc.assert(
      fc.property(fc.double({ min: Math.log10(50e6), max: 13, noNaN: true }), (power) => {
        const ratio = sizeOf(10 ** power) / 10 ** power;
        expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
      }),
      { numRuns: 100 },
    );
  });

  it("has the proportions of published models", () => {
    const { layers, width, heads } = shapeForSize(70e9);
    expect(width / layers).toBeGreaterThan(60);
    expect(width / layers).toBeLessThan(140);
    expect(width / heads).toBe(128);
  });

  it("still is a model where nobody would train one", () => {
    expect(completeShape(shapeForSize(1)).ok).toBe(true);
  });
});
