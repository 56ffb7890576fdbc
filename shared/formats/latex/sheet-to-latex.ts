/** A sheet as a LaTeX document, its tables in the style of booktabs. */
import { letter } from "../../sheet/references.ts";
import type { Cell, Footnote, Headline, Inline, RichText, Row, Section, Sheet, Table } from "../../sheet/sheet.ts";
import { notesIn, plainText } from "../../sheet/text/rich-text.ts";
import { escapeLatex } from "./escape.ts";
import { fitTable, type TableFit } from "./table-fit.ts";
import { DECLARED_WITH, declarations } from "./unknown-letters.ts";

/** Id of a footnote → its mark. */
type Marks = ReadonlyMap<string, string>;

/** A longer table breaks over pages. */
const LONGEST_ON_A_PAGE = 40;

/**
 * The sheet as a document that LaTeX sets without more: headline figures as a list, a table a section with its units in the
 * heads and the footnotes that it calls below, assumptions and sources as lists. Charts are told by their finding and
 * their data; where these stand in another table, by the finding alone. A table can be taken out by itself: it needs the
 * packages booktabs and array, a long one longtable too.
 */
export function sheetToLatex(sheet: Sheet): string {
  const marks: Marks = new Map(sheet.footnotes.map((note) => [note.id, note.mark]));
  const blocks = [
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
  const body = blocks.filter((block) => block !== "").join("\n\n");
  return `${preamble(body)}\n\n${body}\n`;
}

/** What stands above the document, with the letters that it has. */
const preamble = (body: string): string =>
  [
    "% For pdfLaTeX; a letter that its fonts do not have stands as its code point in a box. LuaLaTeX and XeLaTeX set every",
    "% letter of the font that you choose with fontspec's \\setmainfont.",
    "% A table can be copied by itself: it needs booktabs and array, one of several pages longtable too.",
    "\\documentclass{article}",
    "\\ifdefined\\DeclareUnicodeCharacter % pdfLaTeX",
    "\\usepackage[T1]{fontenc}",
    "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}",
    ...(declarations(body).length === 0 ? [] : [...DECLARED_WITH, ...declarations(body)]),
    "\\fi",
    "\\usepackage[margin=2.2cm]{geometry}",
    "\\usepackage{array,booktabs,longtable,url}",
    "\\emergencystretch=4em",
    "\\begin{document}",
  ].join("\n");

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
    // Tables float: what is said about all of them stands after the last.
    const flush = section.id === "assumptions" ? "\\clearpage" : "";
    return [flush, `\\subsection*{${title}}`, subtitle, environment("itemize", items)];
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
  const fit = fitOf(table);
  const lines = ["\\toprule", headLine(table, fit), "\\midrule", ...bodyLines(table, marks), "\\bottomrule"];
  const tabular = environment("tabular", lines, `{${fit.columns}}`);
  const gap = `\\setlength{\\tabcolsep}{${fit.gap}pt}`;
  return environment(
    "table",
    [`\\centering${fit.size}${gap}`, caption, "", "\\smallskip", tabular, ...notesBelow(below)],
    "[htbp]",
  );
}

function longTable(table: Table, caption: string, isNumbered: boolean, below: readonly string[], marks: Marks): string {
  const fit = fitOf(table);
  const head = ["\\toprule", headLine(table, fit), "\\midrule"];
  const lines = [
    ...(isNumbered ? [`${caption}\\\\`] : []),
    ...head,
    "\\endfirsthead",
    ...head,
    "\\endhead",
    ...bodyLines(table, marks),
    "\\bottomrule",
  ];
  const long = environment("longtable", lines, `{${fit.columns}}`);
  const start = `{${fit.size}\\setlength{\\tabcolsep}{${fit.gap}pt}`;
  return [start, ...(isNumbered ? [] : [caption, ""]), long, ...notesBelow(below), "}"].join("\n");
}

/** As letters are counted, a mark of a footnote is one more. */
const fitOf = ({ columns, rows, total }: Table): TableFit => {
  const textOf = (cell: Cell | undefined): string =>
    cell === undefined ? "" : plainText(cell.text) + "0".repeat(notesIn(cell.text).length);
  return fitTable(
    columns.map(({ title, unit, align }, index) => ({
      title,
      unit,
      align: align === "left" ? "left" : "right",
      texts: rows.map((row) => textOf(row.cells[index])),
      bold: textOf(total?.cells[index]),
    })),
  );
};

/** A head of several lines is a table of its own, which stands on its last line. */
const headLine = ({ columns }: Table, { heads }: TableFit): string =>
  lineOf(
    columns.map(({ align }, index) => {
      const lines = (heads[index] ?? []).map(escapeLatex);
      const [only = "", ...more] = lines;
      if (more.length === 0) return only;
      return `\\begin{tabular}[b]{@{}${align === "left" ? "l" : "r"}@{}}${lines.join("\\\\")}\\end{tabular}`;
    }),
  );

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
  notes.length === 0 ? [] : ["", "\\smallskip", `{\\footnotesize\\raggedright ${notes.join("\\par\n")}\\par}`];

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
