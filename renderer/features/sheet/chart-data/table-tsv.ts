/** A table as tab-separated text, which every spreadsheet takes from the clipboard. */
import type { Cell, Table } from "../../../../shared/sheet/sheet.ts";
import { plainText } from "../../../sheet/rich-text.ts";

/** Heads with their units, then a line a row, the total last. Numbers are unrounded; words stay words. */
export function tableTsv(table: Table): string {
  const heads = table.columns.map(({ title, unit }) => clean(unit === "" ? title : `${title} (${unit})`));
  const rows = [...table.rows, ...(table.total === null ? [] : [table.total])];
  const lines = rows.map((row) => row.cells.map(cellText).join("\t"));
  return [heads.join("\t"), ...lines].join("\n");
}

const cellText = ({ value, text }: Cell): string => (value === null ? clean(plainText(text)) : String(value));

/** A tab or a line end would shift the columns; a leading sign of a formula would be computed by a spreadsheet. */
function clean(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+@-]/.test(flat) ? `'${flat}` : flat;
}
