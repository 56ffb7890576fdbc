import type { Migration } from "../migrate.ts";

/**
 * Projects and their revisions. A project's row repeats of its newest revision what the list of projects shows. Revisions are never
 * changed but for their label, and never deleted, which the triggers see to.
 */
export const projects: Migration = {
  version: 1,
  name: "projects and revisions",
  sql: `
CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  funder TEXT,
  figures TEXT,
  faults INTEGER NOT NULL,
  experiments TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  project TEXT NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  saved_at TEXT NOT NULL,
  change TEXT NOT NULL,
  label TEXT,
  figures TEXT,
  faults INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  parts TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (project, number)
) STRICT;

CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'a revision is never deleted');
END;

CREATE TRIGGER revisions_are_final
BEFORE UPDATE OF project, number, saved_at, change, figures, faults, bytes, digest, name, parts, text ON revisions
BEGIN
  SELECT RAISE(ABORT, 'a revision is never changed');
END;
`,
};
