/** A table as the lines that pages are filled with. */
import type { Row, Table } from "../../shared/sheet/sheet.ts";
import { notesIn } from "./rich-text.ts";

/** Rows as they stand on paper, then the total when there is one. */
export function tableAtoms({ rows, total, onPaper }: Table): Row[] {
  const without = new Set(onPaper?.without);
  const kept = rows.filter((_, index) => !without.has(index));
  const apart = kept.findIndex((row) => row.apart === true);
  const end = apart < 0 ? kept.length : apart;
  return [...kept.slice(0, end), ...(onPaper?.instead ?? []), ...kept.slice(end), ...(total === null ? [] : [total])];
}

/** Ids of the footnotes that a row calls. */
export const rowNotes = (row: Row): string[] => row.cells.flatMap((cell) => notesIn(cell.text));
