/** Records as files, for tests of what becomes of them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { migrate } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { setPragmas } from "../database/pragmas.ts";
import { openSqlite } from "../database/sqlite.ts";
import { recordPlaces } from "../record/places.ts";
import { createRecord, type HostRecord } from "../record/record.ts";
import { snapshotOf } from "./plans.ts";

export const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/** An open record of the directory. */
export async function openedRecord(directory: string, now?: () => Date): Promise<HostRecord> {
  const record = createRecord(now === undefined ? { directory } : { directory, now });
  await record.reopen();
  return record;
}

/** A closed record with projects of two revisions each; their ids. */
export async function filledRecord(directory: string, projects = 3): Promise<string[]> {
  const record = await openedRecord(directory);
  const ids = Array.from({ length: projects }, () => crypto.randomUUID());
  for (const id of ids) {
    for (const text of [`first of ${id}\n`.repeat(300), `second of ${id}\n`.repeat(300)]) {
      const snapshot = snapshotOf(text, { title: text.slice(0, 50) });
      const reply = record.change((stores) =>
        text.startsWith("first") ? stores.projects.create(id, snapshot) : stores.projects.save(id, 1, snapshot),
      );
      if (!reply.ok) throw new Error(reply.error.message);
    }
  }
  await record.close();
  return ids;
}

/** The file of a record as an older version of the program has left it, with `sql` run on it. */
export async function recordOfVersion(directory: string, version: number, sql: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const database = openSqlite(recordPlaces(directory).file);
  setPragmas(database);
  await migrate(database, migrations.slice(0, version), () => Promise.resolve());
  database.execute(sql);
  database.close();
}

/** What a kill right after `sql` would leave: the file as it was, and the log with the change. */
export async function killedAfter(from: string, to: string, sql: string): Promise<void> {
  const database = openSqlite(recordPlaces(from).file);
  setPragmas(database);
  database.execute(sql);
  await cp(from, to, { recursive: true });
  database.close();
}
