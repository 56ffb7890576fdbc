import type { ProjectRow } from "../../../shared/contract/methods/projects.ts";
import type { Database, RawRow } from "../database/database.ts";
import { text, whole } from "../database/row.ts";

/** More rows than this are read in one go. */
const FEW = 200;

/**
 * The projects that are not deleted, the last changed first.
 *
 * The list is asked for again and again, and most of its time went into rows that were the same as before. What a row shows changes
 * with its revision only; so a row of a revision that was read already is not read again. Rows are never
 * changed once they are given out, and the list is not asked for within a transaction that may be rolled back.
 */
export function createProjectList(database: Database, projectRow: (row: RawRow) => ProjectRow): () => ProjectRow[] {
  const revisions = database.query("SELECT id, revision FROM projects WHERE deleted_at IS NULL", (row) => ({
    id: text(row, "id"),
    revision: whole(row, "revision"),
  }));
  const all = database.query("SELECT * FROM projects WHERE deleted_at IS NULL", projectRow);
  const one = database.query("SELECT * FROM projects WHERE id = ?", projectRow);
  let known = new Map<string, ProjectRow>();

  return () => {
    const wanted = revisions.all();
    const isKnown = ({ id, revision }: (typeof wanted)[number]) => known.get(id)?.revision === revision;
    const missing = wanted.filter((row) => !isKnown(row));
    if (missing.length > FEW) known = new Map(all.all().map((row) => [row.id, row]));
    else for (const { id } of missing) remember(one.get(id));
    const rows = wanted.flatMap(({ id }) => known.get(id) ?? []);
    if (known.size > rows.length) known = new Map(rows.map((row) => [row.id, row]));
    return rows.sort(lastChangedFirst);
  };

  function remember(row: ProjectRow | undefined): void {
    if (row !== undefined) known.set(row.id, row);
  }
}

export const lastChangedFirst = (a: ProjectRow, b: ProjectRow): number =>
  a.changedAt === b.changedAt ? 0 : a.changedAt < b.changedAt ? 1 : -1;
