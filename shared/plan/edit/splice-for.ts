/** The one change of a text that an edit of it is. */
import type { DocumentPath } from "../fault.ts";
import { addInBrackets, removeInBrackets, reorderEntries, type Setting, setInBrackets } from "./edit-brackets.ts";
import { addInLines, removeInLines, reorderLines, setInLines } from "./edit-lines.ts";
import { isIndex, moved, wrap } from "./edit-value.ts";
import type { PlainValue, PlanEdit } from "./plan-edit.ts";
import type { Splice } from "./splice.ts";
import { inBrackets, plainOrQuoted, quoted, yamlDialect } from "./write-value.ts";
import { type Entry, entryAt, type Written } from "./written.ts";

/** The one change of `setting.text` that makes `edit`, of which is known that it can be made. */
export function spliceFor(setting: Setting, root: Written, edit: PlanEdit, isShort: boolean): Splice | null {
  if (edit.op === "set") return setSplice(setting, root, edit.path, edit.value, isShort);
  if (edit.op === "remove") return removeSplice(setting, root, edit.path);
  const node = nodeAt(root, edit.path);
  if (node === null) return null;
  switch (edit.op) {
    case "insert":
      return add(setting, root, edit.path, node, edit.at, null, edit.value);
    case "insertKey":
      return add(setting, root, edit.path, node, edit.at, edit.key, edit.value);
    case "move":
      return reorder(setting, node, edit.from, edit.to);
    case "moveKey": {
      const from = node.entries().findIndex((entry) => entry.key === edit.key);
      return reorder(setting, node, from, edit.to);
    }
    case "rename": {
      const span = entryAt(node, edit.from)?.keySpan ?? null;
      if (span === null) return null;
      const isQuoted = /["']/.test(setting.text.charAt(span.from));
      return { from: span.from, to: span.to, text: isQuoted ? quoted(edit.to) : setting.dialect.key(edit.to) };
    }
  }
}

function setSplice(
  setting: Setting,
  root: Written,
  path: DocumentPath,
  value: PlainValue,
  isShort: boolean,
): Splice | null {
  let node = root;
  for (const [depth, step] of path.entries()) {
    const rest = path.slice(depth + 1);
    const wrapped = wrap(rest, value);
    const entry = entryAt(node, step);
    if (entry === null) {
      if (wrapped === null) return null;
      const key = typeof step === "string" ? step : null;
      return add(setting, root, path.slice(0, depth), node, node.entries().length, key, wrapped.value);
    }
    const isNull = entry.value === null || (rest.length > 0 && entry.value.shape === "other");
    if (entry.value === null || rest.length === 0 || isNull) {
      return wrapped === null ? null : setEntry(setting, node, entry, wrapped.value, isShort);
    }
    node = entry.value;
  }
  const { dialect, style } = withinBrackets(setting);
  return { from: root.from, to: root.to, text: inBrackets(value, dialect, style, "", 0) };
}

function setEntry(setting: Setting, node: Written, entry: Entry, value: PlainValue, isShort: boolean): Splice | null {
  const kept = typeof value === "string" ? keptQuotes(setting, entry, value) : null;
  if (kept !== null) return kept;
  return node.layout === "brackets"
    ? setInBrackets(withinBrackets(setting), entry, value)
    : setInLines(setting, entry, value, isShort);
}

/** A quoted word stays quoted. */
function keptQuotes({ text }: Setting, entry: Entry, value: string): Splice | null {
  if (entry.value === null || entry.value.shape !== "other") return null;
  const { from, to } = entry.value;
  const mark = text.charAt(from);
  if (mark === '"') return { from, to, text: quoted(value) };
  const fitsSingle = mark === "'" && plainOrQuoted(value.replaceAll("'", "")) === value.replaceAll("'", "");
  return fitsSingle ? { from, to, text: `'${value.replaceAll("'", "''")}'` } : null;
}

function removeSplice(setting: Setting, root: Written, path: DocumentPath): Splice | null {
  const last = path.at(-1);
  const node = nodeAt(root, path.slice(0, -1));
  const entries = node?.entries() ?? [];
  const index = typeof last === "number" ? last : entries.findIndex((entry) => entry.key === last);
  if (node === null || !isIndex(index, entries.length)) return null;
  if (node.layout === "brackets") return removeInBrackets(setting, node, index);
  if (entries.length > 1) return removeInLines(setting, node, index);
  return setSplice(setting, root, path.slice(0, -1), node.shape === "array" ? [] : {}, true);
}

function add(
  setting: Setting,
  root: Written,
  path: DocumentPath,
  node: Written,
  at: number,
  key: string | null,
  value: PlainValue,
): Splice | null {
  if (node.layout === "lines") return addInLines(setting, node, at, key, value);
  const isYaml = setting.dialect === yamlDialect;
  // An empty list or object in YAML has no lines to go by yet: it is written as if it were new.
  if (isYaml && node.entries().length === 0 && path.length > 0) {
    return setSplice(setting, root, path, key === null ? [value] : { [key]: value }, false);
  }
  return addInBrackets(withinBrackets(setting), node, at, key, value);
}

/** YAML wants what stands in brackets over several lines to be indented by its surroundings: one line always fits. */
const withinBrackets = (setting: Setting): Setting =>
  setting.dialect === yamlDialect ? { ...setting, style: { ...setting.style, newline: null } } : setting;

function reorder(setting: Setting, node: Written, from: number, to: number): Splice | null {
  const order = moved([...node.entries().keys()], from, to);
  return node.layout === "lines" ? reorderLines(setting, node, order) : reorderEntries(setting.text, node, order);
}

function nodeAt(root: Written, path: DocumentPath): Written | null {
  let node: Written | null = root;
  for (const step of path) node = node === null ? null : (entryAt(node, step)?.value ?? null);
  return node;
}
