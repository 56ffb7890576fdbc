/** The port's adapter on node:sqlite, and the only file that imports it. */
import { backup, DatabaseSync, type StatementSync } from "node:sqlite";
import type { Database, RawRow, Synchronous } from "./database.ts";
import { DatabaseError, databaseError } from "./database-error.ts";

/** A backup takes all pages in one step: a change between two steps would begin the copy anew. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Opens a file, which is made when it is not there. Nobody is waited for: a file that another process has is `busy` at the
 * first question.
 */
export function openSqlite(path: string, { readOnly = false } = {}): Database {
  const database = guarded(
    () =>
      new DatabaseSync(path, {
        readOnly,
        timeout: 0,
        allowExtension: false,
        enableForeignKeyConstraints: true,
        enableDoubleQuotedStringLiterals: false,
      }),
  );
  return {
    query(sql, read) {
      const statement = prepare(database, sql);
      return {
        get(...values) {
          const row: RawRow | undefined = guarded(() => statement.get(...values));
          return row === undefined ? undefined : read(row);
        },
        all: (...values) => guarded(() => statement.all(...values)).map(read),
      };
    },
    command(sql) {
      const statement = prepare(database, sql);
      return (...values) => Number(guarded(() => statement.run(...values)).changes);
    },
    execute: (sql) => guarded(() => database.exec(sql)),
    transaction: (work) => inTransaction(database, work),
    async backup(path) {
      try {
        await backup(database, path, { rate: ALL_PAGES });
      } catch (error) {
        throw databaseError(error);
      }
    },
    close: () => guarded(() => database.close()),
  };
}

const prepare = (database: DatabaseSync, sql: string): StatementSync => guarded(() => database.prepare(sql));

function inTransaction<T>(database: DatabaseSync, work: () => Synchronous<T>): T {
  if (database.isTransaction) throw new DatabaseError("failed", "a transaction was begun within another");
  guarded(() => database.exec("BEGIN IMMEDIATE"));
  try {
    const value = work();
    if (isPromise(value)) throw new DatabaseError("failed", "a transaction was given work that ends after it");
    guarded(() => database.exec("COMMIT"));
    return value;
  } catch (error) {
    // SQLite has rolled back by itself where the disk was full.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

const isPromise = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw databaseError(error);
  }
}
