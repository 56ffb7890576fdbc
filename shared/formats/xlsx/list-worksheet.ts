/** A list of the sheet, assumptions or sources, as a worksheet: a mark and a text a row. */
import { letter } from "../../sheet/references.ts";
import type { Section } from "../../sheet/sheet.ts";
import { plainText } from "../../sheet/text/rich-text.ts";
import { piecesOf } from "./lines.ts";
import { MOST_LINES } from "./paragraph.ts";
import type { WorkbookCell, WorkbookRow, Worksheet } from "./workbook.ts";

/** Letters in a line of running text. */
const LINE = 110;
const MARK_WIDTH = 6;

export function listWorksheet(name: string, section: Extract<Section, { readonly kind: "list" }>): Worksheet {
  const mark = (index: number): WorkbookCell =>
    section.marker === "number"
      ? { kind: "number", value: index + 1, format: "0", align: "left" }
      : { kind: "text", text: letter(index), align: "left" };
  return {
    name,
    widths: [MARK_WIDTH, LINE],
    rows: [
      { cells: [{ kind: "text", text: section.title, look: "title" }] },
      { cells: section.subtitle.length === 0 ? [] : [null, { kind: "text", text: plainText(section.subtitle) }] },
      ...section.items.flatMap((item, index) =>
        piecesOf(plainText(item), LINE, MOST_LINES).map(
          (text, piece): WorkbookRow => ({
            cells: [piece === 0 ? mark(index) : null, { kind: "text", text, look: "wrapped" }],
          }),
        ),
      ),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}
