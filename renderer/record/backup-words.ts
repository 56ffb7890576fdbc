/** Backups and files of the record in words. */
import type { Backup } from "../../shared/contract/methods/record.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { readableText, readableUnit } from "../../shared/units/format/readable.ts";

export const reasonWords: Readonly<Record<Backup["reason"], string>> = {
  daily: "first opening of the day",
  migration: "before an update of the tables",
  asked: "asked for",
  "before-restore": "before another backup was restored",
  "before-import": "before a record was imported",
};

/**
 * @example bytesWords(132) // "132 bytes"
 * @example bytesWords(1_230_000) // "1.23 MB"
 */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${exact(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
  return `${readableText(readableUnit(bytes))}B`;
}
