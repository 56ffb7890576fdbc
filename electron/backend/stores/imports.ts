import type { MethodInput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Database } from "../database/database.ts";
import { json, text, whole } from "../database/row.ts";
import type { ProjectStore } from "./projects.ts";

type Rows = MethodInput<"import.rows">["rows"];
export type ImportedProjects = Extract<Rows, { readonly projects: unknown }>["projects"];

/** Imports of projects: staged part by part, seen only when all of it is published. */
export interface ImportStore {
  begin(id: string): void;
  addPart(id: string, part: number, projects: ImportedProjects): Reply<Record<string, never>>;
  /** Publishes every part as projects: all of them or, when one cannot be, none. Asked again it is the same answer. */
  commit(id: string): Reply<{ projects: number }>;
  abort(id: string): void;
  has(id: string): boolean;
  /** Forgets what was begun and never committed: whoever handed it over is gone. */
  clearAbandoned(): void;
}

export function createImportStore(database: Database, projects: ProjectStore, now: () => string): ImportStore {
  const one = database.query("SELECT projects, committed_at FROM imports WHERE id = ?", (row) => ({
    projects: whole(row, "projects"),
    committed: row.committed_at !== null,
  }));
  const begin = database.command("INSERT OR IGNORE INTO imports (id, begun_at) VALUES (?, ?)");
  const put = database.command("INSERT OR IGNORE INTO import_parts (import, part, rows) VALUES (?, ?, ?)");
  const parts = database.query("SELECT part, rows FROM import_parts WHERE import = ? ORDER BY part", (row) => ({
    part: whole(row, "part"),
    rows: json<ImportedProjects>(row, "rows"),
  }));
  const same = database.query("SELECT rows FROM import_parts WHERE import = ? AND part = ?", (row) =>
    text(row, "rows"),
  );
  const note = database.command("UPDATE imports SET committed_at = ?, projects = ? WHERE id = ?");
  const forgetParts = database.command("DELETE FROM import_parts WHERE import = ?");
  const forget = database.command("DELETE FROM imports WHERE id = ? AND committed_at IS NULL");
  const forgetAbandoned = database.command("DELETE FROM imports WHERE committed_at IS NULL");

  return {
    begin: (id) => void begin(id, now()),

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
      if (found.committed) return ok({ projects: found.projects });
      const staged = parts.all(id);
      const missing = staged.findIndex(({ part }, index) => part !== index);
      if (missing !== -1) return failure("conflict", `Part ${missing} of this import has not come.`);
      let count = 0;
      for (const { rows } of staged) {
        for (const project of rows) {
          const created = projects.create(project.id, project.snapshot);
          if (!created.ok) return created;
          count += 1;
        }
      }
      forgetParts(id);
      note(now(), count, id);
      return ok({ projects: count });
    },

    abort: (id) => void forget(id),
    has: (id) => one.get(id) !== undefined,
    clearAbandoned: () => void forgetAbandoned(),
  };
}

const noImport = () => failure("notFound", "This import was not begun, or was given up.");
