/** From a data directory to an open record, or to the reason why there is none. */
import { access, chmod, constants, mkdir, open, rm, stat } from "node:fs/promises";
import type { RecordClosed } from "../../../shared/contract/methods/record.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import { APPLICATION_ID, migrate, newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { readNumber, setPragmas } from "../database/pragmas.ts";
import { openSqlite } from "../database/sqlite.ts";
import { systemCode } from "../files/file-fault.ts";
import { hasBackupOfDay, removeUnfinished, takeBackup } from "./backups.ts";
import { findDamage, findForeignTables, isDamage } from "./check.ts";
import { type RecordLock, takeLock } from "./lock.ts";
import { forgetOwner, noteOwner, readOwner } from "./owner.ts";
import { peek } from "./peek.ts";
import type { RecordPlaces } from "./places.ts";
import { createStores, type Stores } from "./stores.ts";

export interface OpenRecord {
  readonly lock: RecordLock;
  readonly database: Database;
  readonly stores: Stores;
}

/** Why a record stays closed; the newest good backup is looked for by whoever needs it. */
export type Closed =
  | Exclude<RecordClosed, { readonly why: "damaged" }>
  | { readonly why: "damaged"; readonly what: string };

const ourSchema = newestVersion(migrations);

/**
 * Opens the record of a directory, makes it when there is none, and brings its tables up to date.
 *
 * What is refused has not been changed by a byte, except that SQLite may have written a log that a kill left into its file. Nobody
 * is waited for. Never call it while this process has the record open.
 */
export async function openRecord(places: RecordPlaces, now: () => string): Promise<Result<OpenRecord, Closed>> {
  let lock: RecordLock;
  try {
    await mkdir(places.directory, { recursive: true, mode: 0o700 });
    lock = await takeLock(places.lock);
  } catch (error) {
    return err(await reasonOf(error, places));
  }
  const opened = await openUnder(lock, places, now);
  if (!opened.ok) lock.release();
  return opened;
}

/** The same for whoever has the lock already; where the record is not opened the lock stays theirs. */
export async function openUnder(
  lock: RecordLock,
  places: RecordPlaces,
  now: () => string,
): Promise<Result<OpenRecord, Closed>> {
  let database: Database | undefined;
  try {
    const found = await peek(places.file);
    if (found.kind === "damaged") return err({ why: "damaged", what: found.what });
    if (found.kind === "database") {
      if (found.applicationId === APPLICATION_ID && found.version > ourSchema) return err(newer(found.version));
      // A kill between making the file and its first tables leaves a blank one.
      if (found.applicationId !== APPLICATION_ID && !found.blank) return err(foreign());
    } else {
      await makeFile(places.file);
    }
    // SQLite would open it for reading and then say something obscure.
    for (const path of [places.directory, places.file]) await access(path, constants.W_OK);
    const killed = await hasBytes(places.log);
    database = openSqlite(places.file);
    setPragmas(database);
    const refused = inspect(database);
    if (refused === null) return ok({ lock, ...(await settle(database, places, killed, now)) });
    database.close();
    return err(refused);
  } catch (error) {
    closeQuietly(database);
    return err(await reasonOf(error, places));
  }
}

/** What only SQLite can tell, now that the file is ours. */
function inspect(database: Database): Closed | null {
  const version = readNumber(database, "user_version");
  if (version > ourSchema) return newer(version);
  if (version > 0 && readNumber(database, "application_id") !== APPLICATION_ID) return foreign();
  const what = findForeignTables(database);
  if (what === null) return null;
  return version === 0 ? foreign() : { why: "damaged", what };
}

async function settle(
  database: Database,
  places: RecordPlaces,
  killed: boolean,
  now: () => string,
): Promise<Omit<OpenRecord, "lock">> {
  await noteOwner(places.owner, now());
  await removeUnfinished(places.backups);
  await rm(places.staging, { recursive: true, force: true });
  const isNew = readNumber(database, "user_version") === 0;
  const due = !isNew && !(await hasBackupOfDay(places.backups, "daily", now()));
  if (killed || due) {
    const damage = findDamage(database);
    if (damage !== null) throw new DatabaseError("damaged", damage);
  }
  await migrate(database, migrations, async (schema) => {
    if (!isNew) await takeBackup(database, places.backups, { reason: "migration", schema, now: now() });
  });
  if (due) await backUpDaily(database, places, now());
  const stores = createStores(database, now);
  stores.imports.clearAbandoned();
  stores.attachments.dropForgotten(daysBefore(now(), DAYS_OF_DELETED_FILES));
  return { database, stores };
}

/** For so long the file of a deleted quote stays, so that the quote can be restored with it. */
const DAYS_OF_DELETED_FILES = 30;

const daysBefore = (instant: string, days: number): string =>
  new Date(Date.parse(instant) - days * 24 * 3_600_000).toISOString();

/** What was saved can be read and taken elsewhere also where there is no room for one backup more. */
async function backUpDaily(database: Database, places: RecordPlaces, now: string): Promise<void> {
  try {
    await takeBackup(database, places.backups, { reason: "daily", schema: ourSchema, now });
  } catch (error) {
    if ((await reasonOf(error, places)).why !== "full") throw error;
  }
}

/** Only its owner may read it; SQLite gives its log the same mode. */
async function makeFile(path: string): Promise<void> {
  await (await open(path, "a", 0o600)).close();
  await chmod(path, 0o600);
}

async function hasBytes(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}

/** Closes a record that is open, and gives it to the next host. */
export async function closeRecord(record: OpenRecord, places: RecordPlaces): Promise<void> {
  try {
    await closeFile(record, places);
  } finally {
    record.lock.release();
  }
}

/** Closes its file and keeps the lock: nobody else opens the record until that is given up. */
export async function closeFile({ database }: OpenRecord, places: RecordPlaces): Promise<void> {
  await forgetOwner(places.owner);
  database.close();
}

function closeQuietly(database: Database | undefined): void {
  try {
    database?.close();
  } catch {
    // The reason why it was not opened is told; that it does not close either adds nothing.
  }
}

const newer = (fileSchema: number): Closed => ({ why: "newer", fileSchema, ourSchema });

const foreign = (): Closed => ({ why: "damaged", what: "The file is a database of another program." });

/** The reason for an error, as far as it is the world's and not a defect of ours. */
export async function reasonOf(error: unknown, places: RecordPlaces): Promise<Closed> {
  const message = `${error instanceof Error ? error.message : String(error)}`.slice(0, 500);
  if (isDamage(error)) return { why: "damaged", what: error.message };
  switch (error instanceof DatabaseError ? error.trouble : systemCode(error)) {
    case "busy":
      return { why: "inUse", owner: await readOwner(places.owner) };
    case "full":
    case "ENOSPC":
    case "EDQUOT":
      return { why: "full", message: `There is no room left for ${places.directory}. (${message})` };
    case "readOnly":
    case "cannotOpen":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { why: "readOnly", message: `${places.directory} cannot be written. (${message})` };
    default:
      return { why: "failed", message };
  }
}
