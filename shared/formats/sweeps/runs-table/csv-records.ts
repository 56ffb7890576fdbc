/** Reads values parted by commas, semicolons or tabs: RFC 4180, and what spreadsheets of other countries write. */
import { err, ok, type Result } from "../../../lib/result.ts";

export interface CsvRecord {
  readonly fields: readonly string[];
  /** Where it starts in the text. */
  readonly from: number;
}

export interface Csv {
  readonly separator: "," | ";" | "\t";
  readonly records: readonly CsvRecord[];
}

/** Where a quoted field starts that does not end. */
export interface CsvFault {
  readonly from: number;
}

/** The records of `text`, without empty lines. The separator is the one of the three that the first line has most of. */
export function readCsv(text: string): Result<Csv, CsvFault> {
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const from = at;
    const fields: string[] = [];
    for (;;) {
      const field = text.charAt(at) === '"' ? quotedAt(text, at) : plainAt(text, at, separator);
      if (field === null) return err({ from: at });
      fields.push(field.value);
      at = field.to;
      if (text.charAt(at) !== separator) break;
      at++;
    }
    if (text.startsWith("\r\n", at)) at += 2;
    else at++;
    if (fields.some((field) => field.trim() !== "")) records.push({ fields, from });
  }
  return ok({ separator, records });
}

interface Read {
  readonly value: string;
  readonly to: number;
}

function plainAt(text: string, from: number, separator: string): Read {
  let at = from;
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== "\n" && text.charAt(at) !== "\r")
    at++;
  return { value: text.slice(from, at), to: at };
}

/** Up to the closing quote; what stands behind it before the separator is taken along, as spreadsheets do. */
function quotedAt(text: string, from: number): Read | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return null;
    value += text.slice(at, end);
    at = end + 1;
    if (text.charAt(at) !== '"') return { value, to: at };
    value += '"';
    at++;
  }
}

function separatorOf(text: string): Csv["separator"] {
  const [line = ""] = text.split(/\r?\n|\r/, 1);
  const unquoted = line.replace(/"[^"]*"/g, "");
  const count = (separator: string) => unquoted.split(separator).length;
  const separators = ["\t", ";", ","] as const;
  return separators.reduce((most, separator) => (count(separator) > count(most) ? separator : most), ",");
}
