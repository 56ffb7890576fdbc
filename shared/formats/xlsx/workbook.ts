/** What stands in a workbook, before it is XML: worksheets of cells that are words, numbers, days and sums. */

/** How a number is shown, in the language of number formats: `#,##0.00`. */
export type NumberFormat = string;

export type Look =
  /** A title. */
  | "title"
  /** Over a column: bold, with a line under it, on two lines if it must. */
  | "head"
  /** Under a column: bold, with a line over it. */
  | "total"
  | "bold"
  /** "not run", "unknown". */
  | "muted"
  /** A text that breaks into lines. */
  | "wrapped";

interface CellBase {
  readonly look?: Look;
  readonly align?: "left" | "right";
  /** Set off from the numbers of the column before it, which end at their right edge. */
  readonly isIndented?: boolean;
  /** Breaks into lines although its look does not. */
  readonly wraps?: boolean;
}

export type WorkbookCell =
  | (CellBase & { readonly kind: "text"; readonly text: string })
  | (CellBase & { readonly kind: "number"; readonly value: number; readonly format: NumberFormat })
  /** `value` is what the formula comes to: a program that only looks, and every preview, shows it. */
  | (CellBase & {
      readonly kind: "formula";
      readonly formula: string;
      readonly value: number;
      readonly format: NumberFormat;
    })
  /** A day as 2026-11-22. */
  | (CellBase & { readonly kind: "date"; readonly date: string });

export interface WorkbookRow {
  readonly cells: readonly (WorkbookCell | null)[];
  /** The first cell's text breaks into lines over the whole width of the worksheet. */
  readonly isParagraph?: boolean;
}

export interface Worksheet {
  /** Of at most 31 letters, without []:*?/\, and different from the others' in any case of letters. */
  readonly name: string;
  /** In letters of the standard font. */
  readonly widths: readonly number[];
  readonly rows: readonly WorkbookRow[];
  /** Rows and columns that stay while the rest is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

export interface Workbook {
  readonly title: string;
  readonly worksheets: readonly Worksheet[];
}

/** @example cellName(5, 4) // "F5": columns are counted from 0, rows from 1 */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

/** @example columnName(27) // "AB" */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
