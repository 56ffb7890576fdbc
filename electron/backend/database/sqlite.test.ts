import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import type { Database } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { setPragmas } from "./pragmas.ts";
import { text } from "./row.ts";
import { openSqlite } from "./sqlite.ts";

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-sqlite-"));
  database = openSqlite(join(folder, "a.sqlite"));
  database.execute("CREATE TABLE words (word TEXT NOT NULL PRIMARY KEY) STRICT");
});

afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const words = (of = database) => of.query("SELECT word FROM words ORDER BY word", (row) => text(row, "word")).all();
const add = (word: string) => database.command("INSERT INTO words VALUES (?)")(word);

/** The trouble that `work` throws. */
function troubleOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DatabaseError ? error.trouble : String(error);
  }
  return "none";
}

test("a transaction is all of its work", () => {
  const value = database.transaction(() => [add("one"), add("two")]);
  expect(value).toEqual([1, 1]);
  expect(words()).toEqual(["one", "two"]);
});

test("or nothing of it, where something throws", () => {
  const broken = new Error("half-way");
  expect(() =>
    database.transaction(() => {
      add("one");
      throw broken;
    }),
  ).toThrow(broken);
  expect(words()).toEqual([]);
  expect(troubleOf(() => database.transaction(() => [add("one"), add("one")]))).toBe("failed");
  expect(words()).toEqual([]);
});

test("a transaction takes no work that ends after it: the compiler says so, and else nothing of it is kept", () => {
  const later = async () => void add("one");
  // @ts-expect-error: a promise outlives the transaction.
  expect(troubleOf(() => database.transaction(later))).toBe("failed");
  expect(words()).toEqual([]);
  expectTypeOf(database.transaction<string>)
    .parameter(0)
    .returns.toEqualTypeOf<string>();
});

test("transactions do not nest", () => {
  expect(troubleOf(() => database.transaction(() => database.transaction(() => add("one"))))).toBe("failed");
  expect(words()).toEqual([]);
  expect(database.transaction(() => add("two"))).toBe(1);
});

test("a full disk leaves what was there, and the next change goes through when there is room", () => {
  database.execute("PRAGMA max_page_count = 4");
  const long = "x".repeat(20_000);
  expect(troubleOf(() => database.transaction(() => [add("one"), add(long)]))).toBe("full");
  expect(words()).toEqual([]);
  database.execute("PRAGMA max_page_count = 100");
  database.transaction(() => add(long));
  expect(words()).toEqual([long]);
});

test("what is not of a STRICT table's kind is refused", () => {
  database.execute("CREATE TABLE counts (count INTEGER NOT NULL) STRICT");
  expect(troubleOf(() => database.command("INSERT INTO counts VALUES (?)")("many"))).toBe("failed");
});

test("double quotes name columns and never texts", () => {
  expect(troubleOf(() => database.query('SELECT * FROM words WHERE word = "one"', () => null))).toBe("failed");
});

test("a file that is open exclusively is busy for everybody else, at once", () => {
  setPragmas(database);
  const second = openSqlite(join(folder, "a.sqlite"));
  expect(troubleOf(() => setPragmas(second))).toBe("busy");
  second.close();
});

test("a backup is the whole of an open database", async () => {
  setPragmas(database);
  for (let count = 0; count < 500; count++) add(`word ${count}`);
  await database.backup(join(folder, "b.sqlite"));
  add("later");
  const copy = openSqlite(join(folder, "b.sqlite"));
  expect(words(copy)).toHaveLength(500);
  copy.close();
});
