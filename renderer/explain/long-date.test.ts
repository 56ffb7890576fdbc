// @vitest-environment node
import { expect, it } from "vitest";
import { longDate } from "./long-date.ts";

it.each([
  ["2026-11-22", "22 November 2026"],
  ["2024-07", "July 2024"],
  ["2023", "2023"],
  ["yesterday", "yesterday"],
])("%s is %s", (date, words) => {
  expect(longDate(date)).toBe(words);
});
