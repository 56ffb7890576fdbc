/** How a text breaks into lines in a spreadsheet, near enough to give its row a height. */
import { displayWidth } from "../../sheet/text/display-width.ts";

/** Letters that the edges of a cell take. */
const EDGES = 1;

/**
 * Lines that a text takes in a cell so many letters wide, broken between words as spreadsheets break it, and within a word
 * that no line holds. Programs that open a file do not all fit the heights of its rows, so that rows say theirs.
 *
 * @example linesIn("Card-hours a run (50,000 steps)", 13) // 3
 */
export const linesIn = (text: string, width: number): number => brokenLines(text, width).length;

/**
 * The text in pieces of at most so many lines, for rows that cannot be higher.
 *
 * @example piecesOf("one two three", 6, 2) // ["one two", "three"]
 */
export function piecesOf(text: string, width: number, most: number): string[] {
  const lines = brokenLines(text, width);
  const pieces = Array.from({ length: Math.ceil(lines.length / most) }, (_, index) =>
    lines.slice(index * most, (index + 1) * most).join(" "),
  );
  return pieces.length === 1 ? [text] : pieces;
}

function brokenLines(text: string, width: number): string[] {
  const room = Math.max(1, width - EDGES);
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ").flatMap((long) => parts(long, room))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && displayWidth(longer) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

/** A word, or what of it fits into a line, again and again. */
function parts(word: string, room: number): string[] {
  if (displayWidth(word) <= room) return [word];
  const all: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && displayWidth(part + letter) > room) {
      all.push(part);
      part = letter;
    } else part += letter;
  }
  return [...all, part];
}
