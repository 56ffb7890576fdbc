/** Running text in a worksheet. */
import { piecesOf } from "./lines.ts";
import type { WorkbookRow } from "./workbook.ts";

/** A row is at most 409 points high. */
export const MOST_LINES = 27;

/** A text over the whole width of a worksheet, which is so many letters; on several rows where one does not hold it. */
export const paragraph = (text: string, widths: readonly number[]): WorkbookRow[] =>
  piecesOf(
    text,
    widths.reduce((sum, width) => sum + width, 0),
    MOST_LINES,
  ).map((piece) => ({ cells: [{ kind: "text", text: piece, look: "wrapped" }], isParagraph: true }));
