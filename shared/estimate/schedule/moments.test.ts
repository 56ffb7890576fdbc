import { describe, expect, it } from "vitest";
import { hoursUntil, momentAfter } from "./moments.ts";

const cluster = (start: string | null, hoursPerWeek: number, wait: number) => ({
  start,
  hoursPerWeek,
  queueWaitHours: { likely: wait, input: null },
});

describe("momentAfter", () => {
  it.each([
    [cluster("2026-12-01", 168, 0), 52.2, "2026-12-03T04:12"],
    [cluster("2026-12-01", 84, 2), 24, "2026-12-03T02:00"],
    [cluster("2026-12-01", 168, 0), 0, "2026-12-01T00:00"],
    [cluster(null, 168, 0), 24, null],
    [cluster("2026-12-01", 1, 0), 60_000, null],
  ])("%j, %d hours on, is %s", (of, hours, moment) => {
    expect(momentAfter(of, hours)).toBe(moment);
  });
});

describe("hoursUntil", () => {
  it.each([
    [cluster("2026-12-01", 168, 0), "2026-12-01", 24],
    [cluster("2026-12-01", 84, 2), "2026-12-02", 23],
    [cluster("2026-12-01", 168, 0), "2026-11-29", -24],
    [cluster(null, 168, 0), "2026-12-01", null],
    [cluster("2026-12-01", 168, 0), "soon", null],
  ])("%j has until the end of %s %s hours", (of, day, hours) => {
    expect(hoursUntil(of, day)).toBe(hours);
  });
});
