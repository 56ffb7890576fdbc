/** Backups of the record: whole files in a folder of their own, each read through before it counts. */
import { chmod, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Backup } from "../../../shared/contract/methods/record.ts";
import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import { openSqlite } from "../database/sqlite.ts";
import { syncFolder } from "../files/sync-folder.ts";
import { findDamage } from "./check.ts";

export type BackupReason = Backup["reason"];

/** How many of each reason are kept; those that somebody asked for are theirs to delete. */
const KEPT: Readonly<Record<BackupReason, number>> = {
  daily: 7,
  migration: 5,
  asked: Number.POSITIVE_INFINITY,
  "before-restore": 5,
  "before-import": 5,
};

/** `record-20261126T122220123Z-daily-4.sqlite`: all that is told of a backup stands in its name. */
const NAME =
  /^record-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(daily|migration|asked|before-restore|before-import)-(\d{1,6})\.sqlite$/;

/** The newest first. A folder that is not there has none. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => describeFile(folder, name)));
  return found.filter((backup) => backup !== null).sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
}

async function describeFile(folder: string, name: string): Promise<Backup | null> {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, milli, reason, schema] = parts;
  const status = await stat(join(folder, name)).catch(() => null);
  if (status === null || !status.isFile()) return null;
  return {
    id: name,
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`,
    reason: reason as BackupReason,
    bytes: status.size,
    schema: Number(schema),
  };
}

/**
 * Takes a backup of an open record. It is written under another name, read through, synced and renamed: a kill or a full disk
 * leaves at most a `.tmp`, which the next opening removes.
 */
export async function takeBackup(
  database: Database,
  folder: string,
  { reason, schema, now }: { readonly reason: BackupReason; readonly schema: number; readonly now: string },
): Promise<Backup> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = `record-${now.replaceAll(/[-:.]/g, "")}-${reason}-${schema}.sqlite`;
  const path = join(folder, id);
  await copyWhole(database, `${path}.tmp`);
  await rename(`${path}.tmp`, path);
  await syncFolder(folder);
  const taken = await describeFile(folder, id);
  if (taken === null) throw new Error(`the backup ${id} was written and is not there`);
  await prune(folder, reason);
  return taken;
}

/** A sound, self-contained copy at `path`, synced. Nothing is left there when it fails. */
export async function copyWhole(database: Database, path: string): Promise<void> {
  try {
    await (await open(path, "w", 0o600)).close();
    await chmod(path, 0o600);
    await database.backup(path);
    seal(path);
    const file = await open(path, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await removeDatabase(path);
    throw error;
  }
}

/** Makes a copy one plain file that needs no log beside it, and reads it through. */
function seal(path: string): void {
  const copy = openSqlite(path);
  try {
    copy.query("PRAGMA locking_mode = EXCLUSIVE", () => null).all();
    copy.query("PRAGMA journal_mode = DELETE", () => null).all();
    const damage = findDamage(copy);
    if (damage !== null) throw new DatabaseError("damaged", damage);
  } finally {
    copy.close();
  }
}

/** A database file with whatever SQLite has left beside it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) await rm(`${path}${suffix}`, { force: true });
}

async function prune(folder: string, reason: BackupReason): Promise<void> {
  const same = (await listBackups(folder)).filter((backup) => backup.reason === reason);
  for (const { id } of same.slice(KEPT[reason])) await rm(join(folder, id), { force: true });
}

/** Removes what an interrupted backup has left. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (/^record-.*\.tmp(-wal|-shm|-journal)?$/.test(name)) await rm(join(folder, name), { force: true });
  }
}

/** Whether a backup of this reason was taken on the day of `now` (UTC). */
export async function hasBackupOfDay(folder: string, reason: BackupReason, now: string): Promise<boolean> {
  const backups = await listBackups(folder);
  return backups.some((backup) => backup.reason === reason && backup.takenAt.slice(0, 10) === now.slice(0, 10));
}
