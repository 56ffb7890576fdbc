import { expect, it } from "vitest";
import { isToTheMinute, momentWords } from "./moment-words.ts";

it.each([
  ["2026-12-03T04:12", "2026-12-01", "3 Dec, 04:12"],
  ["2026-12-04T00:00", "2026-12-01", "4 Dec, 00:00"],
  ["2026-12-04T00:01", "2026-12-01", "4 December 2026"],
  ["2027-01-02T04:12", "2026-12-31", "2 Jan 2027, 04:12"],
  ["2027-01-03T04:12", "2026-12-01", "3 January 2027"],
  // A year in the queue: as much later on the calendar, though the work itself is short.
  ["2027-12-20T00:00", "2026-12-20", "December 2027"],
  ["2031-10-21T09:00", "2026-12-01", "October 2031"],
  ["2076-06-01T00:00", "2026-12-01", "2076"],
  [null, "2026-12-01", "–"],
  ["2026-12-03T04:12", null, "–"],
])("%s, from %s, is %s", (at, start, words) => {
  expect(momentWords(at, start)).toBe(words);
});

it("is a day where the others of its table are days", () => {
  expect(isToTheMinute("2026-12-03T04:12", "2026-12-01")).toBe(true);
  expect(isToTheMinute("2026-12-04T00:01", "2026-12-01")).toBe(false);
  expect(momentWords("2026-12-03T04:12", "2026-12-01", true)).toBe("3 December 2026");
});
