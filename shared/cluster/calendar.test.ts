import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, clockHours, dayOfEnd, dayOfStart, grantedCards, sharesByQuarter } from "./calendar.ts";

const ALWAYS = { start: "2026-01-21", queueWaitHours: 0, hoursPerWeek: 168 };

describe("addDays", () => {
  it.each([
    ["2024-02-28", 2, "2024-03-01"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2100-02-28", 1, "2100-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-01-21", 0, "2026-01-21"],
  ])("counts from %s by %i to %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it("agrees with the calendar of the language, over four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 146_097 }), (days) => {
        const day = new Date(Date.UTC(1999, 11, 31) + days * 86_400_000);
        expect(addDays("1999-12-31", days)).toBe(day.toISOString().slice(0, 10));
      }),
    );
  });
});

describe("the days of work", () => {
  it("ends on the day whose last hour it takes", () => {
    expect([0, 24, 25, 48.0000000001].map((hours) => dayOfEnd(ALWAYS, hours))).toEqual([
      "2026-01-21",
      "2026-01-21",
      "2026-01-22",
      "2026-01-22",
    ]);
  });

  it("starts the next piece on the day after", () => {
    expect([0, 23.9, 24].map((hours) => dayOfStart(ALWAYS, hours))).toEqual(["2026-01-21", "2026-01-21", "2026-01-22"]);
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

it("grants whole cards", () => {
  expect([grantedCards(1_000, 0.25), grantedCards(10, 0.7), grantedCards(7, 0.5), grantedCards(8, 1)]).toEqual([
    250, 7, 3, 8,
  ]);
});
