// @vitest-environment node
import { describe, expect, it } from "vitest";
import { axisUnit, decadeTicks, durationTicks, hourTicks, onTwoLines, rowLabel } from "./scale.ts";

describe("axisUnit", () => {
  it.each([
    [0, 1, "", null],
    [889, 1, "", null],
    [1000, 1e3, "k", null],
    [999_999, 1e3, "k", null],
    [5_281_875, 1e6, "M", null],
    [9.99e14, 1e12, "T", null],
    [5.42e24, 1e24, "", 24],
  ])("divides an axis up to %d by %d", (largest, divisor, prefix, exponent) => {
    expect(axisUnit(largest)).toEqual({ divisor, prefix, exponent });
  });
});

describe("ticks", () => {
  it("name lengths of time inside the axis only", () => {
    expect(durationTicks(4.3, 4.3e6).map(({ label }) => label)).toEqual([
      "1 day",
      "1 month",
      "1 year",
      "10 years",
      "100 years",
    ]);
  });

  it("name finer lengths of time where the axis is short", () => {
    const labels = (from: number, to: number) => durationTicks(from, to).map(({ label }) => label);
    expect(labels(0.9, 90)).toEqual(["1 h", "6 h", "1 day"]);
    expect(labels(3, 300)).toEqual(["6 h", "1 day", "1 week"]);
    expect(labels(30, 3000)).toEqual(["1 week", "1 month", "3 months"]);
    expect(labels(0.01, 0.9)).toEqual(["1 min", "10 min"]);
    expect(labels(0.9, 900)).toEqual(["1 h", "1 day", "1 month"]);
  });

  it("are whole decades with prefixes", () => {
    expect(decadeTicks(1, 1e6).map(({ label }) => label)).toEqual(["1", "10", "100", "1 k", "10 k", "100 k", "1 M"]);
    expect(decadeTicks(3, 50).map(({ value }) => value)).toEqual([10]);
  });
});

describe("onTwoLines", () => {
  it("breaks long labels at the space nearest the middle", () => {
    expect(onTwoLines("short", 10)).toBe("short");
    expect(onTwoLines("Compute-optimal to 32 heads only", 20)).toEqual(["Compute-optimal", "to 32 heads only"]);
    expect(onTwoLines("unbreakablelabel", 5)).toBe("unbreakablelabel");
  });
});

describe("rowLabel", () => {
  it("leaves no line longer than its room", () => {
    expect(rowLabel("Continued pre-training", 18)).toEqual(["Continued", "pre-training"]);
    expect(rowLabel("unbreakablelabel", 5)).toBe("unbr…");
    expect(rowLabel("A long title which somebody wrote without thinking", 18)).toEqual([
      "A long title which",
      "somebody wrote wi…",
    ]);
  });
});

it("counts time in steps that people count it in, the unit at the first after 0", () => {
  const labels = (end: number) => hourTicks(end).map(({ label }) => label);
  expect(labels(51.5)).toEqual(["0", "12 h", "24", "36", "48"]);
  expect(labels(0.5)).toEqual(["0", "5 min", "10", "15", "20", "25", "30"]);
  expect(labels(430_000)).toEqual(["0", "10 years", "20", "30", "40"]);
  expect(labels(0)).toEqual(["0"]);
});
