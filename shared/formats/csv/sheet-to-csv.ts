/** A sheet as a file for a spreadsheet: section after section, every number in full. */
import { letter } from "../../sheet/references.ts";
import type { Cell, Row, Section, Sheet, Table } from "../../sheet/sheet.ts";
import { numbersHead } from "../../sheet/text/column-head.ts";
import { notesIn, plainText } from "../../sheet/text/rich-text.ts";
import { type Field, toCsv } from "./csv.ts";

type Line = readonly Field[];

/**
 * The sheet as CSV. Each section starts with a line of its own ("Table 1. What each experiment costs."), then the
 * columns' names with their units, then the rows; an empty line stands between sections. Numbers are unrounded and in
 * the unit of their column. A chart whose data stand in another table is left out. Marks of footnotes stand in a column
 * "Notes", the footnotes themselves at the end.
 */
export function sheetToCsv(sheet: Sheet): string {
  const marks = new Map(sheet.footnotes.map((note) => [note.id, note.mark]));
  const blocks: Line[][] = [
    [[sheet.kind], [sheet.title], [sheet.subtitle], ...(sheet.date === null ? [] : [["Date", sheet.date]])],
    headlineBlock(sheet),
    [[plainText(sheet.lead)]],
    ...(sheet.warnings.length === 0 ? [] : [[["Needs attention"], ...sheet.warnings.map((warning) => [warning])]]),
    ...sheet.sections.flatMap((section) => sectionBlock(section, sheet, marks)),
    ...(sheet.footnotes.length === 0
      ? []
      : [[["Footnotes"], ...sheet.footnotes.map((note) => [Number(note.mark), plainText(note.text)])]]),
    [[sheet.foot]],
  ];
  return toCsv(blocks.flatMap((block, index) => (index === 0 ? block : [[], ...block])));
}

const headlineBlock = (sheet: Sheet): Line[] => [
  ["Headline"],
  ["Quantity", "Value", "Unit", "P10", "P50", "P90", "All low", "All high", "Remark"],
  ...sheet.headline.map(({ title, value, unit, range, remark }) => [
    plainText(title),
    value.value,
    unit,
    ...(range === null ? [null, null, null, null, null] : [range.p10, range.p50, range.p90, range.low, range.high]),
    plainText(remark),
  ]),
];

function sectionBlock(section: Section, sheet: Sheet, marks: ReadonlyMap<string, string>): Line[][] {
  if (section.kind === "chart" && sheet.sections.some((other) => other.id === section.tableId)) return [];
  const heading: Line[] = [
    [headingOf(section)],
    ...(section.subtitle.length === 0 ? [] : [[plainText(section.subtitle)]]),
  ];
  if (section.kind === "list") {
    const mark = (index: number) => (section.marker === "number" ? index + 1 : letter(index));
    return [[...heading, ...section.items.map((item, index) => [mark(index), plainText(item)])]];
  }
  return [[...heading, ...tableLines(section.table, marks), ...section.notes.map((note) => [note])]];
}

const headingOf = ({ label, title }: Section): string => (label === "" ? title : `${label}. ${title}`);

function tableLines({ columns, rows, total }: Table, marks: ReadonlyMap<string, string>): Line[] {
  const all = [...rows, ...(total === null ? [] : [total])];
  const notes = all.map((row) => notesOf(row, marks));
  const noted = notes.some((text) => text !== "");
  const head = columns.map(numbersHead);
  return [
    noted ? [...head, "Notes"] : head,
    ...all.map((row, index) => {
      const fields = row.cells.map(fieldOf);
      return noted ? [...fields, notes[index] ?? ""] : fields;
    }),
  ];
}

const fieldOf = ({ text, value }: Cell): Field => value ?? plainText(text);

const notesOf = (row: Row, marks: ReadonlyMap<string, string>): string =>
  row.cells
    .flatMap((cell) => notesIn(cell.text))
    .map((id) => marks.get(id) ?? "")
    .join(" ");
