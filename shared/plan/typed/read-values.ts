/** Lists of values as people type or paste them: a column of a spreadsheet, a line with commas, a range. */
import { err, ok } from "../../lib/result.ts";
import { exact } from "../../units/format/exact.ts";
import { readNumber, type Typed } from "./read-number.ts";
import { looksLikeRange, MOST_VALUES, readRange } from "./value-range.ts";

export type TypedValue = number | string | boolean;

/** The longest name that a value may have. */
const LONGEST = 200;

const DECIMAL_COMMA = /^[+-]?(\d+),(\d+)$/;

/**
 * The values in `text`: one a line, a cell, or between semicolons, else between commas, else, for numbers, between spaces. What reads as a
 * number is one, `true` and `false` are what they say, and everything else, and what stands in double quotes, is a name. A size such as 7B
 * is a name, too, unless the values are known to be `numbers`.
 *
 * @example readValues("128, 256, 512")    // {ok: true, value: [128, 256, 512]}
 * @example readValues("1,000\n2,000")     // {ok: true, value: [1000, 2000]}
 * @example readValues("SGD, Adam, \"8\"") // {ok: true, value: ["SGD", "Adam", "8"]}
 * @example readValues("128…512 ×2")       // {ok: true, value: [128, 256, 512]}
 */
export function readValues(
  text: string,
  { numbers = false }: { readonly numbers?: boolean } = {},
): Typed<TypedValue[]> {
  const cells = cellsOf(text.trim());
  const [only] = cells;
  if (only === undefined) return err("Write at least one value, as 128, 256, 512 or SGD, Adam.");
  if (cells.length > MOST_VALUES) return err("These are more than 10,000 values.");
  if (cells.length === 1 && looksLikeRange(only)) {
    const range = readRange(only);
    // A name may have a hyphen: only what has the marks of a range is told what a range is.
    if (range.ok || /…|\.\./.test(only)) return range;
  }
  const values: TypedValue[] = [];
  for (const cell of cells) {
    const value = valueOfCell(cell, numbers);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

function cellsOf(text: string): string[] {
  const cells = /[\n\r\t;]/.test(text) ? parted(text, /[\n\r\t;]+|, /) : parted(text, /,/);
  const [only] = cells;
  if (cells.length !== 1 || only === undefined) return cells;
  const words = only.split(/\s+/);
  // 1 000 000 is one number, 128 256 512 are three.
  const isGrouped = words.some((word, index) => index > 0 && word.startsWith("0") && /^\d{3}$/.test(word));
  return words.length > 1 && !isGrouped && words.every((word) => readNumber(word).ok) ? words : cells;
}

/** The non-empty parts of `text` between `mark`s that do not stand in double quotes. */
function parted(text: string, mark: RegExp): string[] {
  const cells = [""];
  // Every second part is in quotes.
  for (const [index, part] of text.split(/("(?:[^"]|"")*")/).entries()) {
    const [first = "", ...rest] = index % 2 === 1 ? [part] : part.split(mark);
    cells.push((cells.pop() ?? "") + first, ...rest);
  }
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

function valueOfCell(cell: string, numbers: boolean): Typed<TypedValue> {
  const inQuotes = /^"((?:[^"]|"")*)"$/.exec(cell)?.[1];
  const name = inQuotes?.replaceAll('""', '"') ?? cell;
  if (name.length > LONGEST) return err(`A value has at most 200 characters; this one has ${exact(name.length)}.`);
  if (inQuotes !== undefined) return ok(name);
  if (cell === "true" || cell === "false") return ok(cell === "true");
  const number = readNumber(cell);
  if (number.ok && (numbers || !/[a-df-zA-DF-Z]/.test(cell))) return number;
  if (number.ok) return ok(name);
  return DECIMAL_COMMA.test(cell) ? number : ok(name);
}
