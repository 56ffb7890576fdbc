import type { MethodInput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Database } from "../database/database.ts";
import { json, text, whole } from "../database/row.ts";
import type { LibraryStore } from "./library.ts";
import type { ProjectStore } from "./projects.ts";

type Rows = MethodInput<"import.rows">["rows"];
type ImportedProjects = Extract<Rows, { readonly projects: unknown }>["projects"];
type ImportedQuotes = Extract<Rows, { readonly quotes: unknown }>["quotes"];
/** What is staged in the record itself, and published row by row. */
export type ImportKind = "projects" | "quotes";

/** Imports of projects and of quotes: staged part by part, seen only when all of it is published. */
export interface ImportStore {
  begin(id: string, kind: ImportKind): void;
  addPart(id: string, part: number, rows: ImportedProjects | ImportedQuotes): Reply<Record<string, never>>;
  /** Publishes every part as what it is: all of them or, when one cannot be, none. Asked again it is the same answer. */
  commit(id: string): Reply<{ projects: number; quotes?: number }>;
  /** Of what it is; undefined where it was not begun. */
  kindOf(id: string): ImportKind | undefined;
  abort(id: string): void;
  /** Forgets what was begun and never committed: whoever handed it over is gone. */
  clearAbandoned(): void;
}

interface Published {
  readonly projects: Pick<ProjectStore, "create">;
  readonly library: Pick<LibraryStore, "put">;
}

export function createImportStore(
  database: Database,
  { projects, library }: Published,
  now: () => string,
): ImportStore {
  const one = database.query("SELECT kind, projects, quotes, committed_at FROM imports WHERE id = ?", (row) => ({
    kind: text(row, "kind") === "quotes" ? ("quotes" as const) : ("projects" as const),
    projects: whole(row, "projects"),
    quotes: whole(row, "quotes"),
    committed: row.committed_at !== null,
  }));
  const begin = database.command("INSERT OR IGNORE INTO imports (id, begun_at, kind) VALUES (?, ?, ?)");
  const put = database.command("INSERT OR IGNORE INTO import_parts (import, part, rows) VALUES (?, ?, ?)");
  const numbers = database.query("SELECT part FROM import_parts WHERE import = ? ORDER BY part", (row) =>
    whole(row, "part"),
  );
  const parts = database.query("SELECT rows FROM import_parts WHERE import = ? ORDER BY part", (row) => ({
    rows: json<ImportedProjects | ImportedQuotes>(row, "rows"),
  }));
  const same = database.query("SELECT rows FROM import_parts WHERE import = ? AND part = ?", (row) =>
    text(row, "rows"),
  );
  const rowsOf = database.query(
    "SELECT coalesce(sum(json_array_length(rows)), 0) AS count FROM import_parts WHERE import = ?",
    (row) => whole(row, "count"),
  );
  /** In the order of their ids: a table that is ordered by them grows at its end, and is not taken apart everywhere. */
  const publishNew = database.command(
    `INSERT OR IGNORE INTO library (id, kind, value, attachment, revision, changed_at)
     SELECT quote.value ->> 'id', 'quote', quote.value -> 'value', quote.value ->> '$.value.attachment.sha256', 1, ?
     FROM import_parts, jsonb_each(import_parts.rows) AS quote
     WHERE import_parts.import = ? AND quote.value ->> 'baseRevision' IS NULL ORDER BY 1`,
  );
  const note = database.command("UPDATE imports SET committed_at = ?, projects = ?, quotes = ? WHERE id = ?");
  const forgetParts = database.command("DELETE FROM import_parts WHERE import = ?");
  const forget = database.command("DELETE FROM imports WHERE id = ? AND committed_at IS NULL");
  const forgetAbandoned = database.command("DELETE FROM imports WHERE committed_at IS NULL");

  /** Publishes quotes that are all new at once: row by row a hundred thousand take seconds. Null, and nothing done, where they are not. */
  function publishNewQuotes(id: string): number | null {
    database.execute("SAVEPOINT new_quotes");
    const count = publishNew(now(), id);
    const isAll = count === rowsOf.get(id);
    if (!isAll) database.execute("ROLLBACK TO new_quotes");
    database.execute("RELEASE new_quotes");
    return isAll ? count : null;
  }

  function publishEach(id: string): Reply<number> {
    let count = 0;
    for (const { rows } of parts.all(id)) {
      for (const row of rows) {
        const done =
          "snapshot" in row
            ? projects.create(row.id, row.snapshot)
            : library.put(row.id, row.baseRevision, { kind: "quote", value: row.value });
        if (!done.ok) return done;
        count += 1;
      }
    }
    return ok(count);
  }

  return {
    begin: (id, kind) => void begin(id, now(), kind),

    addPart(id, part, rows) {
      const found = one.get(id);
      if (found === undefined) return noImport();
      if (found.committed) return failure("conflict", "This import was committed already.");
      const given = JSON.stringify(rows);
      // One that was given before must be the same again: its answer was lost.
      if (put(id, part, given) === 1 || same.get(id, part) === given) return ok({});
      return failure("conflict", `Part ${part} of this import was another one.`);
    },

    commit(id) {
      const found = one.get(id);
      if (found === undefined) return noImport();
      if (found.committed) return ok(counted(found.kind, found.kind === "quotes" ? found.quotes : found.projects));
      const missing = numbers.all(id).findIndex((part, index) => part !== index);
      if (missing !== -1) return failure("conflict", `Part ${missing} of this import has not come.`);
      const published = found.kind === "quotes" ? publishNewQuotes(id) : null;
      const each = published === null ? publishEach(id) : ok(published);
      if (!each.ok) return each;
      const count = each.value;
      forgetParts(id);
      note(now(), found.kind === "projects" ? count : 0, found.kind === "quotes" ? count : 0, id);
      return ok(counted(found.kind, count));
    },

    abort: (id) => void forget(id),
    kindOf: (id) => one.get(id)?.kind,
    clearAbandoned: () => void forgetAbandoned(),
  };
}

const counted = (kind: ImportKind, count: number) =>
  kind === "quotes" ? { projects: 0, quotes: count } : { projects: count };

const noImport = () => failure("notFound", "This import was not begun, or was given up.");
