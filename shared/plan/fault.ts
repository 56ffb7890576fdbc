/** What is wrong with a plan document, said so that its author can mend it. */

/** Steps from the document's root: keys and indices. */
export type DocumentPath = readonly (string | number)[];

/** A fault before it is placed in the text. */
export interface Fault {
  readonly path: DocumentPath;
  /** True when the key itself is wrong, not its value: the place is then the key. */
  readonly atKey?: boolean;
  /** What is wrong, one plain sentence without a full stop: "The lowest value is above the likely one". */
  readonly message: string;
  /** The offending value as it stands; undefined when something is missing. */
  readonly value?: unknown;
  /** What is allowed instead. */
  readonly allowed: string;
  /** What to do about it, a sentence; null when `allowed` says it all. */
  readonly hint?: string | null;
  /** What to write in its place, when one answer is likely: JSON for a value, the bare name for a key. */
  readonly suggestion?: string | null;
}

/** A fault with its place in the text. Lines and columns count from 1. */
export interface PlanFault {
  /** As `experiments[2].sweeps[0].axes["model.width"][3]`; empty for the document as a whole. */
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** The value as text, shortened; null when something is missing. */
  readonly value: string | null;
  readonly allowed: string;
  readonly hint: string | null;
  /** An edit of the text that would mend it: characters `from` to `to` become `text`. */
  readonly edit: { readonly from: number; readonly to: number; readonly text: string } | null;
}
