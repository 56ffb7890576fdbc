import { createHash } from "node:crypto";
import type { Figures, ProjectRow, RevisionRow, Snapshot } from "../../../shared/contract/methods/projects.ts";
import type { MethodOutput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { Database, RawRow } from "../database/database.ts";
import { json, optional, text, whole } from "../database/row.ts";
import { createProjectList, lastChangedFirst } from "./project-list.ts";

/** Projects with all their revisions. */
export interface ProjectStore {
  /** The last changed first. */
  list(deleted: boolean): ProjectRow[];
  create(id: string, snapshot: Snapshot): Reply<ProjectRow>;
  save(id: string, baseRevision: number, snapshot: Snapshot): Reply<ProjectRow>;
  read(id: string, revision?: number): Reply<MethodOutput<"projects.read">>;
  revisions(id: string): Reply<RevisionRow[]>;
  label(id: string, revision: number, label: string | null): Reply<RevisionRow>;
  setDeleted(id: string, deleted: boolean): Reply<ProjectRow>;
  count(): { readonly projects: number; readonly revisions: number };
}

/** `now` gives the moment, as `2026-11-22T14:02:00.000Z`. */
export function createProjectStore(database: Database, now: () => string): ProjectStore {
  const one = database.query("SELECT * FROM projects WHERE id = ?", projectRow);
  const kept = createProjectList(database, projectRow);
  const deleted = database.query("SELECT * FROM projects WHERE deleted_at IS NOT NULL", projectRow);
  const insert = database.command(
    `INSERT INTO projects (id, title, funder, figures, faults, experiments, revision, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  const update = database.command(
    `UPDATE projects SET title = ?, funder = ?, figures = ?, faults = ?, experiments = ?, revision = ?, changed_at = ?
     WHERE id = ?`,
  );
  const markDeleted = database.command("UPDATE projects SET deleted_at = ? WHERE id = ?");
  const insertRevision = database.command(
    `INSERT INTO revisions (project, number, saved_at, change, figures, faults, bytes, digest, name, parts, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const content = database.query("SELECT * FROM revisions WHERE project = ? AND number = ?", (row) => ({
    row: revisionRow(row),
    digest: text(row, "digest"),
    name: text(row, "name"),
    parts: json<Snapshot["parts"]>(row, "parts"),
    text: text(row, "text"),
  }));
  const listed = "SELECT number, saved_at, change, label, figures, faults, bytes FROM revisions WHERE project = ?";
  const rows = database.query(`${listed} ORDER BY number DESC`, revisionRow);
  const oneRow = database.query(`${listed} AND number = ?`, revisionRow);
  const setLabel = database.command("UPDATE revisions SET label = ? WHERE project = ? AND number = ?");
  const forgetUses = database.command("DELETE FROM uses WHERE project = ?");
  const noteUse = database.command("INSERT OR IGNORE INTO uses (project, kind, row) VALUES (?, ?, ?)");
  const counts = database.query(
    "SELECT (SELECT count(*) FROM projects WHERE deleted_at IS NULL) AS projects, (SELECT count(*) FROM revisions) AS revisions",
    (row) => ({ projects: whole(row, "projects"), revisions: whole(row, "revisions") }),
  );

  const reread = (id: string): Reply<ProjectRow> => {
    const project = one.get(id);
    return project === undefined ? noProject() : ok(project);
  };

  const addRevision = (id: string, number: number, at: string, snapshot: Snapshot): void => {
    const { name, figures, faults, parts, uses, change } = snapshot;
    const bytes = Buffer.byteLength(snapshot.text);
    const digest = digestOf(snapshot.text);
    const shown = [change, jsonOrNull(figures), faults, bytes, digest, name, JSON.stringify(parts)] as const;
    insertRevision(id, number, at, ...shown, snapshot.text);
    forgetUses(id);
    for (const use of uses) noteUse(id, use.kind, use.id);
  };

  return {
    list: (wanted) => (wanted ? deleted.all().sort(lastChangedFirst) : kept()),

    create(id, snapshot) {
      if (!snapshot.text.isWellFormed()) return halfCharacter();
      if (one.get(id) !== undefined) {
        const same = content.get(id, 1)?.text === snapshot.text;
        return same ? reread(id) : failure("conflict", "There is another project of this id already.");
      }
      const at = now();
      insert(id, snapshot.title, ...shownOf(snapshot), at, at);
      addRevision(id, 1, at, snapshot);
      return reread(id);
    },

    save(id, baseRevision, snapshot) {
      if (!snapshot.text.isWellFormed()) return halfCharacter();
      const project = one.get(id);
      if (project === undefined) return noProject();
      if (content.get(id, project.revision)?.text === snapshot.text) return ok(project);
      if (project.deletedAt !== null) return failure("conflict", "This project was deleted meanwhile.");
      if (project.revision !== baseRevision) {
        return failure(
          "conflict",
          `This project has revision ${project.revision} by now; yours builds on ${baseRevision}.`,
        );
      }
      const at = now();
      update(snapshot.title, ...shownOf(snapshot), baseRevision + 1, at, id);
      addRevision(id, baseRevision + 1, at, snapshot);
      return reread(id);
    },

    read(id, revision) {
      const project = one.get(id);
      if (project === undefined) return noProject();
      const found = content.get(id, revision ?? project.revision);
      if (found === undefined) return noRevision();
      const { digest, row, ...rest } = found;
      if (digest !== digestOf(rest.text)) {
        const message = `Revision ${row.number} is damaged on the disk: its text is not what was saved. A backup may have it whole.`;
        return failure("unavailable", message);
      }
      return ok({ project, revision: { ...row, ...rest } });
    },

    revisions: (id) => (one.get(id) === undefined ? noProject() : ok(rows.all(id))),

    label(id, revision, label) {
      setLabel(label, id, revision);
      const row = oneRow.get(id, revision);
      return row === undefined ? noRevision() : ok(row);
    },

    setDeleted(id, wanted) {
      const project = one.get(id);
      // A deletion that is asked for twice keeps its first moment.
      if (project !== undefined && (project.deletedAt !== null) !== wanted) markDeleted(wanted ? now() : null, id);
      return reread(id);
    },

    count: () => counts.get() ?? { projects: 0, revisions: 0 },
  };
}

const noProject = () => failure("notFound", "There is no such project in the record.");
const noRevision = () => failure("notFound", "There is no such revision of this project.");
const halfCharacter = (): Reply<never> => ({
  ok: false,
  error: {
    code: "invalidInput",
    message: "The text has half a character in it (a lone surrogate), which no file can hold.",
    path: "snapshot.text",
  },
});

const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** What the list of projects shows of a revision. */
const shownOf = ({ funder, figures, faults, parts }: Snapshot) =>
  [funder, jsonOrNull(figures), faults, JSON.stringify(parts.map(({ title }) => title))] as const;

function projectRow(row: RawRow): ProjectRow {
  return {
    ...plainColumns(row),
    figures: optional(json<Figures>)(row, "figures"),
    experiments: json(row, "experiments"),
  };
}

function revisionRow(row: RawRow): RevisionRow {
  return {
    number: whole(row, "number"),
    savedAt: text(row, "saved_at"),
    change: text(row, "change"),
    label: optional(text)(row, "label"),
    figures: optional(json<Figures>)(row, "figures"),
    faults: whole(row, "faults"),
    bytes: whole(row, "bytes"),
  };
}

const plainColumns = (row: RawRow) => ({
  id: text(row, "id"),
  title: text(row, "title"),
  funder: optional(text)(row, "funder"),
  faults: whole(row, "faults"),
  revision: whole(row, "revision"),
  createdAt: text(row, "created_at"),
  changedAt: text(row, "changed_at"),
  deletedAt: optional(text)(row, "deleted_at"),
});
