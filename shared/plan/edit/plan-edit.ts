/** Small changes of a plan's text, as the forms make them. */
import type { DocumentPath, PlanFault } from "../fault.ts";

/** What a text can hold: plain data. What a person has half typed is a string. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * One change. Paths are those of the text as the edits before have left it.
 *
 * - `set` puts a value at `path`, over the one that is there or as a new one at the end; parents that are missing (or null)
 *   are made: objects for names, lists for the index 0.
 * - `remove` takes a member or an item out.
 * - `insert` puts an item into the list at `path`, so that it stands at `at`; `move` takes the item `from` out and puts it in
 *   so that it stands at `to`.
 * - `rename` gives the member `from` of the object at `path` another name, at the place where it stands; `moveKey` moves the
 *   member `key` so that it is the `to`-th from 0; `insertKey` puts a new member in as the `at`-th.
 */
export type PlanEdit =
  | { readonly op: "set"; readonly path: DocumentPath; readonly value: PlainValue }
  | { readonly op: "remove"; readonly path: DocumentPath }
  | { readonly op: "insert"; readonly path: DocumentPath; readonly at: number; readonly value: PlainValue }
  | { readonly op: "move"; readonly path: DocumentPath; readonly from: number; readonly to: number }
  | { readonly op: "rename"; readonly path: DocumentPath; readonly from: string; readonly to: string }
  | { readonly op: "moveKey"; readonly path: DocumentPath; readonly key: string; readonly to: number }
  | {
      readonly op: "insertKey";
      readonly path: DocumentPath;
      readonly key: string;
      readonly at: number;
      readonly value: PlainValue;
    };

/** Why a text was not edited; it is as it was then. */
export type EditFault =
  /** The text as a whole cannot be read, so there are no places in it. */
  | { readonly why: "unreadable"; readonly faults: readonly PlanFault[] }
  /** The text has no such place, or not of the kind that the edit needs. */
  | { readonly why: "noSuchPlace"; readonly path: DocumentPath }
  /** The object at `path` has a member of that name already, or may not have one. */
  | { readonly why: "keyTaken"; readonly path: DocumentPath; readonly key: string }
  /** What surrounds the place is written in a way that only its author can take apart. */
  | { readonly why: "writtenOddly"; readonly path: DocumentPath };
