/** A table of runs: one row a run, one column a parameter. */

import type { Span } from "../../../plan/text/source.ts";
import { plural } from "../../../units/format/counted.ts";
import { readCsv } from "../../csv/csv-records.ts";
import { plain } from "../expression.ts";
import type { Notes } from "../notes.ts";
import type { Constant, SweepFile, SweepValue, ValuesAxis } from "../sweep-file.ts";

type Reading = Pick<SweepFile, "format" | "method" | "axes" | "constants" | "trials" | "cap" | "maxParallel" | "rows">;

/** Runs of one table; a longer one is refused. */
export const MOST_ROWS = 10_000;
export const MOST_COLUMNS = 500;

/** A row with its place in the file; null where the file has no lines, as a spreadsheet. */
export interface TableRow {
  readonly cells: readonly SweepValue[];
  readonly at: Span | null;
}

/** Reads CSV. Null, with a fault, where it is no table of runs. */
export function readRunsCsv(text: string, notes: Notes): Reading | null {
  const read = readCsv(text);
  if (!read.ok) {
    notes.fault(
      { from: read.error.from, to: read.error.from + 1 },
      { message: "A quoted field does not end", value: undefined, allowed: "a closing quote" },
    );
    return null;
  }
  const { separator, records } = read.value;
  const rows = records.map(({ fields, from }) => ({
    cells: fields.map((field) => cellOf(field, separator)),
    at: { from, to: from + 1 },
  }));
  return runsTable(rows, notes);
}

/** The table whose first row has the names of the parameters. */
export function runsTable(rows: readonly TableRow[], notes: Notes): Reading | null {
  const [head, ...body] = rows;
  const refuse = (at: Span | null, message: string, value: unknown, allowed: string): null => {
    notes.fault(at, { message, value, allowed });
    return null;
  };
  if (head === undefined || body.length === 0) {
    return refuse(
      head?.at ?? null,
      "The table has no runs",
      undefined,
      "a row with the names of the parameters, then a row for each run",
    );
  }
  if (body.length > MOST_ROWS) return refuse(null, "The table has too many runs", body.length, "at most 10,000 rows");
  if (head.cells.length > MOST_COLUMNS)
    return refuse(head.at, "The table has too many columns", head.cells.length, "at most 500 columns");
  const names = namesOf(head.cells);
  const long = body.find(
    ({ cells }) => cells.length > names.length && cells.slice(names.length).some((cell) => cell !== null),
  );
  if (long !== undefined) {
    return refuse(long.at, "This row has more fields than the first", long.cells.length, `${names.length} fields`);
  }
  const columns = names.map((name, index) => ({ name, cells: body.map(({ cells }) => cells[index] ?? null) }));
  const told = columns.filter(({ cells }) => cells.some((cell) => cell !== null));
  const constants: Constant[] = [];
  const varying: typeof told = [];
  for (const column of told) {
    const [first = null] = column.cells;
    if (column.cells.every((cell) => cell === first)) constants.push({ name: column.name, value: first });
    else varying.push(column);
  }
  const axes = varying.map(
    ({ name, cells }): ValuesAxis => ({ name, drawn: false, kind: "values", values: [...new Set(cells)] }),
  );
  const runs = body.map((_, row) => varying.map(({ cells }) => cells[row] ?? null));
  const distinct = new Set(runs.map((run) => JSON.stringify(run))).size;
  if (distinct < runs.length) {
    notes.warn(
      `${runs.length - distinct} of ${runs.length} rows ${plural(runs.length - distinct, "repeats", "repeat")} another one: ${runs.length - distinct === 1 ? "it counts" : "they count"} as its repeats.`,
    );
  }
  return { format: "runs-table", method: "list", axes, constants, trials: 1, cap: null, maxParallel: null, rows: runs };
}

/** Every column with a name of its own. */
function namesOf(cells: readonly SweepValue[]): string[] {
  const names: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = cell === null || String(cell).trim() === "" ? `column ${index + 1}` : String(cell).trim();
    let own = name;
    for (let count = 2; names.includes(own); count++) own = `${name} (${count})`;
    names.push(own);
  }
  return names;
}

function cellOf(field: string, separator: string): SweepValue {
  const text = field.trim();
  if (text === "") return null;
  // Where semicolons part the fields, the decimal mark is a comma.
  return plain(separator === ";" && /^[+-]?\d+,\d+(?:[eE][+-]?\d+)?$/.test(text) ? text.replace(",", ".") : text);
}
