import { expect, it } from "vitest";
import { momentWords } from "./moment-words.ts";

it.each([
  ["2026-12-03T04:12", 52.2, "3 Dec, 04:12"],
  ["2027-01-03T04:12", 792, "3 January 2027"],
  ["2031-10-21T09:00", 43_024.9, "October 2031"],
  ["2076-06-01T00:00", 433_000, "2076"],
  [null, 433_000, "–"],
])("%s, %d hours after the start, is %s", (end, hours, words) => {
  expect(momentWords(end, hours)).toBe(words);
});
