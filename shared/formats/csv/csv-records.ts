/** Reads values parted by commas, semicolons or tabs: RFC 4180, and what spreadsheets of other countries write. */
import { err, ok, type Result } from "../../lib/result.ts";

export type Separator = "," | ";" | "\t";

export interface CsvRecord {
  readonly fields: readonly string[];
  /** Where it starts in the text. */
  readonly from: number;
  /** The line it starts in, from 1. */
  readonly line: number;
}

export interface Csv {
  readonly separator: Separator;
  readonly records: readonly CsvRecord[];
}

/** Where a quoted field starts that does not end, or not within `MOST_CHARACTERS`. */
export interface CsvFault {
  readonly from: number;
  readonly line: number;
}

/** Characters of one record: more, and a quote that never ends would keep all of a file in memory. */
export const MOST_CHARACTERS = 1_000_000;

/** The records of `text`, without empty lines. The separator is the one of the three that the first line has most of. */
export function readCsv(text: string): Result<Csv, CsvFault> {
  const separator = separatorOf(text);
  const reader = csvReader(separator);
  const body = reader.push(text);
  if (!body.ok) return body;
  const rest = reader.end();
  return rest.ok ? ok({ separator, records: [...body.value, ...rest.value] }) : rest;
}

/** Reads a text piece by piece: what is read does not depend on where it was cut. */
export interface CsvReader {
  /** The records that end in `text` or before; nothing may be pushed after a fault. */
  readonly push: (text: string) => Result<CsvRecord[], CsvFault>;
  /** What is left when the text has ended. */
  readonly end: () => Result<CsvRecord[], CsvFault>;
}

/**
 * A reader of records, without empty lines and without a byte-order mark. It keeps one record at most, and of that at most
 * `MOST_CHARACTERS`. A record ends with CR, LF or both, outside of quotes.
 *
 * @example csvReader(",").push('a,"b, c"\nd') // ok([{fields: ["a", "b, c"], from: 0, line: 1}]); "d" comes with what follows
 */
export function csvReader(separator: Separator): CsvReader {
  /** What was pushed from the start of the first record that has not ended. */
  let kept = "";
  /** Where `kept` starts in all of the text, and in which line. */
  let offset = 0;
  let line = 1;
  let isBegun = false;

  /** Takes the records out of `kept`; one that reaches the end of the text has ended only where that is all. */
  function take(isAll: boolean): Result<CsvRecord[], CsvFault> {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < kept.length) {
      const read = recordAt(kept, at, separator, isAll);
      if (read === null) break;
      if ("unclosed" in read)
        return err({ from: offset + read.unclosed, line: line + linesIn(kept, at, read.unclosed) });
      if (read.fields.some((field) => field.trim() !== "")) {
        records.push({ fields: read.fields, from: offset + at, line });
      }
      line += read.lines;
      at = read.to;
    }
    kept = kept.slice(at);
    offset += at;
    return kept.length > MOST_CHARACTERS ? err({ from: offset, line }) : ok(records);
  }

  return {
    push(text) {
      kept += text;
      if (!isBegun && kept !== "") {
        isBegun = true;
        if (kept.startsWith("\uFEFF")) {
          kept = kept.slice(1);
          offset = 1;
        }
      }
      return take(false);
    },
    end: () => take(true),
  };
}

interface Read {
  readonly fields: string[];
  readonly to: number;
  /** Lines that end in it. */
  readonly lines: number;
}

/** The record at `from`; null where it has not ended yet. */
function recordAt(
  text: string,
  from: number,
  separator: Separator,
  isAll: boolean,
): Read | { readonly unclosed: number } | null {
  const end = text.indexOf("\n", from);
  if (end >= 0) {
    const stop = text.charCodeAt(end - 1) === CR && end > from ? end - 1 : end;
    const plain = text.slice(from, stop);
    if (!plain.includes('"') && !plain.includes("\r")) return { fields: plain.split(separator), to: end + 1, lines: 1 };
  }
  const mark = separator.charCodeAt(0);
  const fields: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    let value = "";
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = quotedAt(text, at);
      if (quoted === null) return isAll ? { unclosed: at } : null;
      value = quoted.value;
      lines += linesIn(text, at, quoted.to);
      at = quoted.to;
    }
    const start = at;
    at = endOfPlain(text, at, mark);
    // What stands behind a closing quote is taken along, as spreadsheets do.
    fields.push(value === "" ? text.slice(start, at) : at === start ? value : value + text.slice(start, at));
    if (text.charCodeAt(at) !== mark) break;
    at++;
  }
  if (at >= text.length) return isAll ? { fields, to: at, lines } : null;
  if (text.charAt(at) === "\r") {
    if (at + 1 >= text.length && !isAll) return null;
    return { fields, to: text.charAt(at + 1) === "\n" ? at + 2 : at + 1, lines: lines + 1 };
  }
  return { fields, to: at + 1, lines: lines + 1 };
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where the separator, the end of the line or that of the text comes next. */
function endOfPlain(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) break;
  }
  return at;
}

/** Up to behind the closing quote; null where there is none. */
function quotedAt(text: string, from: number): { readonly value: string; readonly to: number } | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return null;
    const part = text.slice(at, end);
    value = value === "" ? part : value + part;
    at = end + 1;
    if (text.charCodeAt(at) !== QUOTE) return { value, to: at };
    value += '"';
    at++;
  }
}

/** Line ends between two places: CR LF is one. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
}

/** The separator that the first line of `text` has most of, outside of quotes; the comma where it has none. */
function separatorOf(text: string): Separator {
  const [line = ""] = text.split(/\r?\n|\r/, 1);
  const unquoted = line.replace(/"[^"]*"/g, "");
  const count = (separator: string) => unquoted.split(separator).length;
  const separators = ["\t", ";", ","] as const;
  return separators.reduce<Separator>((most, separator) => (count(separator) > count(most) ? separator : most), ",");
}
