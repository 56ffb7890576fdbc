/** The undo list: what each step took away and put in, so that 200 steps of a large plan stay small. Pure. */
import { applyDifference, type TextDifference, textDifference } from "./interim.ts";

/** Steps that are kept; the oldest fall off. */
const MOST_STEPS = 200;

export interface History {
  /** The newest last. */
  readonly done: readonly TextDifference[];
  readonly undone: readonly TextDifference[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** The history after a change. One that `goesOn` becomes part of the step before it. */
export function recorded(history: History, before: string, after: string, goesOn: boolean): History {
  const last = goesOn ? history.done.at(-1) : undefined;
  const start = last === undefined ? before : applyDifference(before, inverse(last));
  const earlier = last === undefined ? history.done : history.done.slice(0, -1);
  const difference = textDifference(start, after);
  const isNothing = difference.removed === difference.inserted;
  return { done: isNothing ? earlier : [...earlier, difference].slice(-MOST_STEPS), undone: [] };
}

/** The text and history one step back; null where there is none. */
export function undone(history: History, text: string): { readonly text: string; readonly history: History } | null {
  const last = history.done.at(-1);
  if (last === undefined) return null;
  return {
    text: applyDifference(text, inverse(last)),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
  };
}

/** The text and history one step forward again; null where there is none. */
export function redone(history: History, text: string): { readonly text: string; readonly history: History } | null {
  const last = history.undone.at(-1);
  if (last === undefined) return null;
  return {
    text: applyDifference(text, last),
    history: { done: [...history.done, last], undone: history.undone.slice(0, -1) },
  };
}

const inverse = ({ at, removed, inserted }: TextDifference): TextDifference => ({
  at,
  removed: inserted,
  inserted: removed,
});
