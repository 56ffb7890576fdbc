/** A document's text as read: plain values, each with the characters that wrote it. */
import type { DocumentPath } from "../fault.ts";

/** Characters `from` (included) to `to` (excluded) of the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A value and where it was written. */
export interface SourceNode extends Span {
  /** Plain data; undefined where the text held something that is no value, which has a fault of its own. */
  readonly value: unknown;
  /** The key it stands under, in a mapping. */
  readonly key: Span | null;
  readonly members: ReadonlyMap<string, SourceNode> | null;
  readonly items: readonly SourceNode[] | null;
}

/** A fault with its characters instead of its line: what readers and checks hand on, to be sorted by place. */
export interface PlacedFault {
  readonly path: DocumentPath;
  /** Null for a fault of the text as a whole. */
  readonly at: Span | null;
  readonly message: string;
  readonly value: string | null;
  readonly allowed: string;
  readonly hint: string | null;
  readonly edit: { readonly from: number; readonly to: number; readonly text: string } | null;
}

/** What was read, and what of it could not be: faults that leave the rest readable. */
export interface Reading {
  readonly root: SourceNode;
  readonly faults: readonly PlacedFault[];
}

/** The deepest nesting that is read; a plan needs less than half of it. */
export const MAX_DEPTH = 40;

/** Values of all kinds that one document may hold: several times what a plan of the greatest size has. */
export const MAX_VALUES = 100_000;

/** The node at `path`, or the nearest one above it that the text has, with how many steps of the path were found. */
export function nodeAt(root: SourceNode, path: DocumentPath): { readonly node: SourceNode; readonly steps: number } {
  let node = root;
  for (const [steps, step] of path.entries()) {
    const next = typeof step === "number" ? node.items?.[step] : node.members?.get(step);
    if (next === undefined) return { node, steps };
    node = next;
  }
  return { node, steps: path.length };
}
