import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import { bytes, text } from "../database/row.ts";

/** The files that quotes came as, by the SHA-256 of their bytes. */
export interface AttachmentStore {
  /** Keeps a file; one that is kept already is kept once. */
  put(content: Uint8Array): string;
  /** The file's bytes; `damaged` when they are not those that were stored. */
  read(sha256: string): Uint8Array | "damaged" | undefined;
  /** Drops those of `hashes` that no row of the library and no revision of a plan has. A deleted row has its file still: it can be restored. */
  drop(hashes: Iterable<string>): void;
  /**
   * Drops what was handed over and never put into a row, and what only rows have that were deleted before `day`: nothing restores these.
   */
  dropForgotten(day: string): void;
}

export function createAttachmentStore(database: Database, now: () => string): AttachmentStore {
  const insert = database.command("INSERT OR IGNORE INTO attachments (sha256, kept_at, content) VALUES (?, ?, ?)");
  const one = database.query("SELECT content FROM attachments WHERE sha256 = ?", (row) => bytes(row, "content"));
  const inRow = database.query("SELECT id FROM library WHERE attachment = ? LIMIT 1", (row) => text(row, "id"));
  const inPlan = database.query("SELECT project FROM revisions WHERE instr(text, ?) > 0 LIMIT 1", (row) =>
    text(row, "project"),
  );
  const forgotten = database.query(
    `SELECT sha256 FROM attachments WHERE NOT EXISTS (
       SELECT 1 FROM library WHERE attachment = sha256 AND (deleted_at IS NULL OR deleted_at >= ?))`,
    (row) => text(row, "sha256"),
  );
  const remove = database.command("DELETE FROM attachments WHERE sha256 = ?");

  return {
    put(content) {
      const sha256 = digestOf(content);
      insert(sha256, now(), content);
      return sha256;
    },
    read(sha256) {
      const content = one.get(sha256);
      if (content === undefined) return undefined;
      return digestOf(content) === sha256 ? content : "damaged";
    },
    drop(hashes) {
      for (const sha256 of hashes) {
        if (inRow.get(sha256) === undefined && inPlan.get(sha256) === undefined) remove(sha256);
      }
    },
    dropForgotten(day) {
      for (const sha256 of forgotten.all(day)) if (inPlan.get(sha256) === undefined) remove(sha256);
    },
  };
}

const digestOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
