import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDay, dayNumber } from "./days.ts";

describe("dayNumber", () => {
  it("counts days without a gap", () => {
    expect(dayNumber("0000-03-01")).toBe(0);
    expect(dayNumber("2026-11-26") - dayNumber("2026-08-28")).toBe(90);
  });

  it("takes the 31st of a shorter month for a day of the next", () => {
    expect(dayNumber("2026-02-31")).toBe(dayNumber("2026-03-03"));
  });

  it("is undone by dateOfDay", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_000 }), (number) => {
        expect(dayNumber(dateOfDay(number))).toBe(number);
      }),
    );
  });
});

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
