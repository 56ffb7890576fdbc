import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { APPLICATION_ID, migrate, newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { openSqlite } from "../database/sqlite.ts";
import { findDamage, isDamage } from "./check.ts";
import { peek } from "./peek.ts";

/** Whether a file that nobody has open is a sound record of this version or an older one; else a sentence. */
export async function examineFile(path: string): Promise<Result<{ readonly projects: number }, string>> {
  const found = await peek(path);
  if (found.kind === "nothing") return err("The file is empty.");
  if (found.kind === "damaged") return err(found.what);
  if (found.applicationId !== APPLICATION_ID) return err("The file is not a record of Flopsheet.");
  const newest = newestVersion(migrations);
  if (found.version > newest) {
    return err(
      `It was written by a newer version of Flopsheet (its tables have version ${found.version}, ours ${newest}).`,
    );
  }
  try {
    const database = openSqlite(path, { readOnly: true });
    try {
      const damage = findDamage(database);
      if (damage !== null) return err(damage);
      const count = database.query("SELECT count(*) FROM projects WHERE deleted_at IS NULL", (row) =>
        Number(Object.values(row)[0]),
      );
      return ok({ projects: count.get() ?? 0 });
    } finally {
      database.close();
    }
  } catch (error) {
    if (isDamage(error)) return err(error.message);
    throw error;
  }
}

/** Brings a file that nobody has open up to date, so that what could go wrong does before it is put anywhere. */
export async function updateFile(path: string): Promise<void> {
  const database = openSqlite(path);
  try {
    // Whatever mode it came in, it is one plain file afterwards.
    database.query("PRAGMA locking_mode = EXCLUSIVE", () => null).all();
    database.query("PRAGMA journal_mode = DELETE", () => null).all();
    await migrate(database, migrations, () => Promise.resolve());
  } finally {
    database.close();
  }
}
