import fc from "fast-check";
import { expect, it } from "vitest";
import { isDay, sheetDay } from "./sheet-day.ts";

it.each([
  ["1900-03-01", 61],
  ["2000-02-29", 36_585],
  ["2024-12-31", 45_657],
  ["2026-11-22", 46_348],
])("counts %s as %i", (date, number) => {
  expect(sheetDay(date)).toBe(number);
});

it("counts as the calendar of the machine does", () => {
  const from = new Date("1900-03-01T00:00:00Z");
  const to = new Date("2200-12-31T00:00:00Z");
  fc.assert(
    fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(sheetDay(day)).toBe(61 + Math.round((Date.parse(day) - from.getTime()) / 86_400_000));
    }),
  );
});

it("takes whole days from March 1900 on", () => {
  expect(["2026-11-22", "2026-11", "2026", "1899-12-31", "soon"].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
