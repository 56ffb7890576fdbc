/** The undo list: what each step took away and put in, so that 200 steps of a large plan stay small. Pure. */
import {
  applyDifference,
  reversed,
  type TextDifference,
  textDifference,
} from "../../shared/plan/edit/text-difference.ts";

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
  const start = last === undefined ? null : applyDifference(before, reversed(last));
  const earlier = start === null ? history.done : history.done.slice(0, -1);
  const difference = textDifference(start ?? before, after);
  const isNothing = difference.removed === difference.inserted;
  return { done: isNothing ? earlier : [...earlier, difference].slice(-MOST_STEPS), undone: [] };
}

/** The text and history one step back; null where there is none. */
export function undone(history: History, text: string): { readonly text: string; readonly history: History } | null {
  const last = history.done.at(-1);
  const before = last === undefined ? null : applyDifference(text, reversed(last));
  if (last === undefined || before === null) return null;
  return {
    text: before,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
  };
}

/** The text and history one step forward again; null where there is none. */
export function redone(history: History, text: string): { readonly text: string; readonly history: History } | null {
  const last = history.undone.at(-1);
  const after = last === undefined ? null : applyDifference(text, last);
  if (last === undefined || after === null) return null;
  return {
    text: after,
    history: { done: [...history.done, last], undone: history.undone.slice(0, -1) },
  };
}
