import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { boundedNumber, isRange, isUse, type Quantity, quantity, rangeSchema } from "./quantity.ts";

const price = quantity({ min: 0, max: 1e9, what: "price" });
const count = quantity({ min: 1, max: 1e6, integer: true, what: "repeats" });
const share = quantity({ min: 0, exclusiveMin: true, max: 1, what: "utilisation" });

const issuesOf = (schema: z.ZodType, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({ path, message }));

describe("quantity", () => {
  it.each<Quantity>([
    12,
    0,
    { low: 10, likely: 15, high: 15 },
    { low: 2, likely: 3, high: 3.5, source: "price lists", date: "2026-01" },
    { low: 3, likely: 3, high: 3 },
    { use: "pointsPerLine" },
  ])("takes %o as it is", (value) => {
    expect(price.parse(value)).toEqual(value);
  });

  it("points at the member on the wrong side of likely", () => {
    expect(issuesOf(price, { low: 16, likely: 15, high: 20 })).toEqual([
      { path: ["low"], message: "Allowed: at most likely, 15" },
    ]);
    expect(issuesOf(price, { low: 10, likely: 15, high: 14 })).toEqual([
      { path: ["high"], message: "Allowed: at least likely, 15" },
    ]);
    expect(issuesOf(price, { low: 3, likely: 2, high: 1 }).map(({ path }) => path)).toEqual([["low"], ["high"]]);
  });

  it("points at the member that is out of bounds", () => {
    expect(issuesOf(price, { low: -1, likely: 2, high: 3 })).toEqual([
      { path: ["low"], message: "Allowed: price as a number from 0 to 1,000,000,000" },
    ]);
    expect(issuesOf(share, { low: 0.1, likely: 0.5, high: 1.5 })).toEqual([
      { path: ["high"], message: "Allowed: utilisation as a number above 0, at most 1" },
    ]);
  });

  it("reports a plain number out of bounds at its own place", () => {
    expect(issuesOf(price, -3)).toEqual([{ path: [], message: "Allowed: price as a number from 0 to 1,000,000,000" }]);
    expect(issuesOf(price, 1e300)).toHaveLength(1);
    expect(issuesOf(share, 0)).toEqual([{ path: [], message: "Allowed: utilisation as a number above 0, at most 1" }]);
    expect(issuesOf(count, 0)).toEqual([
      { path: [], message: "Allowed: repeats as a whole number from 1 to 1,000,000" },
    ]);
  });

  it("names the keys that a range may have where one is unknown", () => {
    expect(issuesOf(price, { low: 1, likely: 2, high: 3, hihg: 4 })).toEqual([
      { path: [], message: "Allowed: low, likely, high, source, date" },
    ]);
  });

  it("wants a name to use", () => {
    expect(issuesOf(price, { use: "" })).toEqual([{ path: ["use"], message: "Allowed: the name of a variable" }]);
  });

  it.each([
    "3",
    null,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    {},
    { low: 1, likely: 2 },
    { low: 1, likely: Number.NaN, high: 3 },
    { low: 1, likely: 2, high: Number.POSITIVE_INFINITY },
    { use: 3 },
  ])("refuses %o and says what is allowed", (value) => {
    expect(issuesOf(price, value)).toEqual([
      {
        path: [],
        message: "Allowed: price as a number from 0 to 1,000,000,000, as {low, likely, high} or as {use: name}",
      },
    ]);
  });

  it("refuses a fraction where things are counted", () => {
    expect(issuesOf(count, 2.5)[0]?.message).toContain("a whole number from 1");
    expect(issuesOf(count, { low: 1, likely: 2, high: 3.5 })).toHaveLength(1);
  });

  it("takes every ordered triple and no other", () => {
    const number = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (low, likely, high) => {
        expect(price.safeParse({ low, likely, high }).success).toBe(low <= likely && likely <= high);
      }),
    );
  });

  it("tells its three forms apart", () => {
    const forms: Quantity[] = [5, { low: 1, likely: 2, high: 3 }, { use: "x" }];
    expect(forms.map(isRange)).toEqual([false, true, false]);
    expect(forms.map(isUse)).toEqual([false, false, true]);
  });

  it("becomes a JSON Schema that an editor can check against", () => {
    expect(z.toJSONSchema(share)).toMatchObject({
      anyOf: [
        { type: "number", exclusiveMinimum: 0, maximum: 1 },
        { type: "object", required: ["low", "likely", "high"], additionalProperties: false },
        { type: "object", required: ["use"], additionalProperties: false },
      ],
    });
  });
});

describe("rangeSchema", () => {
  it("takes any three numbers in order", () => {
    expect(rangeSchema.parse({ low: -5, likely: 0, high: 1e12 })).toEqual({ low: -5, likely: 0, high: 1e12 });
    expect(issuesOf(rangeSchema, { low: 1, likely: 0, high: 2 })[0]?.path).toEqual(["low"]);
    expect(issuesOf(rangeSchema, { low: 1, likely: "2", high: 3 })).toEqual([
      { path: ["likely"], message: "Allowed: a number" },
    ]);
  });
});

describe("boundedNumber", () => {
  it("takes no range", () => {
    const pue = boundedNumber({ min: 1, max: 3, what: "PUE" });
    expect(pue.parse(1)).toBe(1);
    for (const value of [0.9, 3.1, Number.NaN, { low: 1, likely: 1.1, high: 1.2 }]) {
      expect(issuesOf(pue, value)).toEqual([{ path: [], message: "Allowed: PUE as a number from 1 to 3" }]);
    }
  });
});
