import type { Database } from "./database.ts";
import { DatabaseError } from "./database-error.ts";

/**
 * How the record is opened, in this order, each with what is read back.
 *
 * EXCLUSIVE comes before WAL: the log's index then lies in this process's memory and not in a file that is mapped into
 * several, which network file systems cannot bear; and one host has the record, until it ends in whatever way.
 */
const settings = [
  ["locking_mode", "EXCLUSIVE", "exclusive"],
  ["journal_mode", "WAL", "wal"],
  // FULL (2): what is committed is on the disk, also after a power cut.
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  // The schema of a file from elsewhere calls no function of ours.
  ["trusted_schema", "OFF", 0],
  // The log is cut back to this size when it has been written into the file.
  ["journal_size_limit", "4194304", 4_194_304],
] as const;

/** Sets them and reads them back. @throws DatabaseError `busy` at once when another process has the file. */
export function setPragmas(database: Database): void {
  for (const [name, value] of settings) database.query(`PRAGMA ${name} = ${value}`, () => null).all();
  for (const [name, , expected] of settings) {
    const actual = readPragma(database, name);
    if (actual !== expected) throw new DatabaseError("failed", `${name} is ${actual} where ${expected} was asked for`);
  }
}

/** The value of a pragma that gives one. */
export function readPragma(database: Database, name: string): unknown {
  return database.query(`PRAGMA ${name}`, (row) => Object.values(row)[0]).get();
}

/** The same, of one that gives a whole number. */
export function readNumber(database: Database, name: string): number {
  const value = readPragma(database, name);
  if (typeof value === "number") return value;
  throw new DatabaseError("failed", `${name} is ${value} and not a number`);
}
