/** The first worksheet: what the sheet is of, its headline figures with their ranges, the result in words, footnotes. */
import type { Headline, Section, Sheet } from "../../sheet/sheet.ts";
import { notesIn, plainText } from "../../sheet/text/rich-text.ts";
import { formatFor } from "./number-format.ts";
import { paragraph } from "./paragraph.ts";
import { isDay } from "./sheet-day.ts";
import type { WorkbookCell, WorkbookRow, Worksheet } from "./workbook.ts";

/** Where the cell of a table is that has a headline's figure: what to write for it, and what it comes to. */
export interface Standing {
  readonly reference: string;
  readonly value: number;
  readonly format: string;
}

const HEADS = ["Quantity", "Value", "Unit", "P10", "P50", "P90", "All low", "All high"];
const WIDTHS = [26, 20, 12, 16, 16, 16, 16, 16];

export function summaryWorksheet(
  name: string,
  sheet: Sheet,
  standingOf: (headline: Headline) => Standing | null,
): Worksheet {
  const text = (words: string, look?: WorkbookCell["look"]): WorkbookCell => ({
    kind: "text",
    text: words,
    ...(look === undefined ? {} : { look }),
  });
  const charts = sheet.sections.filter((section) => section.kind === "chart");
  return {
    name,
    widths: WIDTHS,
    rows: [
      { cells: [text(sheet.title, "title")] },
      ...(sheet.subtitle === "" ? [] : paragraph(sheet.subtitle, WIDTHS)),
      { cells: [text(sheet.kind)] },
      ...(sheet.date === null ? [] : [{ cells: [text("Date"), dateCell(sheet.date)] }]),
      { cells: [] },
      {
        cells: HEADS.map((head, index): WorkbookCell => {
          const align = index === 0 || index === 2 ? "left" : "right";
          return { kind: "text", text: head, look: "head", align, isIndented: index === 2 };
        }),
      },
      ...sheet.headline.map((headline) => headlineRow(headline, standingOf(headline))),
      { cells: [] },
      ...sheet.headline.flatMap((headline) => remarkRow(headline, sheet)),
      { cells: [] },
      ...paragraph(plainText(sheet.lead), WIDTHS),
      ...headed("Needs attention", sheet.warnings),
      ...headed("Findings of the charts", charts.map(findingOf)),
      ...headed(
        "Footnotes",
        sheet.footnotes.map(({ mark, text: words }) => `${mark}  ${plainText(words)}`),
      ),
      { cells: [] },
      ...paragraph(sheet.foot, WIDTHS),
    ],
    frozen: { rows: 0, columns: 0 },
  };
}

function headed(title: string, texts: readonly string[]): WorkbookRow[] {
  if (texts.length === 0) return [];
  return [
    { cells: [] },
    { cells: [{ kind: "text", text: title, look: "bold" }] },
    ...texts.flatMap((text) => paragraph(text, WIDTHS)),
  ];
}

const dateCell = (date: string): WorkbookCell =>
  isDay(date) ? { kind: "date", date, align: "left" } : { kind: "text", text: date };

function headlineRow({ title, value, unit, range }: Headline, standing: Standing | null): WorkbookRow {
  const words = (text: string): WorkbookCell => ({ kind: "text", text });
  const number = (amount: number): WorkbookCell => ({ kind: "number", value: amount, format: formatFor(amount) });
  const own = value.value === null ? words(plainText(value.text)) : number(value.value);
  return {
    cells: [
      words(plainText(title)),
      standing === null
        ? own
        : { kind: "formula", formula: standing.reference, value: standing.value, format: standing.format },
      { ...words(unit), align: "left", isIndented: true },
      ...(range === null ? [] : [range.p10, range.p50, range.p90, range.low, range.high].map(number)),
    ],
  };
}

/** "Rental cost: P10–P90 11.8–12.8 M, all low 9.92 M. Notes 1." */
function remarkRow({ title, remark }: Headline, sheet: Sheet): WorkbookRow[] {
  const marks = [...notesIn(title), ...notesIn(remark)].flatMap(
    (id) => sheet.footnotes.find((note) => note.id === id)?.mark ?? [],
  );
  const words = plainText(remark);
  if (words === "" && marks.length === 0) return [];
  const notes = marks.length === 0 ? "" : ` (note ${marks.join(", ")})`;
  return paragraph(`${plainText(title)}${notes}: ${words}`, WIDTHS);
}

const findingOf = ({ label, title }: Section): string => (label === "" ? title : `${label}. ${title}`);
