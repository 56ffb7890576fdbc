import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { APPLICATION_ID, checkOrder, type Migration, migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { readNumber } from "./pragmas.ts";
import { openSqlite } from "./sqlite.ts";

let database: Database;

beforeEach(() => {
  database = openSqlite(":memory:");
});

afterEach(() => database.close());

const step = (version: number, sql: string): Migration => ({ version, name: `step ${version}`, sql });
const first = step(1, "CREATE TABLE a (a TEXT) STRICT");
const second = step(2, "CREATE TABLE b (b TEXT) STRICT");
const nothing = () => Promise.resolve();

test("the program's own steps are 1, 2, 3, …", () => {
  expect(() => checkOrder(migrations)).not.toThrow();
});

test.each([
  ["one is missing", [first, step(3, "")]],
  ["two have one number", [first, step(1, "")]],
  ["they are not in order", [second, first]],
])("no step is taken when %s", async (_, steps) => {
  await expect(migrate(database, steps, nothing)).rejects.toThrow(RangeError);
  expect(readNumber(database, "user_version")).toBe(0);
});

test("every step is taken once, with a backup before all but the first", async () => {
  const before: number[] = [];
  const note = async (from: number) => void before.push(from);
  await migrate(database, [first], note);
  expect([readNumber(database, "user_version"), readNumber(database, "application_id")]).toEqual([1, APPLICATION_ID]);
  await migrate(database, [first, second], note);
  await migrate(database, [first, second], note);
  expect(before).toEqual([1]);
  expect(readNumber(database, "user_version")).toBe(2);
});

test("a step that fails leaves the version before it, whole", async () => {
  const failing = step(2, "CREATE TABLE b (b TEXT) STRICT; INSERT INTO nowhere VALUES (1)");
  await expect(migrate(database, [first, failing], nothing)).rejects.toThrow("nowhere");
  expect(readNumber(database, "user_version")).toBe(1);
  await migrate(database, [first, second], nothing);
  expect(readNumber(database, "user_version")).toBe(2);
});

test("no step is taken when the backup before it fails", async () => {
  await migrate(database, [first], nothing);
  await expect(migrate(database, [first, second], () => Promise.reject(new Error("full")))).rejects.toThrow("full");
  expect(readNumber(database, "user_version")).toBe(1);
});

test("tables of a version to come are left alone", async () => {
  database.execute("PRAGMA user_version = 3");
  await expect(migrate(database, [first, second], nothing)).rejects.toThrow("newer than 2");
});
