/** A sheet as a document in GitHub-flavoured Markdown. */
import { letter } from "../../sheet/references.ts";
import type { BarChart, Headline, Inline, RichText, Section, Sheet, Table } from "../../sheet/sheet.ts";
import { columnHead } from "../../sheet/text/column-head.ts";
import { displayWidth, padded } from "../../sheet/text/display-width.ts";
import { plainSuperscript } from "../../sheet/text/rich-text.ts";
import { escapeLine, escapeMarkdown } from "./escape.ts";

/** Id of a footnote → its mark. */
type Marks = ReadonlyMap<string, string>;

/**
 * The sheet as Markdown: headline figures as a list, a heading and a table a section, footnotes as footnotes. Charts are
 * told by their finding and their data; where these stand in another table, by the finding alone.
 */
export function sheetToMarkdown(sheet: Sheet): string {
  const marks: Marks = new Map(sheet.footnotes.map((note) => [note.id, note.mark]));
  const blocks = [
    `# ${escapeMarkdown(sheet.title)}`,
    ...(sheet.subtitle === "" ? [] : [escapeLine(sheet.subtitle)]),
    sheet.headline.map((headline) => headlineLine(headline, marks)).join("\n"),
    richText(sheet.lead, marks),
    ...(sheet.warnings.length === 0 ? [] : [sheet.warnings.map((text) => `> ⚠ ${escapeMarkdown(text)}`).join("\n>\n")]),
    ...sheet.sections.flatMap((section) => sectionBlocks(section, sheet, marks)),
    "---",
    escapeLine(sheet.foot),
    ...(sheet.footnotes.length === 0
      ? []
      : [sheet.footnotes.map((note) => `[^${note.mark}]: ${richText(note.text, marks)}`).join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headlineLine({ title, value, unit, remark }: Headline, marks: Marks): string {
  const amount = `${richText(value.text, marks)}${unit === "" ? "" : ` ${escapeMarkdown(unit)}`}`;
  // The mark of a footnote stands after the bold words: inside them it would end a link, not a figure.
  const notes = title.filter((inline) => typeof inline !== "string" && inline.kind === "note");
  const name = title.filter((inline) => typeof inline === "string" || inline.kind !== "note");
  return `- **${richText(name, marks)}: ${amount}**${richText(notes, marks)}${remark.length === 0 ? "" : `, ${richText(remark, marks)}`}`;
}

function sectionBlocks(section: Section, sheet: Sheet, marks: Marks): string[] {
  const heading = `## ${section.label === "" ? "" : `${section.label}. `}${escapeMarkdown(section.title)}`;
  const subtitle = section.subtitle.length === 0 ? [] : [richText(section.subtitle, marks)];
  if (section.kind === "list") {
    const mark = (index: number) => (section.marker === "number" ? `${index + 1}.` : `- **${letter(index)}**`);
    const items = section.items.map((item, index) => `${mark(index)} ${richText(item, marks)}`);
    return [heading, ...subtitle, items.join("\n")];
  }
  const elsewhere = section.kind === "chart" && sheet.sections.some((other) => other.id === section.tableId);
  const remark = section.kind === "chart" && section.chart.kind === "bars" ? remarkOf(section.chart) : [];
  return [
    heading,
    ...subtitle,
    ...remark,
    ...(elsewhere ? [] : [tableText(section.table, marks)]),
    ...section.notes.map(escapeLine),
  ];
}

const remarkOf = ({ remark }: BarChart): string[] => (remark === null ? [] : [`${escapeLine(remark)}.`]);

/** A table whose source is aligned too: it is read as text as often as it is rendered. */
function tableText({ columns, rows, total }: Table, marks: Marks): string {
  const head = columns.map((column) => escapeMarkdown(columnHead(column)));
  const body = rows.map((row) => row.cells.map((cell) => richText(cell.text, marks)));
  const foot = total?.cells.map((cell) => (cell.text.length === 0 ? "" : `**${richText(cell.text, marks)}**`));
  const lines = [head, ...body, ...(foot === undefined ? [] : [foot])];
  const widths = columns.map((_, index) => Math.max(3, ...lines.map((line) => displayWidth(line[index] ?? ""))));
  const side = (index: number) => (columns[index]?.align === "left" ? "right" : "left");
  const text = (line: readonly string[]) =>
    `| ${widths.map((width, index) => padded(line[index] ?? "", width, side(index))).join(" | ")} |`;
  const rule = widths.map((width, index) =>
    side(index) === "right" ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [text(head), `| ${rule.join(" | ")} |`, ...lines.slice(1).map(text)].join("\n");
}

const richText = (text: RichText, marks: Marks): string => text.map((inline) => inlineText(inline, marks)).join("");

function inlineText(inline: Inline, marks: Marks): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  switch (inline.kind) {
    case "superscript":
      return /^[−-]?\d+$/.test(inline.text)
        ? plainSuperscript(inline.text)
        : inline.text === ","
          ? ""
          : `<sup>${escapeMarkdown(inline.text)}</sup>`;
    case "strong":
      return `**${escapeMarkdown(inline.text)}**`;
    case "note":
      return `[^${marks.get(inline.id) ?? ""}]`;
    case "figure":
      return richText(inline.text, marks);
  }
}
