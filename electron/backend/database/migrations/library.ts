import type { Migration } from "../migrate.ts";

/** Quotes, clusters and accelerators to copy from, and which of them the newest revision of each project has copied. */
export const library: Migration = {
  version: 2,
  name: "library",
  sql: `
CREATE TABLE library (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'cluster', 'accelerator')),
  value TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE uses (
  project TEXT NOT NULL REFERENCES projects (id),
  kind TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (project, kind, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX uses_by_row ON uses (kind, row);
`,
};
