import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duration, durationText } from "./duration.ts";

const HOURS: Record<string, number> = {
  second: 1 / 3600,
  seconds: 1 / 3600,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  days: 24,
  year: 8760,
  years: 8760,
};
const readBack = (hours: number) => {
  const { digits, unit } = duration(hours);
  // What is less than a second is read as none.
  return digits === "less than 1" ? 0 : Number(digits.replaceAll(",", "")) * (HOURS[unit] ?? Number.NaN);
};

describe("duration", () => {
  const goldenCardHours = 12907461.179918844 / 3;

  it.each([
    [goldenCardHours / 10, "49.1 years"],
    [goldenCardHours / 100, "4.9 years"],
    [goldenCardHours / 100_000, "43.0 h"],
    [14 / 60, "14 minutes"],
    [2.3 * 24, "55.2 h"],
    [5.7499, "5.7 h"],
    [100, "4.2 days"],
    [3.4594 * 24, "3.5 days"],
    [1e9, "114,155.3 years"],
    [2e14, "over a million years"],
    [1 / 3600, "1 second"],
    [1 / 60, "1 minute"],
    [0, "0 h"],
    [0.4 / 3600, "less than 1 second"],
    [8_760, "1 year"],
    [1.04 * 8_760, "1 year"],
    [1.06 * 8_760, "1.1 years"],
  ])("reads %d hours as %s", (hours, text) => {
    expect(durationText(hours)).toBe(text);
  });

  it.each([
    [59.6 / 3600, "1 minute"],
    [59.6 / 60, "1.0 h"],
    [71.94, "71.9 h"],
    [71.96, "3.0 days"],
    [364.9 * 24, "364.9 days"],
    [364.96 * 24, "1 year"],
  ])("carries %d hours into the next unit: %s", (hours, text) => {
    expect(durationText(hours)).toBe(text);
  });

  it("stays within half a unit of the last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (hours) => {
        const { digits, unit } = duration(hours);
        const last = (HOURS[unit] ?? Number.NaN) * (digits.includes(".") || unit === "year" ? 0.1 : 1);
        expect(Math.abs(readBack(hours) - hours)).toBeLessThanOrEqual(0.5 * last * (1 + 1e-9));
      }),
    );
  });

  it("is monotone, across the units too", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 1, max: 1.1, noNaN: true }),
        (hours, factor) => {
          expect(readBack(hours * factor)).toBeGreaterThanOrEqual(readBack(hours) * (1 - 1e-12));
        },
      ),
    );
  });
});
