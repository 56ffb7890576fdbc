/** Edits inside brackets, of JSON and of YAML alike: they touch the member and its comma, and nothing else. */
import type { PlainValue } from "./plan-edit.ts";
import { backOverSpace, indentAt, isFirstOnLine, lineEnd, lineStart, type Splice, skipSpace } from "./splice.ts";
import { LINE_WIDTH, type TextStyle } from "./text-style.ts";
import { type Dialect, inBrackets } from "./write-value.ts";
import type { Entry, Written } from "./written.ts";

/** The text, and how values are written into it. */
export interface Setting {
  readonly text: string;
  readonly dialect: Dialect;
  readonly style: TextStyle;
}

/** What stands between two brackets but belongs to no member is white space, a comma or, in YAML, a comment. */
const COMMENT = /#/;

/** `value` in the place of the one that the entry has. */
export function setInBrackets(setting: Setting, entry: Entry, value: PlainValue): Splice {
  const { text } = setting;
  if (entry.value !== null) {
    const { from, to } = entry.value;
    return { from, to, text: written(setting, value, from) };
  }
  const at = entry.mark ?? entry.to;
  return { from: at, to: at, text: (entry.mark === null ? ": " : " ") + written({ ...setting, text }, value, at) };
}

/** A new member (with `key`) or item as the `at`-th of `node`; null where a comment is in the way. */
export function addInBrackets(
  setting: Setting,
  node: Written,
  at: number,
  key: string | null,
  value: PlainValue,
): Splice | null {
  const { text, dialect, style } = setting;
  const entries = node.entries();
  const [first] = entries;
  const before = entries[at - 1];
  const after = entries[at];
  if (first === undefined) {
    if (COMMENT.test(text.slice(node.from, node.to))) return null;
    return {
      from: node.from,
      to: node.to,
      text: written(setting, key === null ? [value] : { [key]: value }, node.from),
    };
  }
  const start = key === null ? "" : dialect.key(key) + style.colon;
  const isTall = text.slice(node.from, first.from).includes("\n");
  if (isTall) {
    if (!isFirstOnLine(text, first.from)) return null;
    const indent = indentAt(text, first.from);
    const newline = text.charAt(lineEnd(text, node.from)) === "\r" ? "\r\n" : "\n";
    const entry = start + inBrackets(value, dialect, style, indent, indent.length + start.length);
    if (after !== undefined && isFirstOnLine(text, after.from)) {
      return { from: after.from, to: after.from, text: `${entry},${newline}${indent}` };
    }
    if (after !== undefined) return { from: after.from, to: after.from, text: entry + style.comma };
    if (before === undefined) return null;
    const rest = text.slice(before.to, Math.min(lineEnd(text, before.to), node.to - 1));
    const comma = rest.trimStart().startsWith(",") ? "" : ",";
    return COMMENT.test(rest)
      ? { from: before.to, to: before.to + rest.length, text: `${comma}${rest}${newline}${indent}${entry}` }
      : { from: before.to, to: before.to, text: `,${newline}${indent}${entry}` };
  }
  const place = before?.to ?? first.from;
  const entry = start + inBrackets(value, dialect, style, indentAt(text, place), place - lineStart(text, place));
  const line =
    text.slice(lineStart(text, node.from), lineEnd(text, node.to)).length + style.comma.length + entry.length;
  if (line > LINE_WIDTH && style.newline !== null && !text.slice(node.from, node.to).includes("\n")) {
    return broken(setting, node, at, key, value);
  }
  return before === undefined
    ? { from: place, to: place, text: entry + style.comma }
    : { from: place, to: place, text: style.comma + entry };
}

/** `node` without its `index`-th entry. */
export function removeInBrackets({ text }: Setting, node: Written, index: number): Splice | null {
  const entries = node.entries();
  const entry = entries[index];
  if (entry === undefined) return null;
  if (entries.length === 1) {
    const around = text.slice(node.from + 1, entry.from) + text.slice(entry.to, node.to - 1);
    if (!/[^\s,]/.test(around)) return { from: node.from + 1, to: node.to - 1, text: "" };
  }
  const commaBefore = backOverSpace(text, entry.from) - 1;
  if (text.charAt(commaBefore) === ",") return { from: backOverSpace(text, commaBefore), to: entry.to, text: "" };
  const commaAfter = skipSpace(text, entry.to);
  if (text.charAt(commaAfter) !== ",") return { from: entry.from, to: entry.to, text: "" };
  const next = skipSpace(text, commaAfter + 1);
  return { from: entry.from, to: text.charAt(next) === "#" ? commaAfter + 1 : next, text: "" };
}

/** The entries of `node` in another order: `order` has their present positions. What stands between them stays. */
export function reorderEntries(text: string, node: Written, order: readonly number[]): Splice | null {
  const entries = node.entries();
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return null;
  const pieces = order.map((from, slot) => {
    const entry = entries[from];
    const here = entries[slot];
    const next = entries[slot + 1];
    if (entry === undefined || here === undefined) return "";
    return text.slice(entry.from, entry.to) + (next === undefined ? "" : text.slice(here.to, next.from));
  });
  return { from: first.from, to: last.to, text: pieces.join("") };
}

/** `value` as it is written at the character `at`. */
function written({ text, dialect, style }: Setting, value: PlainValue, at: number): string {
  return inBrackets(value, dialect, style, indentAt(text, at), at - lineStart(text, at));
}

/** A container of one line that gets too long: one member a line. What its members hold stays as it is written. */
function broken(
  { text, dialect, style }: Setting,
  node: Written,
  at: number,
  key: string | null,
  value: PlainValue,
): Splice {
  const newline = style.newline ?? "\n";
  const indent = indentAt(text, node.from);
  const inner = indent + style.unit;
  const start = key === null ? "" : dialect.key(key) + style.colon;
  const added = start + inBrackets(value, dialect, style, inner, inner.length + start.length);
  const members = node
    .entries()
    .map((entry) => text.slice(entry.from, entry.to))
    .toSpliced(at, 0, added)
    .map((member) => inner + member);
  const [open, close] = node.shape === "array" ? ["[", "]"] : ["{", "}"];
  return {
    from: node.from,
    to: node.to,
    text: `${open}${newline}${members.join(`,${newline}`)}${newline}${indent}${close}`,
  };
}
