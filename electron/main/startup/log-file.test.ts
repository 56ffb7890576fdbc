import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog } from "./log-file.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-log-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const noon = () => new Date("2026-11-26T12:00:00Z");

test("lines are on the disk at once, each with its time, further lines of one set in", () => {
  const path = join(folder, "logs", "desktop.log");
  const log = createLog(path, noon);
  log("The page's process ended: crashed, 5.");
  log("Error: a\nat b");
  expect(readFileSync(path, "utf8")).toBe(
    "2026-11-26T12:00:00.000Z The page's process ended: crashed, 5.\n2026-11-26T12:00:00.000Z Error: a\n  at b\n",
  );
});

test("a log that has grown large begins anew, and the one before stays", () => {
  const path = join(folder, "desktop.log");
  writeFileSync(path, "x".repeat(1_000_001));
  createLog(path, noon)("new");
  expect(readFileSync(path, "utf8")).toBe("2026-11-26T12:00:00.000Z new\n");
  expect(existsSync(`${path}.old`)).toBe(true);
});

test("a log that cannot be written is no reason to fall over", () => {
  writeFileSync(join(folder, "file"), "");
  expect(() => createLog(join(folder, "file", "desktop.log"), noon)("lost")).not.toThrow();
});
