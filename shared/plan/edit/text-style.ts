/** How the author of a text sets it, so that what is added looks like the rest. */

export interface TextStyle {
  /** "\n" or "\r\n"; null for a text in one line, which stays one. */
  readonly newline: string | null;
  /** One step of indentation. */
  readonly unit: string;
  /** What stands between a key and its value in brackets, and after a comma. */
  readonly colon: ": " | ":";
  readonly comma: ", " | ",";
  /** What stands inside the braces of an object in one line. */
  readonly padding: " " | "";
}

/** The longest line that is written where it can be broken. */
export const LINE_WIDTH = 120;

/** Enough of a text to know its style by: objects in one line often come late. */
const LOOKED_AT = 20_000;

export function textStyle(text: string, isJson: boolean): TextStyle {
  const start = text.slice(0, LOOKED_AT);
  const newline = /\r?\n/.exec(start)?.[0] ?? null;
  const inOneLine = isJson && newline === null;
  const tight = inOneLine && /":[^\s]/.test(start);
  return {
    newline: inOneLine ? null : (newline ?? "\n"),
    unit: indentUnit(start, isJson),
    colon: tight ? ":" : ": ",
    comma: tight ? "," : ", ",
    padding: /\{ +\S/.test(start) || (isJson && !/\{["']/.test(start)) ? " " : "",
  };
}

/** The smallest indentation that the text has: a tab, or so many spaces. */
function indentUnit(text: string, isJson: boolean): string {
  let smallest: string | null = null;
  for (const [, indent = ""] of text.matchAll(/\n([ \t]+)[^\s]/g)) {
    if (indent.startsWith("\t")) return isJson ? "\t" : "  ";
    if (smallest === null || indent.length < smallest.length) smallest = indent;
  }
  return smallest ?? "  ";
}
