import type { Migration } from "../migrate.ts";

/**
 * Files that quotes came as, each once by the SHA-256 of its bytes, and which row of the library has which. Imports say of what they are,
 * and how many rows they brought.
 */
export const attachments: Migration = {
  version: 5,
  name: "attachments",
  sql: `
CREATE TABLE attachments (
  sha256 TEXT NOT NULL PRIMARY KEY,
  kept_at TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

ALTER TABLE library ADD COLUMN attachment TEXT;
CREATE INDEX library_by_attachment ON library (attachment) WHERE attachment IS NOT NULL;

ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'projects';
ALTER TABLE imports ADD COLUMN quotes INTEGER NOT NULL DEFAULT 0;
`,
};
