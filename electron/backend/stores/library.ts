import type { LibraryContent, LibraryKind, LibraryRow } from "../../../shared/contract/methods/library.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { canonicalJson } from "../../../shared/lib/canonical-json.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Database, RawRow } from "../database/database.ts";
import { json, optional, text, whole } from "../database/row.ts";

/** Quotes, clusters and accelerators that plans copy from. */
export interface LibraryStore {
  /** The rows of a kind that are not deleted, the last changed first. */
  list(kind: LibraryKind): LibraryRow[];
  save(id: string, baseRevision: number | null, content: LibraryContent): Reply<LibraryRow>;
  setDeleted(kind: LibraryKind, id: string, deleted: boolean): Reply<LibraryRow>;
}

export function createLibraryStore(database: Database, now: () => string): LibraryStore {
  const all = database.query(
    "SELECT * FROM library WHERE kind = ? AND deleted_at IS NULL ORDER BY changed_at DESC, id",
    libraryRow,
  );
  const one = database.query("SELECT * FROM library WHERE id = ?", libraryRow);
  const usesOfKind = database.query(
    `SELECT uses.row AS row, projects.id AS id, projects.title AS title FROM uses JOIN projects ON projects.id = uses.project
     WHERE uses.kind = ? AND projects.deleted_at IS NULL ORDER BY projects.title, projects.id`,
    use,
  );
  const usesOfRow = database.query(
    `SELECT uses.row AS row, projects.id AS id, projects.title AS title FROM uses JOIN projects ON projects.id = uses.project
     WHERE uses.kind = ? AND uses.row = ? AND projects.deleted_at IS NULL ORDER BY projects.title, projects.id`,
    use,
  );
  const insert = database.command("INSERT INTO library (id, kind, value, revision, changed_at) VALUES (?, ?, ?, 1, ?)");
  const update = database.command("UPDATE library SET value = ?, revision = ?, changed_at = ? WHERE id = ?");
  const markDeleted = database.command("UPDATE library SET deleted_at = ? WHERE id = ?");

  const reread = (kind: LibraryKind, id: string): Reply<LibraryRow> => {
    const row = one.get(id);
    if (row === undefined || row.content.kind !== kind) return noRow();
    return ok({ ...row, usedIn: usesOfRow.all(kind, id).map(({ project }) => project) });
  };

  return {
    list(kind) {
      const uses = Map.groupBy(usesOfKind.all(kind), ({ row }) => row);
      return all.all(kind).map((row) => ({ ...row, usedIn: (uses.get(row.id) ?? []).map(({ project }) => project) }));
    },

    save(id, baseRevision, content) {
      const row = one.get(id);
      const value = JSON.stringify(content.value);
      if (row === undefined) {
        if (baseRevision !== null) return noRow();
        insert(id, content.kind, value, now());
        return reread(content.kind, id);
      }
      if (row.content.kind !== content.kind) return failure("conflict", "There is another row of this id already.");
      // The answer of the first time was lost, or nothing was changed.
      if (canonicalJson(row.content.value) === canonicalJson(content.value)) return reread(content.kind, id);
      if (row.deletedAt !== null) return failure("conflict", "This row was deleted meanwhile.");
      if (row.revision !== baseRevision) return failure("conflict", "This row was changed meanwhile.");
      update(value, baseRevision + 1, now(), id);
      return reread(content.kind, id);
    },

    setDeleted(kind, id, wanted) {
      const row = one.get(id);
      const changes = row?.content.kind === kind && (row.deletedAt !== null) !== wanted;
      if (changes) markDeleted(wanted ? now() : null, id);
      return reread(kind, id);
    },
  };
}

const noRow = () => failure("notFound", "There is no such row in the library.");

function libraryRow(row: RawRow): Omit<LibraryRow, "usedIn"> {
  return {
    id: text(row, "id"),
    content: { kind: text(row, "kind"), value: json(row, "value") } as LibraryContent,
    revision: whole(row, "revision"),
    changedAt: text(row, "changed_at"),
    deletedAt: optional(text)(row, "deleted_at"),
  };
}

const use = (row: RawRow) => ({ row: text(row, "row"), project: { id: text(row, "id"), title: text(row, "title") } });
