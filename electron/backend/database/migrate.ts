import type { Database } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { readNumber } from "./pragmas.ts";

/** One step from a version of the tables to the next. Once released it never changes. */
export interface Migration {
  /** The version that the tables then have. */
  readonly version: number;
  readonly name: string;
  /** SQL only: it runs the same for ever, whatever the program has become meanwhile. */
  readonly sql: string;
}

/** Marks a file as Flopsheet's record: "FLOP" in ASCII. */
export const APPLICATION_ID = 0x464c4f50;

/** @throws RangeError where the steps are not 1, 2, 3, …: a merge of two branches must not give one number to two of them. */
export function checkOrder(migrations: readonly Migration[]): void {
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) {
      throw new RangeError(`migration ${version} (${name}) stands where ${index + 1} is expected`);
    }
  });
}

export const newestVersion = (migrations: readonly Migration[]): number => migrations.length;

/**
 * Brings the tables up to date, each step in one transaction with its version: a kill leaves the version before or the version
 * after. `before` is called ahead of each step that changes what is there.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  before: (from: number) => Promise<void>,
): Promise<void> {
  checkOrder(migrations);
  const version = readNumber(database, "user_version");
  if (version > newestVersion(migrations)) {
    throw new DatabaseError("failed", `the tables have version ${version}, newer than ${newestVersion(migrations)}`);
  }
  for (const migration of migrations.slice(version)) {
    if (migration.version > 1) await before(migration.version - 1);
    database.transaction(() => {
      database.execute(migration.sql);
      database.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.version}`);
    });
  }
}
