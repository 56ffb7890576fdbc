/**
 * Why the database refused:
 * - `busy`: another process has it;
 * - `full`: the disk, or what this process may write of it, has no room; nothing was written;
 * - `damaged`: what is in the file is not what SQLite wrote there;
 * - `notDatabase`: the file was never a database, or its first bytes are gone;
 * - `readOnly`: it may be read but not written;
 * - `cannotOpen`: the file, or its log beside it, cannot be made or opened;
 * - `failed`: anything else, which is a defect of the program or of the disk.
 */
export type DatabaseTrouble = "busy" | "full" | "damaged" | "notDatabase" | "readOnly" | "cannotOpen" | "failed";

export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly trouble: DatabaseTrouble;

  constructor(trouble: DatabaseTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html; the byte above them tells more of the same. */
const troubles: Readonly<Record<number, DatabaseTrouble>> = {
  5: "busy",
  6: "busy",
  8: "readOnly",
  11: "damaged",
  13: "full",
  14: "cannotOpen",
  26: "notDatabase",
};

/** SQLITE_IOERR_WRITE, which SQLite answers with where a quota or a limit of the process stops it, and not the disk. */
const IO_ERROR_WRITE = 778;

/** What node:sqlite threw, in our words; other errors are given back as they are. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const trouble = error.errcode === IO_ERROR_WRITE ? "full" : (troubles[error.errcode & 0xff] ?? "failed");
  return new DatabaseError(trouble, `${error.message} (SQLite ${error.errcode})`, error);
}
