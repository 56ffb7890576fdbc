import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import { newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { readNumber } from "../database/pragmas.ts";
import { text } from "../database/row.ts";
import { openSqlite } from "../database/sqlite.ts";

/** Reads the whole file and says the first thing that is wrong with it; null when it is sound. */
export function findDamage(database: Database): string | null {
  return (
    findForeignTables(database) ??
    telling(() => {
      const found = database.query("PRAGMA integrity_check(1)", (row) => String(Object.values(row)[0])).get();
      if (found !== "ok") return sentence(`Its pages do not fit together: ${found ?? "no answer"}`);
      const dangling = database.query("PRAGMA foreign_key_check", (row) => String(row.table)).get();
      return dangling === undefined ? null : `A row of ${dangling} belongs to something that is not there.`;
    })
  );
}

/**
 * Whether the tables, indexes and triggers are those that our steps make, letter by letter: a file from elsewhere brings none of its
 * own. Quick, whatever the size of the file.
 */
export function findForeignTables(database: Database): string | null {
  return telling(() => {
    const version = readNumber(database, "user_version");
    if (version > newestVersion(migrations)) return `Its tables have version ${version}, which is unknown here.`;
    const [found, expected] = [schemaOf(database), expectedSchema(version)];
    const other = [...found, ...expected].find((sql) => !found.includes(sql) || !expected.includes(sql));
    return other === undefined ? null : sentence(`Its tables are not those of version ${version}: ${other}`);
  });
}

function telling(look: () => string | null): string | null {
  try {
    return look();
  } catch (error) {
    if (isDamage(error)) return sentence(error.message);
    throw error;
  }
}

const schemaOf = (database: Database): string[] =>
  database.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", (row) => text(row, "sql")).all();

function expectedSchema(version: number): string[] {
  const model = openSqlite(":memory:");
  try {
    for (const { sql } of migrations.slice(0, version)) model.execute(sql);
    return schemaOf(model);
  } finally {
    model.close();
  }
}

/** Whether an error means that what is in the file is not what was written there. */
export const isDamage = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && (error.trouble === "damaged" || error.trouble === "notDatabase");

const sentence = (words: string): string => `${words.replaceAll(/\s+/g, " ").trim().slice(0, 300)}.`;
