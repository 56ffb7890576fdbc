import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setPragmas } from "../database/pragmas.ts";
import { openSqlite } from "../database/sqlite.ts";
import { peek } from "./peek.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-peek-"));
  path = join(folder, "a.sqlite");
});

afterEach(() => rm(folder, { recursive: true }));

test("nothing: no file, or an empty one", async () => {
  expect(await peek(path)).toEqual({ kind: "nothing" });
  await writeFile(path, "");
  expect(await peek(path)).toEqual({ kind: "nothing" });
});

test("what a file says of itself", async () => {
  const database = openSqlite(path);
  database.execute("PRAGMA application_id = 2147483647; PRAGMA user_version = 7; CREATE TABLE a (a TEXT)");
  database.close();
  expect(await peek(path)).toEqual({ kind: "database", applicationId: 2 ** 31 - 1, version: 7, blank: false });
});

test("a database without a table is blank", async () => {
  const database = openSqlite(path);
  setPragmas(database);
  database.close();
  expect(await peek(path)).toEqual({ kind: "database", applicationId: 0, version: 0, blank: true });
});

/** The file and its log as they lie on the disk while a database is open. */
async function whileOpen(work: (database: ReturnType<typeof openSqlite>) => void) {
  const database = openSqlite(path);
  setPragmas(database);
  work(database);
  const files = await Promise.all([path, `${path}-wal`].map((name) => readFile(name)));
  database.close();
  const [file = Buffer.alloc(0), log = Buffer.alloc(0)] = files;
  const copy = join(folder, "copy.sqlite");
  await writeFile(copy, file);
  return { copy, log };
}

test("the newest header that was committed to the log counts", async () => {
  const { copy, log } = await whileOpen((database) => {
    for (const version of [1, 2, 3]) database.execute(`PRAGMA user_version = ${version}`);
  });
  const versions = new Set<number>();
  // Cut off anywhere, as a power cut may leave it: what was committed before the cut counts, and nothing else.
  for (let length = 0; length <= log.length; length += 512) {
    await writeFile(`${copy}-wal`, log.subarray(0, length));
    const found = await peek(copy);
    if (found.kind !== "database") throw new Error(JSON.stringify(found));
    expect(found.version).toBeGreaterThanOrEqual(Math.max(0, ...versions));
    versions.add(found.version);
  }
  await writeFile(`${copy}-wal`, log);
  expect(await peek(copy)).toMatchObject({ version: 3 });
  expect([...versions]).toEqual(expect.arrayContaining([0, 1, 2]));
});

test("frames that are left over from before the log began anew do not count", async () => {
  const { copy, log } = await whileOpen((database) => database.execute("PRAGMA user_version = 9"));
  log.fill(7, 16, 24);
  await writeFile(`${copy}-wal`, log);
  expect(await peek(copy)).toMatchObject({ version: 0 });
});

test("a log that is none is passed over", async () => {
  const { copy } = await whileOpen((database) => database.execute("PRAGMA user_version = 9"));
  await writeFile(`${copy}-wal`, "Dear diary, today".repeat(20));
  expect(await peek(copy)).toMatchObject({ version: 0 });
});
