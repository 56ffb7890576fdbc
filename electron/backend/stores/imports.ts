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
  const parts = database.query("SELECT part, rows FROM import_parts WHERE import = ? ORDER BY part", (row) => ({
    part: whole(row, "part"),
    rows: json<ImportedProjects | ImportedQuotes>(row, "rows"),
  }));
  const same = database.query("SELECT rows FROM import_parts WHERE import = ? AND part = ?", (row) =>
    text(row, "rows"),
  );
  const note = database.command("UPDATE imports SET committed_at = ?, projects = ?, quotes = ? WHERE id = ?");
  const forgetParts = database.command("DELETE FROM import_parts WHERE import = ?");
  const forget = database.command("DELETE FROM imports WHERE id = ? AND committed_at IS NULL");
  const forgetAbandoned = database.command("DELETE FROM imports WHERE committed_at IS NULL");

  return {
    begin: (id, kind) => void begin(id, now(), kind),

    addPart(id, part, rows) {
      const found = one.get(id);
      if (found === undefined) return noImport();
      if (found.committed) return failure("conflict", "This import was committed already.");
      const given = JSON.stringify(rows);
      put(id, part, given);
      return same.get(id, part) === given
        ? ok({})
        : failure("conflict", `Part ${part} of this import was another one.`);
    },

    commit(id) {
      const found = one.get(id);
      if (found === undefined) return noImport();
      if (found.committed) return ok(counted(found.kind, found.kind === "quotes" ? found.quotes : found.projects));
      const staged = parts.all(id);
      const missing = staged.findIndex(({ part }, index) => part !== index);
      if (missing !== -1) return failure("conflict", `Part ${missing} of this import has not come.`);
      let count = 0;
      for (const { rows } of staged) {
        for (const row of rows) {
          const done =
            "snapshot" in row
              ? projects.create(row.id, row.snapshot)
              : library.put(row.id, row.baseRevision, { kind: "quote", value: row.value });
          if (!done.ok) return done;
          count += 1;
        }
      }
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
