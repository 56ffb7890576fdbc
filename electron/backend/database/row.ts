/** Columns of a row, typed. STRICT tables hold what they say; what does not is damage, and is told as that. */
import type { RawRow } from "./database.ts";
import { DatabaseError } from "./database-error.ts";

export function text(row: RawRow, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : unexpected(column, "a text");
}

export function whole(row: RawRow, column: string): number {
  const value = row[column];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : unexpected(column, "a whole number");
}

export function bytes(row: RawRow, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : unexpected(column, "bytes");
}

/** `optional(text)(row, "funder")`: null where the column is. */
export const optional =
  <T>(read: (row: RawRow, column: string) => T) =>
  (row: RawRow, column: string): T | null =>
    row[column] === null ? null : read(row, column);

/** A value that a store of ours wrote as JSON. Its form is checked where it leaves the program, by the contract. */
export function json<T>(row: RawRow, column: string): T {
  try {
    return JSON.parse(text(row, column)) as T;
  } catch (error) {
    return error instanceof DatabaseError ? unexpected(column, "a text") : unexpected(column, "JSON");
  }
}

function unexpected(column: string, what: string): never {
  throw new DatabaseError("damaged", `the column ${column} does not hold ${what}`);
}
