import { describe, expect, it } from "vitest";
import { clockHours, dayOfEnd, sharesByQuarter } from "./calendar.ts";

const ALWAYS = { start: "2026-01-21", queueWaitHours: 0, hoursPerWeek: 168 };

describe("the days of work", () => {
  it("ends on the day whose last hour it takes", () => {
    expect([0, 24, 25, 48.0000000001].map((hours) => dayOfEnd(ALWAYS, hours))).toEqual([
      "2026-01-21",
      "2026-01-21",
      "2026-01-22",
      "2026-01-22",
    ]);
  });

  it("has no day for what ends in more than a thousand years", () => {
    expect(dayOfEnd(ALWAYS, 8_760_000)).toBe("3025-05-23");
    expect(dayOfEnd(ALWAYS, 8_760_001)).toBeNull();
    expect(sharesByQuarter(ALWAYS, 0, 1e14)).toEqual([]);
  });

  it("waits in the queue, and works a part of the week", () => {
    const half = { start: "2026-01-21", queueWaitHours: 24, hoursPerWeek: 84 };
    expect(clockHours(half, 84)).toBe(192);
    expect(dayOfEnd(half, 84)).toBe("2026-01-28");
  });
});

describe("sharesByQuarter", () => {
  it("divides a span at the end of March", () => {
    expect(sharesByQuarter({ ...ALWAYS, start: "2026-03-31" }, 0, 48)).toEqual([
      { quarter: "2026-Q1", share: 0.5 },
      { quarter: "2026-Q2", share: 0.5 },
    ]);
  });

  it("goes on over the turn of years, and adds up to 1", () => {
    const shares = sharesByQuarter({ ...ALWAYS, start: "2026-11-15" }, 240, 240 + 24 * 400);
    expect(shares.map(({ quarter }) => quarter)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("puts what ends at the end of a quarter into it alone", () => {
    expect(sharesByQuarter({ ...ALWAYS, start: "2026-03-31" }, 0, 24)).toEqual([{ quarter: "2026-Q1", share: 1 }]);
  });
});
