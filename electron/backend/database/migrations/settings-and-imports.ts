import type { Migration } from "../migrate.ts";

/** Settings, one a row, and what an import has handed over so far. A committed import stays as a note, its parts do not. */
export const settingsAndImports: Migration = {
  version: 4,
  name: "settings and imports",
  sql: `
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY,
  begun_at TEXT NOT NULL,
  committed_at TEXT,
  projects INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE import_parts (
  import TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK (part >= 0),
  rows TEXT NOT NULL,
  PRIMARY KEY (import, part)
) STRICT;
`,
};
