// @vitest-environment node
import { describe, expect, it } from "vitest";
import { larger, scaleOf, smaller } from "./zoom.ts";

describe("zoom", () => {
  it.each([
    [588, 0.68],
    [1648, 1],
    [300, 0.5],
  ])("fits a page of 794 on a desk of %d at %d", (desk, scale) => {
    expect(scaleOf({ kind: "fit" }, desk, 794)).toBe(scale);
  });

  it("steps up and down between fixed sizes, and stops at both ends", () => {
    expect(larger(0.68)).toEqual({ kind: "chosen", scale: 0.75 });
    expect(smaller(0.68)).toEqual({ kind: "chosen", scale: 0.67 });
    expect(larger(3)).toEqual({ kind: "chosen", scale: 3 });
    expect(smaller(0.5)).toEqual({ kind: "chosen", scale: 0.5 });
    expect(scaleOf({ kind: "chosen", scale: 1.5 }, 100, 794)).toBe(1.5);
  });
});
