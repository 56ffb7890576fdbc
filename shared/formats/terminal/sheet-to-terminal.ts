/** A sheet for a terminal: what is on the page, in lines of equal letters. */
import { footnotesBySection } from "../../sheet/footnotes.ts";
import { letter } from "../../sheet/references.ts";
import type { Cell, Footnote, Inline, RichText, Section, Sheet } from "../../sheet/sheet.ts";
import { displayWidth, padded } from "../../sheet/text/display-width.ts";
import { plainSuperscript } from "../../sheet/text/rich-text.ts";
import { superscript } from "../../units/format/significant.ts";
import { barsLines } from "./bars-text.ts";
import { printable, type Style, styleOf } from "./style.ts";
import { tableLines } from "./table-text.ts";
import { wrap, wrapHanging } from "./wrap.ts";

export interface TerminalOptions {
  /** Columns of the terminal; below 60 the text is as wide as at 60. */
  readonly width: number;
  /** Bold, dim and colour by escape codes; without, no escape code at all. */
  readonly colour: boolean;
}

const NARROWEST = 60;
/** Running text in longer lines is hard to read. */
const WIDEST_TEXT = 96;

/** The sheet as lines, each at most `width` columns. Ends with a line break. */
export function sheetToTerminal(sheet: Sheet, { width: asked, colour }: TerminalOptions): string {
  const width = Math.max(NARROWEST, Math.floor(asked));
  const textWidth = Math.min(width, WIDEST_TEXT);
  const style = styleOf(colour);
  const marks = new Map(sheet.footnotes.map((note) => [note.id, note.mark]));
  const print: Printer = { width, textWidth, style, text: (text) => words(text, marks) };
  const notes = footnotesBySection(sheet);
  const noteLines = (id: string) => (notes.get(id) ?? []).flatMap((note) => footnoteLines(note, print));
  const lines = [
    ...wrap(printable(sheet.title), textWidth).map(style.bold),
    ...(sheet.subtitle === "" ? [] : wrap(printable(sheet.subtitle), textWidth).map(style.dim)),
    "",
    ...headlineLines(sheet, print),
    "",
    ...wrap(print.text(sheet.lead), textWidth),
    ...noteLines("opening"),
    ...(sheet.warnings.length === 0
      ? []
      : ["", ...sheet.warnings.flatMap((text) => wrapHanging("!", printable(text), textWidth, 2)).map(style.warning)]),
    ...sheet.sections.flatMap((section) => ["", "", ...sectionLines(section, sheet, print), ...noteLines(section.id)]),
    "",
    ...wrap(printable(sheet.foot), textWidth).map(style.dim),
  ];
  return `${lines.join("\n")}\n`;
}

interface Printer {
  readonly width: number;
  readonly textWidth: number;
  readonly style: Style;
  readonly text: (text: RichText) => string;
}

const HEADLINE_GAP = 3;

/** The three figures side by side: what, how much, and the remark below. */
function headlineLines(sheet: Sheet, { width, style, text }: Printer): string[] {
  const columns = sheet.headline.map(({ title, value, unit, remark }) => ({
    title: text(title),
    value: `${text(value.text)} ${printable(unit)}`.trim(),
    remark: text(remark),
  }));
  const room = width - HEADLINE_GAP * (columns.length - 1);
  const natural = columns.map((column) => Math.max(...Object.values(column).map(displayWidth)));
  const fits = natural.reduce((sum, one) => sum + one, 0) <= room;
  const widths = fits ? natural : columns.map(() => Math.floor(room / columns.length));
  const block = (part: "title" | "value" | "remark", emphasis: (line: string) => string): string[] => {
    const wrapped = columns.map((column, index) => wrap(column[part], widths[index] ?? 1));
    const height = Math.max(0, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => {
      const cells = wrapped.map((lines, index) => padded(lines[row] ?? "", widths[index] ?? 1, "right"));
      return emphasis(cells.join(" ".repeat(HEADLINE_GAP)).trimEnd());
    });
  };
  return [...block("title", style.dim), ...block("value", style.bold), ...block("remark", style.dim)];
}

function sectionLines(section: Section, sheet: Sheet, print: Printer): string[] {
  const { width, textWidth, style, text } = print;
  const heading = `${section.label === "" ? "" : `${section.label}. `}${printable(section.title)}`;
  const caption = [
    ...wrap(heading, textWidth).map(style.bold),
    ...(section.subtitle.length === 0 ? [] : wrap(text(section.subtitle), textWidth).map(style.dim)),
  ];
  if (section.kind === "list") {
    const mark = (index: number) => `${section.marker === "number" ? index + 1 : letter(index)}.`;
    const indent = mark(section.items.length).length + 2;
    return [
      ...caption,
      ...section.items.flatMap((item, index) => wrapHanging(mark(index), text(item), textWidth, indent)),
    ];
  }
  const plainNotes = section.notes.flatMap((note) => wrap(printable(note), textWidth));
  if (section.kind === "chart" && section.chart.kind === "bars") {
    return [...caption, "", ...barsLines(section.chart, textWidth, style), ...plainNotes];
  }
  const elsewhere = section.kind === "chart" && sheet.sections.some((other) => other.id === section.tableId);
  if (elsewhere) return [...caption, ...plainNotes];
  const textOf = (cell: Cell) => text(cell.text);
  return [...caption, "", ...tableLines(section.table, { width, style, textOf }), ...plainNotes];
}

const footnoteLines = ({ mark, text }: Footnote, print: Printer): string[] => {
  const raised = superscript(Number(mark));
  return wrapHanging(raised, print.text(text), print.textWidth, displayWidth(raised) + 1).map(print.style.dim);
};

function words(text: RichText, marks: ReadonlyMap<string, string>): string {
  return text.map((inline) => inlineWords(inline, marks)).join("");
}

function inlineWords(inline: Inline, marks: ReadonlyMap<string, string>): string {
  if (typeof inline === "string") return printable(inline);
  switch (inline.kind) {
    case "superscript":
      return plainSuperscript(printable(inline.text));
    case "strong":
      return printable(inline.text);
    case "note":
      return superscript(Number(marks.get(inline.id) ?? 0));
    case "figure":
      return words(inline.text, marks);
  }
}
