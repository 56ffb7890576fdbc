/** A table as the lines that pages are filled with. */
import type { Row, Table } from "../../shared/sheet/sheet.ts";
import { notesIn } from "./rich-text.ts";

/** Rows, then the total when there is one. */
export const tableAtoms = (table: Table): Row[] =>
  table.total === null ? [...table.rows] : [...table.rows, table.total];

/** Ids of the footnotes that a row calls. */
export const rowNotes = (row: Row): string[] => row.cells.flatMap((cell) => notesIn(cell.text));
