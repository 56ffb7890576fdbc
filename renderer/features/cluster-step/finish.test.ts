import { expect, it } from "vitest";
import { idealEnd } from "./finish.ts";

it.each([
  ["2026-12-01", 43.02, "2 December 2026"],
  ["2026-12-01", 0.2, "1 December 2026"],
  ["2026-12-31", 24, "1 January 2027"],
  ["2026-12-01", 43_024.9, "October 2031"],
  ["2026-12-01", 430_248.7, "2075"],
  ["2026-12-01", 1e9, null],
  ["", 10, null],
])("work from %s of %d h ends %s", (day, hours, words) => {
  expect(idealEnd(day, hours)).toBe(words);
});
