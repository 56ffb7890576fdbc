/** A sheet as a LaTeX document, its tables in the style of booktabs. */
import { letter } from "../../sheet/references.ts";
import type { Column, Footnote, Headline, Inline, RichText, Row, Section, Sheet, Table } from "../../sheet/sheet.ts";
import { notesIn } from "../../sheet/text/rich-text.ts";
import { escapeLatex } from "./escape.ts";

/** Id of a footnote → its mark. */
type Marks = ReadonlyMap<string, string>;

/** A longer table breaks over pages. */
const LONGEST_ON_A_PAGE = 40;

/**
 * The sheet as a document that LaTeX sets without more: headline figures as a list, a table a section with its units in the
 * heads and the footnotes that it calls below, assumptions and sources as lists. Charts are told by their finding and
 * their data; where these stand in another table, by the finding alone. A table can be taken out by itself: it needs the
 * package booktabs, a long one longtable too.
 */
export function sheetToLatex(sheet: Sheet): string {
  const marks: Marks = new Map(sheet.footnotes.map((note) => [note.id, note.mark]));
  const blocks = [
    [
      "% LuaLaTeX or XeLaTeX set every script; pdfLaTeX sets Latin and Greek.",
      "% A table can be copied by itself: it needs booktabs, one of several pages longtable too.",
      "\\documentclass{article}",
      "\\usepackage[T1]{fontenc}",
      "\\usepackage[margin=2.2cm]{geometry}",
      "\\usepackage{booktabs,longtable,url}",
      "\\begin{document}",
    ].join("\n"),
    `\\section*{${escapeLatex(sheet.title)}}`,
    [...(sheet.subtitle === "" ? [] : [escapeLatex(sheet.subtitle)]), `(${escapeLatex(sheet.kind)})`].join("\n"),
    environment(
      "itemize",
      sheet.headline.map((headline) => headlineItem(headline, marks)),
    ),
    richText(sheet.lead, marks),
    ...(sheet.warnings.length === 0
      ? []
      : [
          "\\paragraph{Needs attention}",
          environment(
            "itemize",
            sheet.warnings.map((text) => `\\item ${escapeLatex(text)}`),
          ),
        ]),
    ...sheet.sections.flatMap((section) => sectionBlocks(section, sheet, marks)),
    ...notesBlock(sheet.footnotes, marks),
    `\\bigskip\\noindent{\\footnotesize ${escapeLatex(sheet.foot)}}`,
    "\\end{document}",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** `options` stand behind the name: where a float may go, how columns are aligned. */
const environment = (name: string, lines: readonly string[], options = ""): string =>
  [`\\begin{${name}}${options}`, ...lines, `\\end{${name}}`].join("\n");

function headlineItem({ title, value, unit, remark }: Headline, marks: Marks): string {
  const amount = `${richText(value.text, marks)}${unit === "" ? "" : ` ${escapeLatex(unit)}`}`;
  const words = remark.length === 0 ? "" : `, ${richText(remark, marks)}`;
  return `\\item \\textbf{${richText(title, marks)}: ${amount}}${words}`;
}

function sectionBlocks(section: Section, sheet: Sheet, marks: Marks): string[] {
  const title = escapeLatex(section.title);
  const subtitle = richText(section.subtitle, marks);
  if (section.kind === "list") {
    const mark = (index: number) => (section.marker === "number" ? `${index + 1}.` : letter(index));
    const items = section.items.map((item, index) => `\\item[${mark(index)}] ${richText(item, marks)}`);
    return [`\\subsection*{${title}}`, subtitle, environment("itemize", items)];
  }
  const heading = `\\textbf{${section.label === "" ? "" : `${section.label}. `}${title}}`;
  const remark = section.kind === "chart" && section.chart.kind === "bars" ? (section.chart.remark ?? "") : "";
  const said = [heading, subtitle, remark === "" ? "" : `${escapeLatex(remark)}.`]
    .filter((text) => text !== "")
    .join(" ");
  const elsewhere = section.kind === "chart" && sheet.sections.some((other) => other.id === section.tableId);
  if (elsewhere) return [`\\paragraph{} ${said}`];
  const below = [
    ...section.notes.map(escapeLatex),
    ...calledIn(section.table, sheet.footnotes).map((note) => noteText(note, marks)),
  ];
  // LaTeX numbers its tables itself, in the same order as the sheet does.
  const isNumbered = section.label.startsWith("Table");
  const caption = isNumbered ? `\\caption{${[title, subtitle].join(" ").trim()}}\\label{tab:${section.id}}` : said;
  return [
    section.table.rows.length > LONGEST_ON_A_PAGE
      ? longTable(section.table, caption, isNumbered, below, marks)
      : shortTable(section.table, caption, below, marks),
  ];
}

function shortTable(table: Table, caption: string, below: readonly string[], marks: Marks): string {
  const lines = ["\\toprule", headLine(table.columns), "\\midrule", ...bodyLines(table, marks), "\\bottomrule"];
  const tabular = environment("tabular", lines, `{${alignments(table)}}`);
  return environment(
    "table",
    ["\\centering\\small", caption, "", "\\smallskip", tabular, ...notesBelow(below)],
    "[htbp]",
  );
}

function longTable(table: Table, caption: string, isNumbered: boolean, below: readonly string[], marks: Marks): string {
  const head = ["\\toprule", headLine(table.columns), "\\midrule"];
  const lines = [
    ...(isNumbered ? [`${caption}\\\\`] : []),
    ...head,
    "\\endfirsthead",
    ...head,
    "\\endhead",
    ...bodyLines(table, marks),
    "\\bottomrule",
  ];
  const long = environment("longtable", lines, `{${alignments(table)}}`);
  return ["{\\small", ...(isNumbered ? [] : [caption, ""]), long, ...notesBelow(below), "}"].join("\n");
}

const alignments = ({ columns }: Table): string => columns.map(({ align }) => (align === "left" ? "l" : "r")).join("");

const headLine = (columns: readonly Column[]): string =>
  lineOf(columns.map(({ title, unit }) => escapeLatex(unit === "" ? title : `${title} (${unit})`)));

function bodyLines({ rows, total }: Table, marks: Marks): string[] {
  const line = (row: Row, isTotal: boolean) =>
    lineOf(
      row.cells.map((cell) => {
        const words = richText(cell.text, marks);
        return isTotal && words !== "" ? `\\textbf{${words}}` : words;
      }),
    );
  return [
    ...rows.flatMap((row) => (row.apart === true ? ["\\addlinespace", line(row, false)] : [line(row, false)])),
    ...(total === null ? [] : ["\\midrule", line(total, true)]),
  ];
}

const lineOf = (cells: readonly string[]): string => `${cells.join(" & ")} \\\\`;

const notesBelow = (notes: readonly string[]): string[] =>
  notes.length === 0 ? [] : ["", "\\smallskip", `{\\footnotesize ${notes.join("\\par\n")}\\par}`];

const calledIn = ({ rows, total }: Table, footnotes: readonly Footnote[]): Footnote[] => {
  const called = new Set(
    [...rows, ...(total === null ? [] : [total])].flatMap(({ cells }) => cells.flatMap(({ text }) => notesIn(text))),
  );
  return footnotes.filter(({ id }) => called.has(id));
};

const noteText = ({ mark, text }: Footnote, marks: Marks): string =>
  `\\textsuperscript{${mark}}\\,${richText(text, marks)}`;

function notesBlock(footnotes: readonly Footnote[], marks: Marks): string[] {
  if (footnotes.length === 0) return [];
  const items = footnotes.map(({ mark, text }) => `\\item[${mark}] ${richText(text, marks)}`);
  return ["\\subsection*{Footnotes}", environment("itemize", items)];
}

const richText = (text: RichText, marks: Marks): string => text.map((inline) => inlineText(inline, marks)).join("");

function inlineText(inline: Inline, marks: Marks): string {
  if (typeof inline === "string") return escapeLatex(inline);
  switch (inline.kind) {
    case "superscript":
      return `\\textsuperscript{${escapeLatex(inline.text)}}`;
    case "strong":
      return `\\textbf{${escapeLatex(inline.text)}}`;
    case "note":
      return `\\textsuperscript{${marks.get(inline.id) ?? ""}}`;
    case "figure":
      return richText(inline.text, marks);
  }
}
