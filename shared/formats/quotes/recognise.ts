/** Which table a file is, by its beginning: its format, its separator, its headings and how it writes decimals. */

import { err, ok, type Result } from "../../lib/result.ts";
import type { PlanFault } from "../../plan/fault.ts";
import { type CsvRecord, csvReader, type Separator } from "../csv/csv-records.ts";
import type { CardMatcher } from "./cards/match-card.ts";
import type { Recognised } from "./columns.ts";
import type { QuoteFormat } from "./found-quote.ts";
import { recogniseGpuhunt } from "./gpuhunt/gpuhunt.ts";
import { type DecimalMark, decimalMarkOf } from "./read-amount.ts";
import { recogniseSkypilot } from "./skypilot/skypilot.ts";
import { priceOfOther, recogniseContent, recogniseHeadings } from "./spreadsheet/spreadsheet.ts";
import { recogniseTemplate } from "./template/template.ts";

/** Characters by which a file is recognised. */
export const HEAD_CHARACTERS = 65_536;

export interface Table extends Recognised {
  readonly format: QuoteFormat;
  readonly separator: Separator;
  /** Records up to and with the headings; 0 where the table has none. */
  readonly headingRecords: number;
  readonly headings: readonly string[] | null;
  /** Null where the file does not show it. */
  readonly mark: DecimalMark | null;
}

/** A line or two may stand above the headings: a title, a date. */
const MOST_ABOVE = 10;

const BY_HEADINGS: readonly {
  readonly format: QuoteFormat;
  readonly recognise: (headings: readonly string[]) => Recognised | null;
}[] = [
  { format: "skypilot", recognise: recogniseSkypilot },
  { format: "gpuhunt", recognise: recogniseGpuhunt },
  { format: "flopsheet", recognise: recogniseTemplate },
  { format: "spreadsheet", recognise: recogniseHeadings },
];

/**
 * Recognises a table by the beginning of its file.
 *
 * @param isAll whether `head` is all of the file
 * @param wanted the one format that it may be; null for any
 */
export function recogniseTable(
  head: string,
  isAll: boolean,
  wanted: QuoteFormat | null,
  cards: CardMatcher,
): Result<Table, PlanFault> {
  if (head.trim() === "") return err(fault("There is nothing in this file", null, ALLOWED));
  const formats = BY_HEADINGS.filter(({ format }) => wanted === null || format === wanted);
  const cuts = separatorsOf(head).map((separator) => ({ separator, records: recordsOf(head, isAll, separator) }));
  for (const { separator, records } of cuts) {
    for (const [at, { fields }] of records.slice(0, MOST_ABOVE).entries()) {
      for (const { format, recognise } of formats) {
        const table = recognise(fields);
        if (table === null) continue;
        const mark = markOf(records.slice(at + 1), table, separator, format);
        return ok({ ...table, format, separator, headingRecords: at + 1, headings: fields, mark });
      }
    }
  }
  if (wanted === null || wanted === "spreadsheet") {
    for (const { records } of cuts) {
      for (const { fields, line } of records.slice(0, MOST_ABOVE)) {
        const other = priceOfOther(fields);
        if (other !== null) return err(fault(`The column has ${other.are}`, other.heading, other.allowed, line));
      }
    }
    for (const { separator, records } of cuts) {
      const table = recogniseContent(
        records.map(({ fields }) => fields),
        cards,
      );
      if (table === null) continue;
      const mark = markOf(records, table, separator, "spreadsheet");
      return ok({ ...table, format: "spreadsheet", separator, headingRecords: 0, headings: null, mark });
    }
  }
  const [line = ""] = head.split(/\r?\n|\r/, 1);
  return err(
    wanted === null
      ? fault("This is none of the tables of prices that are read", line, ALLOWED)
      : fault(`The file does not begin as ${WITH_ARTICLE[wanted]}`, line, HEADINGS[wanted]),
  );
}

const HEADINGS: Readonly<Record<QuoteFormat, string>> = {
  skypilot: "a line with the headings AcceleratorName, AcceleratorCount and Price or SpotPrice among the first ten",
  gpuhunt: "a line with the headings instance_name, price, gpu_count and gpu_name among the first ten",
  flopsheet: "a line with headings of the template only, title and price among them, among the first ten",
  spreadsheet: "a column with prices and one with cards",
};

const WITH_ARTICLE: Readonly<Record<QuoteFormat, string>> = {
  skypilot: "a SkyPilot catalogue",
  gpuhunt: "a gpuhunt catalogue",
  flopsheet: "Flopsheet’s template",
  spreadsheet: "a table with prices",
};

const ALLOWED =
  "a SkyPilot or gpuhunt catalogue, Flopsheet’s template, or a table with a column of prices and one of cards, as CSV or parted by tabs";

const LONGEST_VALUE = 80;

/** A fault of the whole file, or of a line of it. */
export function fault(message: string, value: string | null, allowed: string, line: number | null = null): PlanFault {
  const told =
    value === null ? null : JSON.stringify(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);
  return { path: "", line, column: line === null ? null : 1, message, value: told, allowed, hint: null, edit: null };
}

function recordsOf(head: string, isAll: boolean, separator: Separator): readonly CsvRecord[] {
  const reader = csvReader(separator);
  const read = reader.push(head);
  const rest = isAll && read.ok ? reader.end() : null;
  // A fault is told where it is read for good; here what comes before it is enough.
  return [...(read.ok ? read.value : []), ...(rest?.ok === true ? rest.value : [])];
}

/** The separators by how often they stand in the first lines, the most frequent first. */
function separatorsOf(head: string): readonly Separator[] {
  const lines = head.split(/\r?\n|\r/, LINES_LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ""));
  const count = (separator: Separator) => lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  return (["\t", ";", ","] as const).toSorted((a, b) => count(b) - count(a));
}

const LINES_LOOKED_AT = 30;

/** The mark of the prices that leave no doubt. Programs, and whoever parts fields with commas, write a point. */
function markOf(
  records: readonly CsvRecord[],
  { priceColumns }: Recognised,
  separator: Separator,
  format: QuoteFormat,
): DecimalMark | null {
  const marks = new Set<DecimalMark>();
  for (const { fields } of records) {
    for (const at of priceColumns) {
      const mark = decimalMarkOf(fields[at] ?? "");
      if (mark !== null) marks.add(mark);
    }
  }
  const [one] = marks;
  if (marks.size === 1 && one !== undefined) return one;
  return marks.size === 0 && (separator === "," || format === "skypilot" || format === "gpuhunt") ? "." : null;
}
