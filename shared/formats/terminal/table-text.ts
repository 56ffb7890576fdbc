/** A table between rules: words left, numbers right and at their decimal point. */
import type { Column, Row, Table } from "../../sheet/sheet.ts";
import { displayWidth, padded } from "../../sheet/text/display-width.ts";
import { printable, type Style } from "./style.ts";
import { wrap } from "./wrap.ts";

const GAP = 2;
/** The first column is broken into lines before the table is broken into parts, but not below this; in parts, later. */
const NARROWEST_NAMES = 14;
const NARROWEST_NAMES_IN_PARTS = 24;
const WIDEST_NAMES = 44;
/** A bar is drawn where at least so much of the line is left for it. */
const SHORTEST_BAR = 6;
const LONGEST_BAR = 16;

export interface TableOptions {
  readonly width: number;
  readonly style: Style;
  /** A cell's text, marks of footnotes included. */
  readonly textOf: (cell: Row["cells"][number]) => string;
}

/**
 * Lines of the table. Where it is too wide, the heads are broken into lines first; what is still too wide stands in parts
 * below each other, of about the same width, the first column repeated.
 */
export function tableLines(table: Table, options: TableOptions): string[] {
  const natural = table.columns.map((column, index) => columnText(column, index, table, options));
  const roomy = inParts(natural, options.width);
  const narrow = roomy.length === 1 ? roomy : inParts(natural.map(withNarrowHead), options.width);
  const parts = narrow.length < roomy.length ? narrow : roomy;
  return parts.flatMap(([names, columns], index) => [
    ...(index === 0 ? [] : [""]),
    ...partLines(table, names, columns, index === parts.length - 1, options),
  ]);
}

type Part = readonly [names: ColumnText, columns: readonly ColumnText[]];

/** The columns after the first in as few parts as fit the width, and these about equally wide. */
function inParts([names, ...rest]: readonly ColumnText[], width: number): Part[] {
  if (names === undefined) return [];
  const spare = width - widthOf(rest);
  const least = spare >= Math.min(names.width, NARROWEST_NAMES) ? NARROWEST_NAMES : NARROWEST_NAMES_IN_PARTS;
  const nameWidth = Math.min(names.width, Math.max(least, Math.min(WIDEST_NAMES, spare)));
  const room = width - nameWidth;
  const fewest = partsOf(rest, room).length;
  let even = Math.min(room, Math.ceil(widthOf(rest) / fewest));
  while (partsOf(rest, even).length > fewest) even += 1;
  return partsOf(rest, even).map((columns) => [{ ...names, width: nameWidth }, columns]);
}

interface ColumnText {
  readonly column: Column;
  readonly index: number;
  readonly width: number;
  /** Lines of the head, the unit's last. */
  readonly head: readonly string[];
  /** Of every row, then of the total. */
  readonly texts: readonly string[];
}

function columnText(column: Column, index: number, { rows, total }: Table, { textOf }: TableOptions): ColumnText {
  const all = [...rows, ...(total === null ? [] : [total])];
  const raw = all.map((row) => {
    const cell = row.cells[index];
    return cell === undefined ? "" : textOf(cell);
  });
  const texts = column.align === "decimal" ? atTheirPoint(raw) : raw;
  const head = [column.title, column.unit].map(printable).filter((line) => line !== "");
  return { column, index, head, texts, width: Math.max(...[...head, ...texts].map(displayWidth)) };
}

/** The same with its head on as many lines as its numbers are narrow. */
function withNarrowHead(column: ColumnText): ColumnText {
  const words = column.head.flatMap((line) => line.split(" "));
  const width = Math.max(...[...words, ...column.texts].map(displayWidth));
  return { ...column, width, head: column.head.flatMap((line) => wrap(line, width)) };
}

/** Numbers filled up on the right, so that their decimal points stand below each other when set right. */
function atTheirPoint(texts: readonly string[]): string[] {
  const tails = texts.map((text) => (/^[−+]?[\d,]+/.test(text) ? (/(\.\d+)?$/.exec(text)?.[0].length ?? 0) : null));
  const longest = Math.max(0, ...tails.map((tail) => tail ?? 0));
  return texts.map((text, index) => {
    const tail = tails[index];
    return tail === null || tail === undefined ? text : text + " ".repeat(longest - tail);
  });
}

const widthOf = (columns: readonly ColumnText[]): number =>
  columns.reduce((sum, column) => sum + GAP + column.width, 0);

/** The columns in as many parts as it takes for each to fit into `room`. */
function partsOf(columns: readonly ColumnText[], room: number): ColumnText[][] {
  const parts: ColumnText[][] = [[]];
  for (const column of columns) {
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && widthOf([...part, column]) > room) parts.push([column]);
    else part.push(column);
  }
  return parts;
}

function partLines(
  { rows, total }: Table,
  names: ColumnText,
  columns: readonly ColumnText[],
  last: boolean,
  { width, style }: TableOptions,
): string[] {
  const used = names.width + widthOf(columns);
  const barred = last ? columns.find(({ column }) => column.bar === true) : undefined;
  const barWidth = Math.min(LONGEST_BAR, width - used - GAP);
  const bars = barred === undefined || barWidth < SHORTEST_BAR ? null : barsOf(rows, barred.index, barWidth);
  const line = (name: string, cells: readonly string[], bar = "") => {
    const numbers = columns.map(
      ({ width: columnWidth, column }, index) =>
        " ".repeat(GAP) + padded(cells[index] ?? "", columnWidth, column.align === "left" ? "right" : "left"),
    );
    return `${padded(name, names.width, "right")}${numbers.join("")}${bar === "" ? "" : `  ${bar}`}`.trimEnd();
  };
  const body = (index: number, emphasis: (text: string) => string): string[] => {
    const nameLines = wrap(names.texts[index] ?? "", names.width);
    return nameLines.map((name, part) =>
      emphasis(
        part < nameLines.length - 1
          ? line(name, [])
          : line(
              name,
              columns.map((column) => column.texts[index] ?? ""),
              bars?.[index] ?? "",
            ),
      ),
    );
  };
  const ruleWidth = Math.min(width, used + (bars === null ? 0 : GAP + barWidth));
  const rule = style.dim("─".repeat(ruleWidth));
  const height = Math.max(names.head.length, ...columns.map((column) => column.head.length));
  // A head of fewer lines stands at the top, as its title would.
  const heads = Array.from({ length: height }, (_, row) => {
    const of = (column: ColumnText) => column.head[row] ?? "";
    return line(of(names), columns.map(of));
  });
  const hasTotal = total !== null && columns.some((column) => (column.texts[rows.length] ?? "").trim() !== "");
  const asIs = (text: string) => text;
  const apart = rows.findIndex((row) => row.apart === true);
  return [
    ...heads.map(style.dim),
    rule,
    ...rows.flatMap((_, index) => [...(index === apart && index > 0 ? [rule] : []), ...body(index, asIs)]),
    ...(hasTotal ? [rule, ...body(rows.length, style.bold)] : []),
  ];
}

function barsOf(rows: readonly Row[], index: number, width: number): string[] {
  const values = rows.map((row) => row.cells[index]?.value ?? 0);
  const largest = Math.max(0, ...values);
  return values.map((value) => barOf(largest === 0 ? 0 : value / largest, width));
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A bar of `share` of the width, to an eighth of a column; what is more than nothing shows. */
export function barOf(share: number, width: number): string {
  const eighths = Math.max(share > 0 ? 1 : 0, Math.round(share * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
