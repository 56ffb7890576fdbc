import type { LibraryContent, LibraryKind, LibraryRow } from "../../../shared/contract/methods/library.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { canonicalJson } from "../../../shared/lib/canonical-json.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Database, RawRow } from "../database/database.ts";
import { json, optional, text, whole } from "../database/row.ts";
import type { AttachmentStore } from "./attachments.ts";

/** Quotes, clusters and accelerators that plans copy from. */
export interface LibraryStore {
  /** The rows of a kind that are not deleted, the last changed first. */
  list(kind: LibraryKind): LibraryRow[];
  save(id: string, baseRevision: number | null, content: LibraryContent): Reply<LibraryRow>;
  /** Every change or, where one cannot be made, none; in the order given. */
  saveMany(changes: readonly LibraryChange[]): Reply<LibraryRow[]>;
  /** As `save`, for those who do not look at the row that comes of it. */
  put(id: string, baseRevision: number | null, content: LibraryContent): Reply<null>;
  setDeleted(kind: LibraryKind, id: string, deleted: boolean): Reply<LibraryRow>;
  setManyDeleted(kind: LibraryKind, ids: readonly string[], deleted: boolean): Reply<LibraryRow[]>;
}

/** A row to be made (`baseRevision` null) or changed. */
interface LibraryChange {
  readonly id: string;
  readonly baseRevision: number | null;
  readonly content: LibraryContent;
}

export function createLibraryStore(
  database: Database,
  attachments: Pick<AttachmentStore, "drop">,
  now: () => string,
): LibraryStore {
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
  const insert = database.command(
    "INSERT INTO library (id, kind, value, attachment, revision, changed_at) VALUES (?, ?, ?, ?, 1, ?)",
  );
  const update = database.command(
    "UPDATE library SET value = ?, attachment = ?, revision = ?, changed_at = ? WHERE id = ?",
  );
  const markDeleted = database.command("UPDATE library SET deleted_at = ? WHERE id = ?");

  const reread = (kind: LibraryKind, id: string): Reply<LibraryRow> => {
    const row = one.get(id);
    if (row === undefined || row.content.kind !== kind) return noRow();
    return ok({ ...row, usedIn: usesOfRow.all(kind, id).map(({ project }) => project) });
  };

  /** Makes or changes one row; answers why not, or the file that the row had before and has no more. */
  function change({ id, baseRevision, content }: LibraryChange): Reply<{ readonly lost: string | null }> {
    const row = one.get(id);
    const value = JSON.stringify(content.value);
    const file = attachmentOf(content);
    if (row === undefined) {
      if (baseRevision !== null) return noRow();
      insert(id, content.kind, value, file, now());
      return ok({ lost: null });
    }
    if (row.content.kind !== content.kind) return failure("conflict", "There is another row of this id already.");
    // The answer of the first time was lost, or nothing was changed.
    if (canonicalJson(row.content.value) === canonicalJson(content.value)) return ok({ lost: null });
    if (row.deletedAt !== null) return failure("conflict", "This row was deleted meanwhile.");
    if (row.revision !== baseRevision) return failure("conflict", "This row was changed meanwhile.");
    update(value, file, baseRevision + 1, now(), id);
    const before = attachmentOf(row.content);
    return ok({ lost: before === file ? null : before });
  }

  function put(id: string, baseRevision: number | null, content: LibraryContent): Reply<null> {
    const done = change({ id, baseRevision, content });
    if (!done.ok) return done;
    if (done.value.lost !== null) attachments.drop([done.value.lost]);
    return ok(null);
  }

  function mark(kind: LibraryKind, id: string, wanted: boolean): void {
    const row = one.get(id);
    const changes = row?.content.kind === kind && (row.deletedAt !== null) !== wanted;
    if (changes) markDeleted(wanted ? now() : null, id);
  }

  /** Rows as they are now, in the order of `ids`. */
  function rereadMany(kind: LibraryKind, ids: readonly string[]): Reply<LibraryRow[]> {
    const uses = usesByRow(kind);
    const rows: LibraryRow[] = [];
    for (const id of ids) {
      const row = one.get(id);
      if (row === undefined || row.content.kind !== kind) return noRow();
      rows.push({ ...row, usedIn: uses.get(id) ?? [] });
    }
    return ok(rows);
  }

  function usesByRow(kind: LibraryKind): ReadonlyMap<string, LibraryRow["usedIn"]> {
    const uses = new Map<string, LibraryRow["usedIn"]>();
    for (const { row, project } of usesOfKind.all(kind)) {
      const known = uses.get(row);
      if (known === undefined) uses.set(row, [project]);
      else known.push(project);
    }
    return uses;
  }

  return {
    list(kind) {
      const uses = usesByRow(kind);
      return all.all(kind).map((row) => ({ ...row, usedIn: uses.get(row.id) ?? [] }));
    },

    save(id, baseRevision, content) {
      const done = put(id, baseRevision, content);
      return done.ok ? reread(content.kind, id) : done;
    },

    put,

    saveMany(changes) {
      const lost = new Set<string>();
      for (const one of changes) {
        const done = change(one);
        if (!done.ok) {
          const { code, message } = done.error;
          return failure(code, `“${titleOf(one.content)}”: ${message} Nothing was saved.`);
        }
        if (done.value.lost !== null) lost.add(done.value.lost);
      }
      attachments.drop(lost);
      const [first] = changes;
      if (first === undefined) return ok([]);
      return rereadMany(
        first.content.kind,
        changes.map(({ id }) => id),
      );
    },

    setDeleted(kind, id, wanted) {
      mark(kind, id, wanted);
      return reread(kind, id);
    },

    setManyDeleted(kind, ids, wanted) {
      for (const id of ids) mark(kind, id, wanted);
      return rereadMany(kind, ids);
    },
  };
}

/** The hash of the file that a row has; null for none. */
const attachmentOf = (content: LibraryContent): string | null =>
  content.kind === "quote" ? (content.value.attachment?.sha256 ?? null) : null;

const titleOf = ({ value }: LibraryContent): string => ("name" in value ? value.name : (value.title ?? "A cluster"));

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
