/**
 * Edits of a plan's text: the draft is the text, and a form changes it as a careful person would, with everything else left as
 * it stands.
 */
import type { Document } from "yaml";
import { err, ok, type Result } from "../../lib/result.ts";
import type { DocumentPath } from "../fault.ts";
import { listFaults } from "../faults/place.ts";
import { lineIndex } from "../text/lines.ts";
import { readAs, readText } from "../text/read-text.ts";
import type { Reading } from "../text/source.ts";
import { readYamlTree } from "../text/yaml-reader.ts";
import { memberOf } from "../value-at.ts";
import { addInBrackets, removeInBrackets, reorderEntries, type Setting, setInBrackets } from "./edit-brackets.ts";
import { addInLines, removeInLines, reorderLines, setInLines } from "./edit-lines.ts";
import { editValue, isIndex, moved, wrap } from "./edit-value.ts";
import { narrowed } from "./narrowed.ts";
import { ownCopies } from "./own-copies.ts";
import type { EditFault, PlainValue, PlanEdit } from "./plan-edit.ts";
import { sameValue } from "./same-value.ts";
import { type Splice, spliced } from "./splice.ts";
import { type TextStyle, textStyle } from "./text-style.ts";
import { inBrackets, jsonDialect, plainOrQuoted, quoted, yamlDialect } from "./write-value.ts";
import { type Entry, entryAt, type Written, writtenJson } from "./written.ts";
import { writtenYaml } from "./yaml-written.ts";

/**
 * `text` after `edits`, one after the other; as it was when one of them cannot be made. JSON stays JSON and YAML stays YAML, with its
 * comments. Only the characters of the edited places change: numbers, quotes, line ends and empty lines elsewhere stay.
 *
 * An edit never reaches further than its path shows: a value that YAML's aliases repeat elsewhere is written out there first.
 *
 * @example editText('{"a": 1e3, "b": [1]}', [{ op: "set", path: ["b", 1], value: 2 }]) // {ok: true, value: '{"a": 1e3, "b": [1, 2]}'}
 */
export function editText(text: string, edits: readonly PlanEdit[]): Result<string, EditFault> {
  let edited = text;
  for (const edit of edits) {
    const next = editOnce(edited, edit);
    if (!next.ok) return next;
    edited = next.value;
  }
  return ok(edited);
}

/** A text that was read, and its tree if it is YAML. */
interface Opened {
  readonly reading: Reading;
  readonly document: Document.Parsed | null;
}

function open(text: string): Result<Opened, EditFault> {
  const opened = readAs<Opened>(
    text,
    (yaml) => readYamlTree(yaml, true),
    (reading) => ({ reading, document: null }),
  );
  return opened.ok ? opened : err({ why: "unreadable", faults: listFaults(opened.error, lineIndex(text)) });
}

function editOnce(text: string, edit: PlanEdit): Result<string, EditFault> {
  const opened = open(text);
  if (!opened.ok) return opened;
  const { reading, document } = opened.value;
  const before = reading.root.value;
  const after = editValue(before, edit);
  if (!after.ok) return after;
  const [first, ...rest] = narrowed(before, edit);
  if (first === undefined) return ok(text);
  if (first !== edit || rest.length > 0) return editText(text, [first, ...rest]);

  const style = textStyle(text, document === null);
  if (document === null) {
    const setting: Setting = { text, dialect: jsonDialect, style };
    const splice = spliceFor(setting, writtenJson(reading.root), edit, false);
    return splice === null ? odd(edit) : ok(spliced(text, [splice]));
  }
  return editYaml(text, { reading, document }, style, edit, after.value);
}

const odd = (edit: PlanEdit): Result<string, EditFault> => err({ why: "writtenOddly", path: edit.path });

/**
 * As `editOnce` for YAML, where one cannot be sure of what a change of characters does before it is read again. If it does not read
 * as meant, what surrounds the place is written anew in brackets, as little of it as possible.
 */
function editYaml(
  text: string,
  { reading, document }: Opened & { readonly document: Document.Parsed },
  style: TextStyle,
  edit: PlanEdit,
  after: unknown,
): Result<string, EditFault> {
  const copies = ownCopies(document, edit, style);
  if (copies.length > 0) return editOnce(spliced(text, copies), edit);
  if (document.contents === null) return odd(edit);
  const root = writtenYaml(document.contents, text);
  // YAML wants what stands in brackets over several lines to be indented by its surroundings: one line always fits.
  const setting: Setting = { text, dialect: yamlDialect, style: { ...style, newline: null } };
  const attempts = [() => spliceFor({ ...setting, style }, root, edit, false)];
  // What the reader has refused would be lost.
  for (let depth = reading.faults.length > 0 ? -1 : edit.path.length; depth >= 0; depth--) {
    const path = edit.path.slice(0, depth);
    attempts.push(() => {
      const value = path.reduce(memberOf, after);
      return isPlain(value) ? spliceFor(setting, root, { op: "set", path, value }, true) : null;
    });
  }
  for (const attempt of attempts) {
    const splice = attempt();
    if (splice === null) continue;
    const edited = spliced(text, [splice]);
    const read = readText(edited);
    if (read.ok && sameValue(read.value.root.value, after)) return ok(edited);
  }
  return odd(edit);
}

/** Whether all of `value` could be read, so that it can be written again. */
function isPlain(value: unknown): value is PlainValue {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isPlain);
  return value !== undefined;
}

/** The one change of `setting.text` that makes `edit`, of which is known that it can be made. */
function spliceFor(setting: Setting, root: Written, edit: PlanEdit, isShort: boolean): Splice | null {
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
  return { from: root.from, to: root.to, text: inBrackets(value, setting.dialect, setting.style, "", 0) };
}

function setEntry(setting: Setting, node: Written, entry: Entry, value: PlainValue, isShort: boolean): Splice | null {
  const kept = typeof value === "string" ? keptQuotes(setting, entry, value) : null;
  if (kept !== null) return kept;
  return node.layout === "brackets" ? setInBrackets(setting, entry, value) : setInLines(setting, entry, value, isShort);
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
  return addInBrackets(isYaml ? inOneLine(setting) : setting, node, at, key, value);
}

const inOneLine = (setting: Setting): Setting => ({ ...setting, style: { ...setting.style, newline: null } });

function reorder(setting: Setting, node: Written, from: number, to: number): Splice | null {
  const order = moved([...node.entries().keys()], from, to);
  return node.layout === "lines" ? reorderLines(setting, node, order) : reorderEntries(setting.text, node, order);
}

function nodeAt(root: Written, path: DocumentPath): Written | null {
  let node: Written | null = root;
  for (const step of path) node = node === null ? null : (entryAt(node, step)?.value ?? null);
  return node;
}
