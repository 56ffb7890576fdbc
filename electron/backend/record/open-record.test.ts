import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generator } from "../../../shared/ranges/generator.ts";
import { newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { readPragma } from "../database/pragmas.ts";
import { openSqlite } from "../database/sqlite.ts";
import { bundle } from "../testing/bundle.ts";
import { snapshotOf } from "../testing/plans.ts";
import { filledRecord, hashOf, killedAfter, openedRecord, recordOfVersion } from "../testing/record-files.ts";
import { closeRecord, openRecord } from "./open-record.ts";
import { type RecordPlaces, recordPlaces } from "./places.ts";

let folder: string;
let places: RecordPlaces;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-record-"));
  places = recordPlaces(join(folder, "data"));
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const now = () => "2026-11-26T12:00:00.000Z";
const open = () => openRecord(places, now);

/** Why it stays closed. */
async function refusal() {
  const opened = await open();
  if (opened.ok) throw new Error("it was opened");
  return opened.error;
}

/** Everything in the data directory, with what it holds. */
async function everything(): Promise<Record<string, string>> {
  const entries = await readdir(places.directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path, hashOf(path)]));
}

/** Does something without the rights of root, who may write everywhere; for others it is as they are. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

const NOBODY = 65_534;

const project = (id: string) => `
INSERT INTO projects (id, title, funder, figures, faults, experiments, revision, created_at, changed_at)
VALUES ('${id}', 'Old', NULL, NULL, 0, '["Gamma"]', 1, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');
INSERT INTO revisions (project, number, saved_at, change, figures, faults, bytes, digest, name, parts, text)
VALUES ('${id}', 1, '2025-01-01T00:00:00.000Z', '', NULL, 0, 3,
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'old.json', '[]', 'abc');`;

describe("a record", () => {
  test("is made where there is none, for its owner's eyes only", async () => {
    const opened = await open();
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const pragma = (name: string) => readPragma(opened.value.database, name);
    expect(["locking_mode", "journal_mode", "synchronous", "foreign_keys", "trusted_schema"].map(pragma)).toEqual([
      ...["exclusive", "wal", 2, 1, 0],
    ]);
    expect([pragma("application_id"), pragma("user_version")]).toEqual([0x464c4f50, migrations.length]);
    expect(JSON.parse(await readFile(places.owner, "utf8"))).toEqual({
      pid: process.pid,
      host: hostname(),
      since: now(),
    });
    expect((await readdir(places.directory)).sort()).toEqual([
      "record-owner.json",
      "record.lock",
      "record.sqlite",
      "record.sqlite-wal",
    ]);
    for (const path of [places.file, places.log, places.owner, places.lock])
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(places.directory)).mode & 0o777).toBe(0o700);
    await closeRecord(opened.value, places);
    expect(await readdir(places.directory)).toEqual(["record.lock", "record.sqlite"]);
  });

  test("every table is STRICT", async () => {
    const opened = await open();
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const tables = opened.value.database.query("PRAGMA table_list", (row) => [row.name, row.strict]).all();
    const loose = tables.filter(([name, strict]) => strict !== 1 && !String(name).startsWith("sqlite_"));
    expect(tables.length).toBeGreaterThan(9);
    expect(loose).toEqual([]);
    await closeRecord(opened.value, places);
  });

  test.each(migrations.slice(0, -1).map(({ version }) => version))(
    "of the tables' version %i is brought up to date, after a backup before each step",
    async (version) => {
      const id = crypto.randomUUID();
      await recordOfVersion(places.directory, version, project(id));
      const opened = await open();
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      const { stores } = opened.value;
      expect(stores.projects.read(id)).toMatchObject({ value: { revision: { text: "abc", name: "old.json" } } });
      expect(stores.library.list("quote")).toEqual([]);
      expect(stores.sheets.list(id)).toEqual([]);
      expect(stores.settings.read().currency).toBe("USD");
      await closeRecord(opened.value, places);

      const backups = (await readdir(places.backups)).filter((name) => name.includes("migration")).sort();
      const versions = migrations.map((step) => step.version).slice(version - 1, -1);
      expect(backups).toEqual(versions.map((of) => `record-20261126T120000000Z-migration-${of}.sqlite`));
      for (const [index, name] of backups.entries()) {
        const backup = openSqlite(join(places.backups, name), { readOnly: true });
        expect(readPragma(backup, "user_version")).toBe(versions[index]);
        expect(backup.query("SELECT text FROM revisions", (row) => row.text).all()).toEqual(["abc"]);
        backup.close();
      }
    },
  );

  test("is backed up at the first opening of a day, once, and an interrupted backup is cleared away", async () => {
    await filledRecord(places.directory, 1);
    await rm(places.backups, { recursive: true, force: true });
    await mkdir(places.backups);
    const daily = `record-20261126T120000000Z-daily-${newestVersion(migrations)}.sqlite`;
    const unfinished = "record-20261125T000000000Z-daily-4.sqlite.tmp";
    await writeFile(join(places.backups, unfinished), "half");
    await writeFile(join(places.backups, `${unfinished}-journal`), "half");
    for (const _ of [1, 2]) {
      const opened = await open();
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      await closeRecord(opened.value, places);
      expect(await readdir(places.backups)).toEqual([daily]);
    }
    expect((await stat(join(places.backups, daily))).mode & 0o777).toBe(0o600);
  });

  test("forgets imports that were never committed, and what was staged for them", async () => {
    const record = await openedRecord(places.directory);
    const id = crypto.randomUUID();
    record.change(({ imports }) => ({ ok: true, value: imports.begin(id, "projects") }));
    record.change(({ imports }) => imports.addPart(id, 0, [{ id, snapshot: snapshotOf("a") }]));
    await record.close();
    await mkdir(places.staging);
    await writeFile(join(places.staging, "import.0"), "left");
    const again = await openedRecord(places.directory);
    expect(again.read(({ imports }) => ({ ok: true, value: imports.kindOf(id) }))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await readdir(places.directory)).not.toContain("staging");
    await again.close();
  });
});

describe("a file of a newer version", () => {
  const newer = { why: "newer", fileSchema: 99, ourSchema: newestVersion(migrations) };

  test("is refused and not touched by a byte", async () => {
    await filledRecord(places.directory);
    const file = openSqlite(places.file);
    file.execute("PRAGMA user_version = 99; CREATE TABLE what_is_to_come (a TEXT) STRICT");
    file.close();
    const before = await everything();
    expect(await refusal()).toEqual(newer);
    expect(await everything()).toEqual(before);
  });

  test("nor when only its log, left by a kill, tells that it is newer", async () => {
    const from = join(folder, "from");
    await filledRecord(from);
    await killedAfter(from, places.directory, "PRAGMA user_version = 99");
    expect((await stat(places.log)).size).toBeGreaterThan(0);
    const before = await everything();
    expect(await refusal()).toEqual(newer);
    expect(await everything()).toEqual(before);
  });
});

describe("what a kill has left in the log", () => {
  test("is there again", async () => {
    const from = join(folder, "from");
    await filledRecord(from);
    const id = crypto.randomUUID();
    await killedAfter(from, places.directory, `BEGIN; ${project(id)} COMMIT`);
    const record = await openedRecord(places.directory);
    expect(record.read(({ projects }) => projects.read(id))).toMatchObject({ ok: true });
    expect(await record.info()).toMatchObject({ closed: null, projects: 4 });
    await record.close();
  });

  test("without its file is damage, and stays where it is", async () => {
    const from = join(folder, "from");
    await filledRecord(from);
    await killedAfter(from, places.directory, project(crypto.randomUUID()));
    await rm(places.file);
    const before = await everything();
    expect(await refusal()).toMatchObject({ why: "damaged", what: expect.stringContaining("only its log") });
    expect(await everything()).toEqual(before);
  });
});

describe("a file that is no sound record", () => {
  test.each([
    ["a text", () => writeFile(places.file, "Dear diary,\n".repeat(50)), "not a SQLite database"],
    ["a few bytes", () => writeFile(places.file, "SQLite"), "ends within its first 100 bytes"],
    ["another program's database", () => foreignFile(0), "another program"],
    ["another program's database, marked as such", () => foreignFile(7), "another program"],
    ["tables that are not ours", () => changed("CREATE TABLE guests (name TEXT)"), "guests"],
    ["a trigger that is not ours", () => changed(TRIGGER), "sneak"],
    ["a table that is missing", () => changed("DROP TABLE settings"), "settings"],
    ["a row that belongs to nothing", () => changed(ORPHAN), "revisions belongs to something that is not there"],
  ] as const)("%s is damage, and not touched by a byte", async (_, make, words) => {
    await mkdir(places.directory);
    await make();
    const before = hashOf(places.file);
    const closed = await refusal();
    expect(closed).toMatchObject({ why: "damaged", what: expect.stringContaining(words) });
    expect(hashOf(places.file)).toBe(before);
    expect(await readdir(places.directory)).not.toContain("damaged");
  });

  const TRIGGER = "CREATE TRIGGER sneak AFTER INSERT ON projects BEGIN DELETE FROM settings; END";
  const ORPHAN = `PRAGMA foreign_keys = OFF; ${project("x").split(";")[1]}`;

  async function foreignFile(applicationId: number): Promise<void> {
    const database = openSqlite(places.file);
    database.execute(`PRAGMA application_id = ${applicationId}; CREATE TABLE guests (name TEXT)`);
    database.close();
  }

  async function changed(sql: string): Promise<void> {
    await filledRecord(places.directory);
    const database = openSqlite(places.file);
    database.execute(sql);
    database.close();
  }

  test("an empty file is a new record", async () => {
    await mkdir(places.directory);
    await writeFile(places.file, "");
    const record = await openedRecord(places.directory);
    expect(await record.info()).toMatchObject({ closed: null, projects: 0 });
    await record.close();
  });

  test("a file that was cut off at any length is damage, and not touched by a byte", async () => {
    await filledRecord(places.directory);
    const whole = await readFile(places.file);
    for (const length of [
      1,
      15,
      99,
      100,
      1_000,
      4_096,
      4_097,
      whole.length / 2,
      whole.length - 4_096,
      whole.length - 1,
    ]) {
      await writeFile(places.file, whole);
      await truncate(places.file, length);
      const before = hashOf(places.file);
      expect(await refusal(), `cut at ${length}`).toMatchObject({ why: "damaged" });
      expect(hashOf(places.file), `cut at ${length}`).toBe(before);
    }
  });

  test("a bit that flipped is damage, or is refused when it is read, or is where nothing was said", async () => {
    const ids = await filledRecord(places.directory, 4);
    const whole = await readFile(places.file);
    const next = generator(1);
    const told = { damaged: 0, refused: 0, unharmed: 0 };
    for (let flip = 0; flip < 150; flip++) {
      const bytes = Uint8Array.from(whole);
      // Half of them in the head of a page, where the page says how it is built.
      const at = flip % 2 === 0 ? next() % bytes.length : (next() % (bytes.length / 4_096)) * 4_096 + (next() % 100);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (next() % 8));
      await rm(places.directory, { recursive: true });
      await mkdir(places.directory);
      await writeFile(places.file, bytes);
      const record = await openedRecord(places.directory);
      const { closed } = await record.info();
      if (closed !== null) {
        expect(["damaged", "newer"]).toContain(closed.why);
        expect(Buffer.compare(await readFile(places.file), bytes)).toBe(0);
        told.damaged += 1;
      } else {
        let refused = false;
        for (const id of ids) {
          for (const revision of [1, 2]) {
            const read = record.read(({ projects }) => projects.read(id, revision));
            // Whatever is handed out as a saved text is the saved text.
            if (read.ok)
              expect(read.value.revision.text).toBe(`${revision === 1 ? "first" : "second"} of ${id}\n`.repeat(300));
            else refused = true;
          }
        }
        told[refused ? "refused" : "unharmed"] += 1;
      }
      await record.close();
    }
    expect(told.damaged).toBeGreaterThan(5);
    expect(told.refused).toBeGreaterThan(5);
    expect(told.damaged + told.refused).toBeGreaterThan(told.unharmed);
  });
});

describe("a second host", () => {
  let first: ChildProcess;

  async function startFirst(): Promise<void> {
    const script = await bundle(join(import.meta.dirname, "..", "testing", "record-holder.ts"), folder);
    first = spawn(process.execPath, [script, places.directory], { stdio: ["ignore", "pipe", "inherit"] });
    if (first.stdout !== null) await once(first.stdout, "data");
  }

  test("is refused at once and is told who has the record; a kill frees it", async () => {
    await startFirst();
    expect(await refusal()).toEqual({
      why: "inUse",
      owner: { pid: first.pid, host: hostname(), since: expect.stringMatching(/^\d{4}-/) },
    });
    // The refused one has taken nothing from the first: neither its lock nor its note.
    expect(await refusal()).toMatchObject({ why: "inUse", owner: { pid: first.pid } });
    await rm(places.owner);
    expect(await refusal()).toEqual({ why: "inUse", owner: null });

    first.kill("SIGKILL");
    await once(first, "exit");
    const record = await openedRecord(places.directory);
    expect(await record.info()).toMatchObject({ closed: null, projects: 1 });
    await record.close();
  });
});

describe("a place that cannot be written", () => {
  test("is told as that: a file where the folder should be", async () => {
    await writeFile(places.directory, "");
    expect(await refusal()).toMatchObject({ why: "failed", message: expect.stringContaining("EEXIST") });
  });

  test.runIf(process.platform !== "win32")("a folder without the right to write", async () => {
    await mkdir(places.directory);
    await chmod(places.directory, 0o555);
    await chmod(folder, 0o755);
    expect(await asNobody(refusal)).toMatchObject({ why: "readOnly" });
    await chmod(places.directory, 0o700);
  });

  const mounts = process.platform === "linux" && spawnSync("unshare", ["-rm", "true"]).status === 0;

  test.runIf(mounts)("a file system of its own that is full, and one that is read-only", async () => {
    const script = await bundle(join(import.meta.dirname, "..", "testing", "record-on-small-disk.ts"), folder);
    const disk = join(folder, "disk");
    await mkdir(disk);
    const mounted = `mount -t tmpfs -o size=400k tmpfs "${disk}" && exec "${process.execPath}" "${script}" "${disk}"`;
    const child = spawn("unshare", ["-rm", "sh", "-c", mounted], { stdio: ["ignore", "pipe", "inherit"] });
    const told = JSON.parse(await text(child.stdout));
    expect(told).toEqual({
      // Saves went through until one did not, which was told as that, and nothing of it is there.
      savedSome: true,
      save: "full",
      backup: "full",
      import: "full",
      leftOfBackup: [],
      kept: true,
      // Room again, and it goes on without being opened anew.
      afterwards: "saved",
      reopened: null,
      readOnly: "readOnly",
      fullAtFirst: "full",
    });
  });
});
