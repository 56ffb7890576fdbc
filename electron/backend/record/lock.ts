import { constants } from "node:fs";
import { access, open } from "node:fs/promises";
import { openSqlite } from "../database/sqlite.ts";
import { systemCode } from "../files/file-fault.ts";

/** The right to a directory's record, of one process until it ends in whatever way. */
export interface RecordLock {
  release(): void;
}

/**
 * Takes the lock of a directory. It is SQLite's own, on an empty file beside the record: also while the record's file is closed, put
 * aside or replaced, no other host opens it or makes a new one, whose writes would go into a file that is about to be given up.
 *
 * Nobody is waited for. @throws DatabaseError `busy` when somebody has it, and what the disk refuses.
 */
export async function takeLock(path: string): Promise<RecordLock> {
  await makeOnce(path);
  // SQLite would open it for reading, and then lock nothing.
  await access(path, constants.W_OK);
  const database = openSqlite(path);
  try {
    // Nothing is ever written, so there is no journal to keep beside it.
    database.execute("PRAGMA journal_mode = MEMORY");
    database.execute("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

/** A file that is there is not opened: closing it again would give up the lock that this very process may have on it. */
async function makeOnce(path: string): Promise<void> {
  try {
    await (await open(path, "wx", 0o600)).close();
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}
