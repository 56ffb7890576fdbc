import { describe, expect, it } from "vitest";
import { besideTable, isWidthTable, utilisationAtWidth, widthTableSchema } from "./width-table.ts";

const points = [
  { width: 128, utilisation: 0.1 },
  { width: 2_048, utilisation: 0.4 },
  { width: 8_192, utilisation: 0.44 },
];

describe("utilisationAtWidth", () => {
  it("is a straight line in log width between two points", () => {
    expect(utilisationAtWidth(points, 512)).toBeCloseTo(0.25, 12);
    expect(utilisationAtWidth(points, 256)).toBeCloseTo(0.175, 12);
    expect(utilisationAtWidth(points, 4_096)).toBeCloseTo(0.42, 12);
  });

  it.each(points)("is $utilisation at width $width, as stated", ({ width, utilisation }) => {
    expect(utilisationAtWidth(points, width)).toBeCloseTo(utilisation, 12);
    expect(besideTable(points, width)).toBeNull();
  });

  it("is not extrapolated", () => {
    expect(utilisationAtWidth(points, 1)).toBe(0.1);
    expect(utilisationAtWidth(points, 100_000)).toBe(0.44);
    expect([64, 300, 16_384].map((width) => besideTable(points, width))).toEqual(["below", null, "above"]);
  });

  it("needs a point", () => {
    expect(() => utilisationAtWidth([], 512)).toThrow(RangeError);
  });
});

describe("widthTableSchema", () => {
  it("takes two points or more, by ascending width", () => {
    const table = { byWidth: points, source: "our own runs" };
    expect(widthTableSchema.parse(table)).toEqual(table);
    expect(isWidthTable(table)).toBe(true);
    expect([0.3, null, { low: 0.2, likely: 0.3, high: 0.4 }, "byWidth"].some(isWidthTable)).toBe(false);
  });

  it.each([
    [[{ width: 128, utilisation: 0.1 }], ["byWidth"]],
    [
      [points[1], points[0]],
      ["byWidth", 1, "width"],
    ],
    [
      [points[0], points[0]],
      ["byWidth", 1, "width"],
    ],
    [
      [points[0], { width: 256, utilisation: 1.1 }],
      ["byWidth", 1, "utilisation"],
    ],
    [
      [points[0], { width: 256, utilisation: 0 }],
      ["byWidth", 1, "utilisation"],
    ],
    [
      [points[0], { width: 256.5, utilisation: 0.2 }],
      ["byWidth", 1, "width"],
    ],
    [
      [points[0], { width: 256, utilisation: { low: 0.1, likely: 0.2, high: 0.3 } }],
      ["byWidth", 1, "utilisation"],
    ],
  ])("refuses %o", (byWidth, path) => {
    expect(widthTableSchema.safeParse({ byWidth }).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
