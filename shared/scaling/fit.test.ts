import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scalingFitSchema } from "./fit.ts";
import { shippedFits } from "./shipped.fixture.ts";

const { all, named } = shippedFits(
  readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"),
);

/** Table 3 and table A3 of Hoffmann et al. 2022: parameters, tokens. */
const APPROACH_1 = [
  [400e6, 8.0e9],
  [1e9, 20.2e9],
  [10e9, 205.1e9],
  [67e9, 1.5e12],
  [175e9, 3.7e12],
  [280e9, 5.9e12],
  [520e9, 11.0e12],
  [1e12, 21.2e12],
  [10e12, 216.2e12],
] as const;
const APPROACH_2 = [
  [400e6, 7.7e9],
  [1e9, 20.0e9],
  [10e9, 219.5e9],
  [67e9, 1.7e12],
  [175e9, 4.3e12],
  [280e9, 7.1e12],
  [520e9, 13.4e12],
  [1e12, 26.5e12],
  [10e12, 292.0e12],
] as const;

/** The line through the logarithms by least squares. */
function lineThrough(rows: readonly (readonly [number, number])[]) {
  const points = rows.map(([n, d]) => [Math.log10(n), Math.log10(d)] as const);
  const x = points.reduce((sum, [one]) => sum + one, 0) / points.length;
  const y = points.reduce((sum, [, one]) => sum + one, 0) / points.length;
  const slope =
    points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return { slope, intercept: y - slope * x };
}

describe("the catalogue of scaling laws", () => {
  it("names every fit once, and who says so: none from memory", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ source }) => /memory/i.test(source))).toEqual([]);
    expect(all.map(({ countedAs }) => countedAs).filter((n) => n === "nonEmbedding")).toHaveLength(1);
  });

  it("keeps the rounded figures and Kaplan's for comparison, out of the spread", () => {
    expect(all.filter((one) => one.comparisonOnly !== null).map(({ id }) => id)).toEqual([
      "hoffmann-2022-rounded",
      "kaplan-2020",
    ]);
  });

  it.each([
    ["hoffmann-2022-approach-1", APPROACH_1],
    ["hoffmann-2022-approach-2", APPROACH_2],
  ] as const)("draws the line of %s through the rows of its table", (id, rows) => {
    const { law } = named(id);
    const line = lineThrough(rows);
    expect(law).toMatchObject({ kind: "allocation" });
    if (law.kind !== "allocation") throw new Error("no line");
    expect(law.slope).toBeCloseTo(line.slope, 12);
    expect(law.intercept).toBeCloseTo(line.intercept, 10);
  });

  it("refuses an exponent that is none, and a law of another shape", () => {
    const [first] = all;
    expect(scalingFitSchema.safeParse({ ...first, law: { ...first?.law, alpha: 0 } }).success).toBe(false);
    expect(scalingFitSchema.safeParse({ ...first, law: { kind: "sum", E: 1 } }).success).toBe(false);
  });
});
