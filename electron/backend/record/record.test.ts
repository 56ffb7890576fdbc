import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { openSqlite } from "../database/sqlite.ts";
import { snapshotOf } from "../testing/plans.ts";
import { filledRecord, hashOf, killedAfter, openedRecord } from "../testing/record-files.ts";
import { copyWhole } from "./backups.ts";
import { recordPlaces } from "./places.ts";
import { createRecord, type HostRecord } from "./record.ts";

let folder: string;
let record: HostRecord;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-record-"));
  record = createRecord({ directory: folder });
});

afterEach(async () => {
  await record.close();
  await rm(folder, { recursive: true });
});

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 8, 30));
const create = (id: string, text = "a") => record.change(({ projects }) => projects.create(id, snapshotOf(text)));
const ids = () => {
  const listed = record.read(({ projects }) => ({ ok: true, value: projects.list(false).map(({ id }) => id) }));
  return listed.ok ? listed.value.sort() : listed.error.code;
};
const aside = async () => (await readdir(join(folder, "damaged"), { recursive: true })).sort();

async function reopenedOn(number: number): Promise<void> {
  await record.close();
  record = await openedRecord(folder, () => day(number));
}

/** Cuts the record's file off, as a bad copy does; its hash. */
async function damage(): Promise<string> {
  await record.close();
  await truncate(record.places.file, (await stat(record.places.file)).size - 1_000);
  const hash = hashOf(record.places.file);
  await record.reopen();
  return hash;
}

describe("backups", () => {
  test("of seven days are kept", async () => {
    for (let number = 1; number <= 11; number++) await reopenedOn(number);
    const { backups } = await record.info();
    // The first day made the record; there was nothing to back up.
    expect(backups.map(({ takenAt, reason }) => [takenAt.slice(8, 10), reason])).toEqual(
      ["11", "10", "09", "08", "07", "06", "05"].map((of) => [of, "daily"]),
    );
    expect(new Set(backups.map(({ schema }) => schema))).toEqual(new Set([newestVersion(migrations)]));
  });

  test("that were asked for are never thrown away", async () => {
    await record.reopen();
    for (let count = 0; count < 9; count++) expect(await record.backup()).toMatchObject({ ok: true });
    expect((await record.info()).backups).toHaveLength(9);
  });

  test("of a damaged record are not taken: the good ones stay the newest", async () => {
    await filledRecord(folder);
    await reopenedOn(1);
    const good = (await record.info()).backups;
    await record.close();
    const file = openSqlite(record.places.file);
    file.execute("PRAGMA foreign_keys = OFF; DELETE FROM projects");
    await expect(copyWhole(file, join(folder, "copy"))).rejects.toThrow("belongs to something that is not there");
    expect(await readdir(folder)).not.toContain("copy");
    file.close();
    await reopenedOn(2);
    expect(await record.info()).toMatchObject({ closed: { why: "damaged" }, backups: good });
  });
});

describe("a damaged record", () => {
  test("is closed; the newest good backup is offered; restoring it keeps the damaged file", async () => {
    await record.reopen();
    create("a1");
    const good = await record.backup();
    create("a2");
    const bad = await record.backup();
    if (!good.ok || !bad.ok) throw new Error("no backup");
    await writeFile(join(record.places.backups, bad.value.id), "not what it was");
    const hash = await damage();

    const info = await record.info();
    expect(info).toMatchObject({ projects: 0, bytes: 0, schema: 0 });
    expect(info.closed).toEqual({
      why: "damaged",
      what: expect.stringMatching(/^The file is cut off: it has \d+ bytes of \d+\.$/),
      kept: null,
      newestGood: good.value,
    });
    expect(create("a3")).toMatchObject({ error: { code: "closed", message: expect.stringContaining("cut off") } });
    expect(await record.restore(bad.value.id)).toMatchObject({ error: { code: "invalidInput" } });
    expect(hashOf(record.places.file)).toBe(hash);

    expect(await record.restore(good.value.id)).toEqual({ ok: true, value: null });
    expect(ids()).toEqual(["a1"]);
    const [name = ""] = await aside();
    expect(hashOf(join(folder, "damaged", name, "record.sqlite"))).toBe(hash);
    expect(await readdir(record.places.backups)).toEqual(expect.arrayContaining([good.value.id, bad.value.id]));
  });

  test("can be begun anew, which keeps the damaged file with its log", async () => {
    await filledRecord(join(folder, "from"));
    await record.close();
    await killedAfter(join(folder, "from"), folder, "INSERT INTO settings VALUES ('theme', '\"dark\"')");
    await writeFile(record.places.file, "no database any more");
    const hashes = [record.places.file, record.places.log].map(hashOf);
    await record.reopen();
    // The log still tells how the file began; whatever it is taken for, it is not taken for sound.
    expect((await record.info()).closed).toMatchObject({ why: "damaged", newestGood: null });
    expect(await record.startAnew()).toEqual({ ok: true, value: null });
    expect(ids()).toEqual([]);
    const [name = ""] = await aside();
    const kept = recordPlaces(join(folder, "damaged", name));
    expect([kept.file, kept.log].map(hashOf)).toEqual(hashes);
  });

  test("that shows only while it is open is closed with the first question that meets it", async () => {
    const [id = ""] = await filledRecord(folder);
    await reopenedOn(1);
    await record.close();
    const bytes = await readFile(record.places.file);
    // Every page but the first: what opening reads is there.
    bytes.fill(0xff, 4_096 * 2);
    await writeFile(record.places.file, bytes);
    await reopenedOn(1);
    const { closed } = await record.info();
    if (closed === null) throw new Error("it is open");
    expect(closed.why).toBe("damaged");
    expect(record.read(({ projects }) => projects.read(id))).toMatchObject({ error: { code: "closed" } });
  });
});

describe("what cannot be put in the record's place", () => {
  test.each([
    ["newer tables", "PRAGMA user_version = 99", "newer version of Flopsheet"],
    ["another program's mark", "PRAGMA application_id = 7", "not a record of Flopsheet"],
    ["tables of its own", "CREATE TABLE sneaky (a TEXT)", "sneaky"],
    ["a missing table", "DROP TABLE library", "library"],
  ])("a file with %s: the record stays as it was", async (_, sql, words) => {
    await record.reopen();
    create("a1");
    await mkdir(record.places.staging, { recursive: true });
    const path = join(record.places.staging, "in.sqlite");
    await record.copyTo(path);
    const file = openSqlite(path);
    file.execute(sql);
    file.close();
    expect(await record.replaceBy(path)).toMatchObject({
      error: { code: "invalidInput", message: expect.stringContaining(words) },
    });
    expect(ids()).toEqual(["a1"]);
    expect((await record.info()).backups).toEqual([]);
  });

  test("anything, while another version's record is there", async () => {
    const database = openSqlite(record.places.file);
    database.execute("PRAGMA application_id = 1179406160; PRAGMA user_version = 99; CREATE TABLE a (a TEXT)");
    database.close();
    const hash = hashOf(record.places.file);
    await record.reopen();
    expect(await record.startAnew()).toMatchObject({ error: { code: "closed" } });
    expect(await record.restore("any")).toMatchObject({ error: { code: "closed" } });
    expect(await record.replaceBy(join(folder, "any"))).toMatchObject({ error: { code: "closed" } });
    expect(await record.backup()).toMatchObject({ error: { code: "closed" } });
    expect(hashOf(record.places.file)).toBe(hash);
  });
});

test("an older record that is put in its place is brought up to date", async () => {
  await record.reopen();
  create("a1");
  await mkdir(record.places.staging, { recursive: true });
  const path = join(record.places.staging, "in.sqlite");
  await record.copyTo(path);
  const file = openSqlite(path);
  file.execute(`
    DROP TABLE attachments; DROP INDEX library_by_attachment; ALTER TABLE library DROP COLUMN attachment;
    DROP TABLE import_parts; DROP TABLE imports; DROP TABLE settings; PRAGMA user_version = 3`);
  file.close();
  create("a2");
  expect(await record.replaceBy(path)).toEqual({ ok: true, value: { projects: 1 } });
  expect(ids()).toEqual(["a1"]);
  expect(record.change(({ settings }) => ({ ok: true, value: settings.write({ theme: "dark" }).theme }))).toEqual({
    ok: true,
    value: "dark",
  });
  const [daily, before] = (await record.info()).backups;
  expect([daily?.reason, before?.reason]).toEqual(["daily", "before-import"]);
});

test("what is asked at once is done one after the other, and nothing sees the record half replaced", async () => {
  await record.reopen();
  create("a1");
  const backup = await record.backup();
  if (!backup.ok) throw new Error("no backup");
  create("a2");
  const both = Promise.all([record.restore(backup.value.id), record.backup(), record.close(), record.reopen()]);
  const seen = new Set<unknown>();
  let running = true;
  void both.finally(() => {
    running = false;
  });
  while (running) {
    seen.add(JSON.stringify(ids()));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect([...(await both)].map((reply) => reply?.ok)).toEqual([true, true, undefined, undefined]);
  expect(seen).toEqual(new Set(['["a1","a2"]', '"closed"', '["a1"]']));
  expect(ids()).toEqual(["a1"]);
});
