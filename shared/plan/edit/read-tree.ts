/** The lenient view of a draft: what its text holds, whatever it is, for the forms that show and change it. */
import type { DocumentPath, PlanFault } from "../fault.ts";
import { listFaults } from "../faults/place.ts";
import { lineIndex } from "../text/lines.ts";
import { readText } from "../text/read-text.ts";
import { nodeAt, type SourceNode } from "../text/source.ts";
import { valueAt } from "../value-at.ts";

/** A text as read. */
export interface PlanTree {
  /** Plain data; undefined where a value of the text cannot be read, null when nothing of the text can. */
  readonly value: unknown;
  /** Faults of the text itself; those of a plan are `readPlan`'s. */
  readonly faults: readonly PlanFault[];
  /** The values with their places in the text, and objects in the order of the text; null when it cannot be read. */
  readonly root: SourceNode | null;
}

/**
 * Reads `text` as far as it can be read, as JSON or YAML.
 *
 * @example readTree('{"title": 12}').value // {title: 12}
 */
export function readTree(text: string): PlanTree {
  const read = readText(text);
  const faults = (read.ok ? read.value.faults : read.error).slice();
  const listed = faults.length === 0 ? [] : listFaults(faults, lineIndex(text));
  return read.ok
    ? { value: read.value.root.value, faults: listed, root: read.value.root }
    : { value: null, faults: listed, root: null };
}

/** The items of the list at `path`; none where no list stands. */
export function listAt(value: unknown, path: DocumentPath): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

/** The text at `path`; null where no text stands. */
export function textAt(value: unknown, path: DocumentPath): string | null {
  const text = valueAt(value, path);
  return typeof text === "string" ? text : null;
}

/** The number at `path`; null where no number stands. */
export function numberAt(value: unknown, path: DocumentPath): number | null {
  const number = valueAt(value, path);
  return typeof number === "number" ? number : null;
}

/**
 * Names and values of the object at `path` in the order of the text, which a JavaScript object does not keep for names that are
 * whole numbers; none where no object stands.
 *
 * @example recordEntries(readTree('{"counts": {"b": 1, "8": 2}}'), ["counts"]) // [["b", 1], ["8", 2]]
 */
export function recordEntries(tree: PlanTree, path: DocumentPath): readonly (readonly [key: string, value: unknown])[] {
  if (tree.root === null) return [];
  const { node, steps } = nodeAt(tree.root, path);
  if (steps !== path.length || node.members === null) return [];
  return [...node.members].map(([key, member]) => [key, member.value]);
}

/** Where the value at `path` stands in the text; null where the text has none. */
export function spanAt(tree: PlanTree, path: DocumentPath): { readonly from: number; readonly to: number } | null {
  if (tree.root === null) return null;
  const { node, steps } = nodeAt(tree.root, path);
  return steps === path.length ? { from: node.from, to: node.to } : null;
}
