/** A table of the sheet as a worksheet. */
import type { Cell, Column, Footnote, Row, Section, Table } from "../../sheet/sheet.ts";
import { numbersHead } from "../../sheet/text/column-head.ts";
import { displayWidth } from "../../sheet/text/display-width.ts";
import { printedNumber } from "../../sheet/text/printed-number.ts";
import { notesIn, plainText } from "../../sheet/text/rich-text.ts";
import { formatFor, placesFormat } from "./number-format.ts";
import { paragraph } from "./paragraph.ts";
import { isDay } from "./sheet-day.ts";
import { cellName, type Look, type WorkbookCell, type WorkbookRow, type Worksheet } from "./workbook.ts";

type TableSection = Extract<Section, { readonly table: Table }>;

const NARROWEST = 9;
const WIDEST = 60;

/** Rows above a table's first: title, what it is of, an empty row, the columns' heads. */
const ROWS_ABOVE = 4;

/**
 * Title, subtitle, heads with their units, rows, the total as a formula over the rows where they add up, notes and the
 * footnotes that the table calls, whose marks stand in a column of their own. Heads and the first column stay in sight.
 */
export function tableWorksheet(name: string, section: TableSection, footnotes: readonly Footnote[]): Worksheet {
  const { table, title, label, subtitle, notes } = section;
  const { columns, rows, total } = table;
  const all = [...rows, ...(total === null ? [] : [total])];
  const marks = all.map((row) => marksOf(row, footnotes));
  const hasMarks = marks.some((text) => text !== "");
  const called = footnotes.filter(({ id }) =>
    all.some((row) => row.cells.some((cell) => notesIn(cell.text).includes(id))),
  );
  const head = (text: string, index: number): WorkbookCell => ({
    kind: "text",
    text,
    look: "head",
    ...placeOf(index, columns),
  });
  const body = all.map((row, index): WorkbookRow => {
    const isTotal = row === total;
    const cells = row.cells.map((cell, column) => tableCell(cell, column, table, isTotal));
    const place = placeOf(columns.length, columns);
    return { cells: hasMarks ? [...cells, marksCell(marks[index] ?? "", isTotal, place)] : cells };
  });
  const widths = [...columns.map((column, index) => widthOf(column, index, table)), ...(hasMarks ? [NARROWEST] : [])];
  return {
    name,
    widths,
    rows: [
      { cells: [{ kind: "text", text: label === "" ? title : `${label}. ${title}`, look: "title" }] },
      // On one row whatever its length: the formulas count rows from here.
      paragraph(plainText(subtitle), widths)[0] ?? { cells: [] },
      { cells: [] },
      {
        cells: [
          ...columns.map((column, index) => head(numbersHead(column), index)),
          ...(hasMarks ? [head("Notes", columns.length)] : []),
        ],
      },
      ...body,
      ...(notes.length + called.length === 0 ? [] : [{ cells: [] }]),
      ...notes.flatMap((note) => paragraph(note, widths)),
      ...called.flatMap(({ mark, text }) => paragraph(`${mark}  ${plainText(text)}`, widths)),
    ],
    frozen: { rows: ROWS_ABOVE, columns: 1 },
  };
}

/** The name of a cell of the table in its worksheet; the row of the total follows the others. */
export const tableCellName = (column: number, row: number): string => cellName(column, ROWS_ABOVE + 1 + row);

type Place = Pick<WorkbookCell, "align" | "isIndented">;

/** Where a column's cells stand. What begins at the left edge is set off from numbers that end there. */
function placeOf(index: number, columns: readonly Column[]): Place & { readonly align: "left" | "right" } {
  const isLeft = (column: Column | undefined) => column === undefined || column.align === "left";
  if (!isLeft(columns[index])) return { align: "right" };
  return { align: "left", isIndented: index > 0 && !isLeft(columns[index - 1]) };
}

const marksOf = (row: Row, footnotes: readonly Footnote[]): string =>
  row.cells
    .flatMap((cell) => notesIn(cell.text))
    .flatMap((id) => footnotes.find((note) => note.id === id)?.mark ?? [])
    .join(" ");

const words = (text: string, look: Look | null, place: Place): WorkbookCell => ({
  kind: "text",
  text,
  ...place,
  ...(displayWidth(text) > WIDEST ? { wraps: true } : {}),
  ...(look === null ? {} : { look }),
});

/** One mark is a number, as every other number of the worksheet; "2 3" is words. */
function marksCell(marks: string, isTotal: boolean, place: Place): WorkbookCell | null {
  if (marks === "" && !isTotal) return null;
  if (/^\d+$/.test(marks)) return { kind: "number", value: Number(marks), format: "0", ...place };
  return words(marks, isTotal ? "total" : null, place);
}

function tableCell(cell: Cell, index: number, table: Table, isTotal: boolean): WorkbookCell {
  const column = table.columns[index];
  const look: Look | null = isTotal ? "total" : cell.muted === true ? "muted" : null;
  const place = placeOf(index, table.columns);
  if (cell.date !== undefined && isDay(cell.date)) {
    return { kind: "date", date: cell.date, ...place, ...(look === null ? {} : { look }) };
  }
  const value = column === undefined ? null : printedNumber(cell, column);
  if (column === undefined || value === null) return words(plainText(cell.text), look, place);
  const number = {
    value,
    format: column.places === undefined ? formatFor(value) : placesFormat(column.places),
    // A number stands at the right edge unless it is told otherwise.
    ...(place.align === "left" ? place : {}),
    ...(look === null ? {} : { look }),
  };
  const isSum = isTotal && column.adds === true && isSumOf(value, column, index, table);
  return isSum ? { kind: "formula", formula: sumOf(index, table), ...number } : { kind: "number", ...number };
}

const sumOf = (column: number, { rows }: Table): string =>
  `SUM(${tableCellName(column, 0)}:${tableCellName(column, rows.length - 1)})`;

/** A formula never says anything else than the page: a total that the rows do not come to stays a number. */
function isSumOf(total: number, column: Column, index: number, { rows }: Table): boolean {
  const parts = rows.map((row) => {
    const cell = row.cells[index];
    return cell === undefined ? 0 : (printedNumber(cell, column) ?? 0);
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  const slack = column.places === undefined ? Math.abs(total) * ROUNDING : 10 ** -column.places / 4;
  return rows.length > 0 && Math.abs(sum - total) <= slack;
}

/** What adding doubles in another order may change. */
const ROUNDING = 1e-9;

function widthOf(column: Column, index: number, { rows, total }: Table): number {
  const texts = [...rows, ...(total === null ? [] : [total])].map((row) => row.cells[index]);
  const widest = texts.reduce((most, cell) => Math.max(most, cell === undefined ? 0 : shownWidth(cell, column)), 0);
  // A head breaks between its words.
  const longestWord = Math.max(...numbersHead(column).split(" ").map(displayWidth));
  return Math.min(WIDEST, Math.max(NARROWEST, widest, longestWord) + 2);
}

/** Numbers are shown with their thousands parted, often wider than the page prints them. */
function shownWidth(cell: Cell, column: Column): number {
  const value = printedNumber(cell, column);
  if (value === null) return displayWidth(plainText(cell.text));
  if (formatFor(value).endsWith("E+00")) return "0.00E+00".length;
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1);
  return whole + Math.floor((whole - 1) / 3) + 1 + (column.places ?? 3);
}
