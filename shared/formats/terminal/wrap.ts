/** Breaking words into lines. */
import { displayWidth } from "../../sheet/text/display-width.ts";

/** A space at which no line is broken. */
const FAST = "\u00a0";

/** Binds a number to what belongs to it: its power of ten, its prefix, its per cent. */
const bound = (text: string): string =>
  text.replace(/ × (?=\d)/g, `${FAST}×${FAST}`).replace(/(?<=\d) (?=(?:%|[kMBT]|h)(?:\s|$|[.,;:)]))/g, FAST);

/**
 * Lines of at most `width` columns, broken at spaces; a word that is longer is cut.
 *
 * @example wrap("one two three", 8) // ["one two", "three"]
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of bound(text)
    .split(/ +/)
    .flatMap((one) => cut(one, width))) {
    if (line === "") line = word;
    else if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => one.replaceAll(FAST, " "));
}

/** Lines after the first stand in by `indent` columns. */
export const wrapHanging = (first: string, text: string, width: number, indent: number): string[] =>
  wrap(text, width - indent).map((line, index) => (index === 0 ? first.padEnd(indent) : " ".repeat(indent)) + line);

/** A word in pieces that fit: after its hyphens where it has any, else anywhere. */
function cut(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const [first = "", ...others] = word.split(/(?<=-)/);
  if (others.length > 0) {
    let start = first;
    while (others[0] !== undefined && displayWidth(start + others[0]) <= width) start += others.shift();
    return [...cut(start, width), ...cut(others.join(""), width)];
  }
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (displayWidth(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
