/** A budget sheet as an Excel workbook. */
import { canonicalJson } from "../../lib/canonical-json.ts";
import type { Headline, Section, Sheet } from "../../sheet/sheet.ts";
import { printedNumber } from "../../sheet/text/printed-number.ts";
import { listWorksheet } from "./list-worksheet.ts";
import { referenceTo, worksheetNames } from "./names.ts";
import { formatFor, placesFormat } from "./number-format.ts";
import { type Standing, summaryWorksheet } from "./summary-worksheet.ts";
import { tableCellName, tableWorksheet } from "./table-worksheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

/**
 * The sheet as the bytes of an .xlsx file: a summary, a worksheet a table, one for the assumptions, one for the sources.
 *
 * Numbers are numbers with their units in the heads. Columns that are printed in full hold what is printed, so that they
 * add up as on paper; the others are unrounded. Totals are sums over their rows, and a headline figure that stands in a
 * table refers to it; each formula comes with its value. Words are never formulas. A chart whose data stand in another
 * table is told by its finding. Equal sheets give equal bytes.
 */
export function sheetToXlsx(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const sections = sheet.sections.filter((section) => !isElsewhere(section, sheet));
  const [summary = "", ...names] = worksheetNames(["summary", ...sections.map(({ id }) => id)]);
  const named = sections.map((section, index) => ({ section, name: names[index] ?? "" }));
  return writeWorkbook({
    title: sheet.title,
    worksheets: [
      summaryWorksheet(summary, sheet, (headline) => standingOf(headline, named)),
      ...named.map(({ section, name }) =>
        section.kind === "list" ? listWorksheet(name, section) : tableWorksheet(name, section, sheet.footnotes),
      ),
    ],
  });
}

const isElsewhere = (section: Section, sheet: Sheet): boolean =>
  section.kind === "chart" && sheet.sections.some(({ id }) => id === section.tableId);

/** The total of a table that answers to the same figure as the headline. */
function standingOf(
  { value: { figure } }: Headline,
  named: readonly { readonly section: Section; readonly name: string }[],
): Standing | null {
  if (figure === null) return null;
  const wanted = canonicalJson(figure);
  for (const { section, name } of named) {
    if (section.kind === "list" || section.table.total === null) continue;
    const { columns, rows, total } = section.table;
    for (const [index, column] of columns.entries()) {
      const cell = total.cells[index];
      const value = cell === undefined ? null : printedNumber(cell, column);
      if (value === null || cell?.figure == null || canonicalJson(cell.figure) !== wanted) continue;
      const format = column.places === undefined ? formatFor(value) : placesFormat(column.places);
      return { reference: referenceTo(name, tableCellName(index, rows.length)), value, format };
    }
  }
  return null;
}
