/** Edits of JSON: numbers, line ends and the setting of everything else stay. */
import type { DocumentPath } from "../fault.ts";
import { readJson } from "../text/json-reader.ts";
import { nodeAt, type Reading, type SourceNode } from "../text/source.ts";
import { fitsInLine, laidOut, pieceOf } from "./layout.ts";
import type { PlanEdit } from "./plan-edit.ts";
import { indentAt, lineStart, spliced } from "./splice.ts";
import { spliceFor } from "./splice-for.ts";
import type { TextStyle } from "./text-style.ts";
import { jsonDialect } from "./write-value.ts";
import { writtenJson } from "./written.ts";

/**
 * `text` after `edit`. What stands in one line stays in one line while it fits there; when it fits no more, all of it is set anew, with its
 * words and numbers as they are written.
 */
export function editJson(text: string, { root, faults }: Reading, style: TextStyle, edit: PlanEdit): string | null {
  const path = style.newline === null ? null : pathOfLine(text, root, edit);
  const ownStyle = path === null ? style : { ...style, newline: null };
  const splice = spliceFor({ text, dialect: jsonDialect, style: ownStyle }, writtenJson(root), edit, false);
  if (splice === null) return null;
  const edited = spliced(text, [splice]);
  // Set anew, a key that stands twice would be lost.
  if (path === null || faults.length > 0) return edited;
  const old = nodeAt(root, path).node;
  const column = old.from - lineStart(text, old.from);
  const read = readJson(edited);
  if (!read.ok || !fitsInLine(pieceOf(old, text), style, column)) return edited;
  const now = nodeAt(read.value.root, path).node;
  const piece = pieceOf(now, edited);
  if (fitsInLine(piece, style, column)) return edited;
  const laid = laidOut(piece, style, indentAt(edited, now.from), column);
  return spliced(edited, [{ from: now.from, to: now.to, text: laid }]);
}

/** The place of the outermost list or object in one line that `edit` changes the inside of; null where there is none. */
function pathOfLine(text: string, root: SourceNode, edit: PlanEdit): DocumentPath | null {
  const most = edit.op === "set" || edit.op === "remove" ? edit.path.length - 1 : edit.path.length;
  for (let depth = 0; depth <= most; depth++) {
    const path = edit.path.slice(0, depth);
    const { node, steps } = nodeAt(root, path);
    const size = node.items?.length ?? node.members?.size ?? 0;
    if (steps < depth || size === 0) return null;
    if (!text.slice(node.from, node.to).includes("\n")) return path;
  }
  return null;
}
