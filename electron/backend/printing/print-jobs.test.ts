import { expect, test } from "vitest";
import { createPrintJobs } from "./print-jobs.ts";
import { printJob as job } from "./testing/stub-renderer.ts";

test("a job is handed out once, under a name that cannot be guessed", () => {
  const jobs = createPrintJobs();
  const [first, second] = [jobs.prepare(job("first")), jobs.prepare(job("second"))];
  expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(first).not.toBe(second);
  expect(jobs.has(first)).toBe(true);
  expect(jobs.take(first)).toEqual(job("first"));
  expect(jobs.take(first)).toBeUndefined();
  expect(jobs.has(first)).toBe(false);
  expect(jobs.take(second)).toEqual(job("second"));
  expect(jobs.take("constructor")).toBeUndefined();
});

test("a job waits ten minutes", () => {
  let now = 0;
  const jobs = createPrintJobs(() => now);
  const [first, second] = [jobs.prepare(job("first")), jobs.prepare(job("second"))];
  now = 10 * 60 * 1000 - 1;
  expect(jobs.take(first)).toBeDefined();
  now += 1;
  expect(jobs.has(second)).toBe(false);
  expect(jobs.take(second)).toBeUndefined();
});

test("eight jobs wait at most: the oldest gives way", () => {
  const jobs = createPrintJobs();
  const ids = Array.from({ length: 10 }, (_, index) => jobs.prepare(job(String(index))));
  expect(ids.map((id) => jobs.take(id)?.sheet.title)).toEqual([
    undefined,
    undefined,
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
  ]);
});
