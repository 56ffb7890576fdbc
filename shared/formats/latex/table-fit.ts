/** How a table fits between the margins of a page: the size of its letters, the lines of its heads, columns that break. */
import { textWidth } from "./text-width.ts";

export interface FitColumn {
  readonly title: string;
  /** In brackets, after the title or below it; empty when there is none. */
  readonly unit: string;
  readonly align: "left" | "right";
  /** Its cells as they read, and that of the total, which is bold. */
  readonly texts: readonly string[];
  readonly bold: string;
}

export interface TableFit {
  /** The command that sets the size. */
  readonly size: string;
  /** Space on either side of a column, in pt. */
  readonly gap: number;
  /** What stands between the braces of the environment. */
  readonly columns: string;
  /** Heads, a line each. */
  readonly heads: readonly (readonly string[])[];
}

/** A4 less 2.2 cm on both sides is 472 pt; something is kept for widths that are estimated. */
const PAGE = 462;

/** Sizes in pt with what small letters are relatively wider, the space beside a column, the narrowest that words may be broken to. */
const SIZES = [
  { points: 9.25, gap: 6, size: "\\small", comfort: 8 },
  { points: 8.5, gap: 4, size: "\\footnotesize", comfort: 8 },
  { points: 8, gap: 3, size: "\\scriptsize", comfort: 0 },
] as const;

/** How wide a head may be before it is broken into lines: as it comes, and ever narrower. */
const HEAD_WIDTHS = [Number.POSITIVE_INFINITY, 10, 8, 7, 6, 5, 4, 0];

/**
 * The largest letters with which the columns stand beside each other: with heads on one line, with heads on several, with words
 * that break. A table of more numbers than the smallest letters allow is wider than the page.
 */
export function fitTable(columns: readonly FitColumn[]): TableFit {
  const bodies = columns.map(({ texts, bold }) => Math.max(widest(texts), BOLD * textWidth(bold)));
  const least = columns.map(({ texts, bold, title, unit }) =>
    Math.max(widest([...texts, title, `(${unit})`].flatMap(wordsOf)), BOLD * widest(wordsOf(bold))),
  );
  const headsWithin = (limits: readonly number[]) =>
    columns.map((column, index) => headLines(column, limits[index] ?? 0));
  const withHeads = (heads: readonly (readonly string[])[]) =>
    bodies.map((body, index) => Math.max(body, widest(heads[index] ?? [])));
  const letters = ({ align }: FitColumn) => (align === "left" ? "l" : "r");

  for (const { points, gap, size, comfort } of SIZES) {
    const room = PAGE / points - (2 * gap * columns.length) / points;
    for (const headWidth of HEAD_WIDTHS) {
      const heads = headsWithin(bodies.map((body) => Math.max(body, headWidth)));
      if (sum(withHeads(heads)) <= room) return { size, gap, columns: columns.map(letters).join(""), heads };
    }
    const full = withHeads(headsWithin(bodies));
    const cap = capFor(full, least, room);
    if (cap < comfort) continue;
    const limits = full.map((width, index) => Math.min(width, Math.max(cap, least[index] ?? 0)));
    const specs = columns.map((column, index) => {
      const limit = limits[index] ?? 0;
      if ((bodies[index] ?? 0) <= limit) return letters(column);
      const side = column.align === "left" ? "\\raggedright" : "\\raggedleft";
      return `>{${side}\\arraybackslash}p{${Math.floor(limit * points)}pt}`;
    });
    return { size, gap, columns: specs.join(""), heads: headsWithin(limits) };
  }
  throw new RangeError("the smallest letters take every table");
}

/** Bold letters are so much wider. */
const BOLD = 1.15;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));

/** A longer one is broken at its signs. */
const LONGEST_WORD = 24;
const wordsOf = (text: string): string[] => text.split(" ").map((word) => word.slice(0, LONGEST_WORD));

/** The head on one line if it is no wider than that; else its words on several, the unit on lines of its own. */
function headLines({ title, unit }: FitColumn, width: number): string[] {
  const whole = unit === "" ? title : `${title} (${unit})`;
  if (textWidth(whole) <= width) return [whole];
  return [title, ...(unit === "" ? [] : [`(${unit})`])].flatMap((text) => {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1) ?? ""} ${word}`;
      if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

/** The width that no column may be wider than but for its longest word, so that all stand in the room. */
function capFor(full: readonly number[], least: readonly number[], room: number): number {
  let [low, high] = [0, Math.max(...full)];
  for (let step = 0; step < 40; step++) {
    const cap = (low + high) / 2;
    const taken = sum(full.map((width, index) => Math.max(Math.min(width, cap), Math.min(width, least[index] ?? 0))));
    if (taken <= room) low = cap;
    else high = cap;
  }
  return low;
}
