/** Values as text: JSON and YAML's brackets, in one line where they fit, and YAML's indented lines. */
import { inOneLine, laidOut, nesting, type Piece } from "./layout.ts";
import type { PlainValue } from "./plan-edit.ts";
import { LINE_WIDTH, type TextStyle } from "./text-style.ts";

/** How words and numbers are written, and keys: all that JSON and YAML's brackets differ in. */
export interface Dialect {
  readonly text: (value: string) => string;
  readonly key: (value: string) => string;
}

export const jsonDialect: Dialect = { text: quoted, key: quoted };
export const yamlDialect: Dialect = { text: plainOrQuoted, key: plainOrQuoted };

/** `value` in brackets, as it would stand at `column` of a line that is indented by `indent`. */
export const inBrackets = (
  value: PlainValue,
  dialect: Dialect,
  style: TextStyle,
  indent: string,
  column: number,
): string => laidOut(pieceFor(value, dialect), style, indent, column);

/** `value` in brackets in one line, however long. */
export const inLine = (value: PlainValue, dialect: Dialect, style: TextStyle): string =>
  inOneLine(pieceFor(value, dialect), style);

function pieceFor(value: PlainValue, dialect: Dialect): Piece {
  if (isList(value)) return { kind: "array", items: value.map((item) => pieceFor(item, dialect)) };
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => [dialect.key(key), pieceFor(member, dialect)] as const,
    );
    return { kind: "object", members };
  }
  return { kind: "leaf", text: scalarText(value, dialect), isNumber: typeof value === "number" };
}

/** Levels of brackets that one line of YAML may have. */
const MOST_NESTED = 3;

/** Lines of YAML for `value` where brackets would be hard to read: each without its newline, the first without `indent`. */
export function inLines(value: PlainValue, style: TextStyle, indent: string): string[] | null {
  if (typeof value !== "object" || value === null) return null;
  const line = inLine(value, yamlDialect, style);
  if (line === "{}" || line === "[]") return null;
  if (indent.length + line.length <= LINE_WIDTH && nesting(pieceFor(value, yamlDialect)) <= MOST_NESTED) return null;
  if (isList(value)) {
    if (value.every((item) => typeof item !== "object")) return null;
    return value.flatMap((item, index) => {
      const [first = "", ...rest] = inLines(item, style, `${indent}  `) ?? [inLine(item, yamlDialect, style)];
      const start = `${index === 0 ? "" : indent}- `;
      // A list in a list would need a second dash on the line.
      return Array.isArray(item) ? [start + inLine(item, yamlDialect, style)] : [start + first, ...rest];
    });
  }
  return Object.entries(value).flatMap(([name, member], index) => {
    const [first = "", ...rest] = memberLines(name, member, style, indent);
    return [(index === 0 ? "" : indent) + first, ...rest];
  });
}

/** The lines of one member; the first without `indent`. */
export function memberLines(name: string, value: PlainValue, style: TextStyle, indent: string): string[] {
  const inner = indent + style.unit;
  const lines = inLines(value, style, inner);
  const key = plainOrQuoted(name);
  if (lines === null) return [`${key}: ${inLine(value, yamlDialect, style)}`];
  const [first = "", ...rest] = lines;
  return [`${key}:`, inner + first, ...rest];
}

/**
 * A number as people write it: with an exponent where that is shorter, and it is large or small.
 *
 * `numberText(3.5e14)` is `3.5e14`, of 50000 `50000`, of 0.00001 `1e-5`. What is no number is written as the word for it.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value));
  if (Object.is(value, -0)) return "-0";
  const plain = String(value).replace("e+", "e");
  const size = Math.abs(value);
  if (size >= LEAST_LARGE || (size < MOST_SMALL && size > 0)) {
    const exponential = value.toExponential().replace("e+", "e");
    return exponential.length < plain.length ? exponential : plain;
  }
  return plain;
}

const LEAST_LARGE = 1e9;
const MOST_SMALL = 1e-3;

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

function scalarText(value: string | number | boolean | null, dialect: Dialect): string {
  if (typeof value === "string") return dialect.text(value);
  return typeof value === "number" ? numberText(value) : String(value);
}

/** JSON's quotes, which YAML reads, too. What JSON leaves as it is but a plan's reader or YAML would not take is escaped. */
export function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Words that YAML, or people, take for something else. */
const MEANS_MORE = /^(?:true|false|null|yes|no|on|off)$/i;
const PLAIN = /^[\p{L}_](?:[\p{L}\p{N}_ ./()%+'-]*[\p{L}\p{N}_./()%+'-])?$/u;

/** A text that YAML reads as itself without quotes, or in quotes. */
export function plainOrQuoted(value: string): string {
  return PLAIN.test(value) && !MEANS_MORE.test(value) ? value : quoted(value);
}

/** How this program sets a plan that it writes itself, as its templates are. */
const OWN_STYLE: TextStyle = { newline: "\n", unit: "  ", colon: ": ", comma: ", ", padding: " " };

/** `value` as a document of its own in JSON. */
export const jsonText = (value: PlainValue): string => `${inBrackets(value, jsonDialect, OWN_STYLE, "", 0)}\n`;
