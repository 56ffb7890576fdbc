/** Edits of YAML's indented lines. Each answers null where the lines are not set one entry below the other. */
import type { Setting } from "./edit-brackets.ts";
import { reorderEntries } from "./edit-brackets.ts";
import type { PlainValue } from "./plan-edit.ts";
import { indentAt, isFirstOnLine, lineEnd, lineStart, type Splice } from "./splice.ts";
import { inLine, inLines, memberLines, yamlDialect } from "./write-value.ts";
import type { Entry, Written } from "./written.ts";

/** `value` in the place of the one that `entry` has. In brackets on the entry's own line when `short`. */
export function setInLines({ text, style }: Setting, entry: Entry, value: PlainValue, short: boolean): Splice | null {
  if (entry.mark === null) return null;
  const newline = style.newline ?? "\n";
  const column = entry.from - lineStart(text, entry.from);
  const isItem = entry.keySpan === null;
  const inner = " ".repeat(column) + (isItem ? "  " : style.unit);
  const lines = short ? null : inLines(value, style, inner);
  const line = inLine(value, yamlDialect, style);
  const old = entry.value;
  if (old === null) {
    if (lines !== null && !isItem) return { from: entry.mark, to: entry.mark, text: below(lines, inner, newline) };
    return { from: entry.mark, to: entry.mark, text: ` ${lines?.join(newline) ?? line}` };
  }
  const gap = text.slice(entry.mark, old.from);
  const isBelow = gap.includes("\n");
  if (lines !== null && isBelow) {
    const start = lineEnd(text, Math.max(entry.mark, text.lastIndexOf("\n", old.from - 1) - 1));
    return { from: start, to: old.to, text: below(lines, inner, newline) };
  }
  if (lines !== null) {
    if (isItem) return { from: old.from, to: old.to, text: lines.join(newline) };
    const props = gap.trim();
    return { from: entry.mark, to: old.to, text: (props === "" ? "" : ` ${props}`) + below(lines, inner, newline) };
  }
  const isLines = old.layout === "lines" && old.shape !== "other";
  if (!isBelow || !isLines) return { from: old.from, to: old.to, text: line };
  // The value goes up to its key's line; comments between the two follow it.
  const comments = gap
    .split(/\r?\n/)
    .map((part) => part.slice(Math.max(0, part.indexOf("#"))))
    .filter((part) => part.startsWith("#"))
    .map((comment, index) => (index === 0 && hasCommentOnFirstLine(gap) ? ` ${comment}` : newline + inner + comment));
  return { from: entry.mark, to: old.to, text: ` ${line}${comments.join("")}` };
}

/** A new member (with `key`) or item as the `at`-th of `node`. */
export function addInLines(
  { text, style }: Setting,
  node: Written,
  at: number,
  key: string | null,
  value: PlainValue,
): Splice | null {
  const newline = style.newline ?? "\n";
  const entries = node.entries();
  const [first] = entries;
  if (first === undefined) return null;
  const indent = " ".repeat(first.from - lineStart(text, first.from));
  const added = key === null ? itemLines(value, style, indent) : memberLines(key, value, style, indent);
  const before = entries[at - 1];
  if (before === undefined) return { from: first.from, to: first.from, text: added.join(newline) + newline + indent };
  const end = lineEnd(text, before.to);
  return { from: end, to: end, text: newline + indent + added.join(newline) };
}

/** `node` without its `index`-th entry, which is not the only one. */
export function removeInLines({ text }: Setting, node: Written, index: number): Splice | null {
  const entries = node.entries();
  const entry = entries[index];
  const next = entries[index + 1];
  if (entry === undefined || entries.length < 2) return null;
  const end = lineEnd(text, entry.to);
  if (isFirstOnLine(text, entry.from)) {
    const start = lineStart(text, entry.from);
    const after = text.indexOf("\n", end);
    if (after >= 0) return { from: start, to: after + 1, text: "" };
    return {
      from: Math.max(0, start > 1 && text.charAt(start - 2) === "\r" ? start - 2 : start - 1),
      to: text.length,
      text: "",
    };
  }
  if (next === undefined) return null;
  // The first key after a dash: the next one takes its place, unless comments stand between them.
  const isCommented = text.slice(end, next.from).includes("#");
  return { from: entry.from, to: isCommented ? entry.to : next.from, text: "" };
}

/**
 * The entries of `node` in another order. A comment on an entry's line, and comment lines right above it, go with it; empty
 * lines stay where they are.
 */
export function reorderLines({ text }: Setting, node: Written, order: readonly number[]): Splice | null {
  const entries = node.entries();
  if (!entries.every((entry) => isFirstOnLine(text, entry.from))) {
    const whole = entries.map((entry) => ({ ...entry, to: lineEnd(text, entry.to) }));
    return reorderEntries(text, { ...node, entries: () => whole }, order);
  }
  let floor = 0;
  const blocks = entries.map((entry) => {
    const from = commentsAbove(text, entry, floor);
    const to = lineEnd(text, entry.to);
    floor = to;
    return { ...entry, from, to };
  });
  return reorderEntries(text, { ...node, entries: () => blocks }, order);
}

/** Where the comment lines right above `entry` begin that are indented as it is; not above `floor`. */
function commentsAbove(text: string, entry: Entry, floor: number): number {
  const indent = indentAt(text, entry.from);
  let start = lineStart(text, entry.from);
  while (start > floor) {
    const above = lineStart(text, start - 1);
    if (above < floor || !text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return start;
}

const below = (lines: readonly string[], inner: string, newline: string): string =>
  newline + inner + lines.join(newline);

function itemLines(value: PlainValue, style: Setting["style"], indent: string): string[] {
  const [first = "", ...rest] = inLines(value, style, `${indent}  `) ?? [inLine(value, yamlDialect, style)];
  return Array.isArray(value) ? [`- ${inLine(value, yamlDialect, style)}`] : [`- ${first}`, ...rest];
}

const hasCommentOnFirstLine = (gap: string): boolean => /^[^\n]*#/.test(gap);
