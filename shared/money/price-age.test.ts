import { describe, expect, it } from "vitest";
import { isExpired, isStale } from "./price-age.ts";

describe("isStale", () => {
  it.each([
    ["2026-08-27", 90, true],
    ["2026-08-28", 90, false],
    ["2026-08", 86, true],
    ["2026-08", 87, false],
    ["2025", 330, false],
    [null, 1, false],
    ["2027-01-01", 1, false],
    ["2024-02-28", 1002, false],
    ["2024-02-28", 1001, true],
    ["2023-12-31", 1060, true],
    ["2023-12-31", 1061, false],
  ])("%s by %s days: %s", (date, days, stale) => {
    expect(isStale(date, "2026-11-26", days)).toBe(stale);
  });
});

it("an offer stands through its last day", () => {
  expect([null, "2026-11-25", "2026-11-26"].map((day) => isExpired(day, "2026-11-26"))).toEqual([false, true, false]);
});
