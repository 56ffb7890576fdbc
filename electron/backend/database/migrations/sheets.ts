import type { Migration } from "../migrate.ts";

/** Saved sheets with all that they were made of. They never change, which the triggers see to. */
export const sheets: Migration = {
  version: 3,
  name: "sheets",
  sql: `
CREATE TABLE sheets (
  project TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  id TEXT NOT NULL UNIQUE,
  saved_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  figures TEXT,
  fingerprint TEXT NOT NULL,
  paper TEXT NOT NULL,
  pdf_bytes INTEGER,
  pdf_digest TEXT,
  pdf_reason TEXT,
  sheet TEXT NOT NULL,
  plan TEXT NOT NULL,
  pdf BLOB,
  PRIMARY KEY (project, number),
  FOREIGN KEY (project, revision) REFERENCES revisions (project, number),
  CHECK ((pdf IS NULL) = (pdf_reason IS NOT NULL))
) STRICT;

CREATE TRIGGER sheets_stay BEFORE DELETE ON sheets
BEGIN
  SELECT RAISE(ABORT, 'a saved sheet is never deleted');
END;

CREATE TRIGGER sheets_are_final BEFORE UPDATE ON sheets
BEGIN
  SELECT RAISE(ABORT, 'a saved sheet is never changed');
END;
`,
};
