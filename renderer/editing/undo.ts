/** The undo list: what each step took away and put in, so that 200 steps of a large plan stay small. Pure. */
import {
  applyDifference,
  reversed,
  type TextDifference,
  textDifference,
} from "../../shared/plan/edit/text-difference.ts";

/** Steps that are kept; the oldest fall off. */
const MOST_STEPS = 200;
/** Characters that all steps together may hold: the list is written to the disk with every change. */
const MOST_CHARACTERS = 2_000_000;

export interface UndoStep extends TextDifference {
  /** What the step did, "Price 2.85 to 3.00 USD"; empty where nothing more than a change of the text is known. */
  readonly words: string;
}

export interface History {
  /** The newest last. */
  readonly done: readonly UndoStep[];
  /** The one to redo first last. */
  readonly undone: readonly UndoStep[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** The history after a change that `words` tell. One that `goesOn` becomes part of the step before it. */
export function recorded(history: History, before: string, after: string, goesOn: boolean, words: string): History {
  const last = goesOn ? history.done.at(-1) : undefined;
  const start = last === undefined ? null : applyDifference(before, reversed(last));
  const earlier = start === null ? history.done : history.done.slice(0, -1);
  const difference = textDifference(start ?? before, after);
  const isNothing = difference.removed === difference.inserted;
  return { done: isNothing ? earlier : bounded([...earlier, { ...difference, words }]), undone: [] };
}

interface Taken {
  readonly text: string;
  readonly history: History;
}

/** The text and history one step back; null where there is none. */
export function undone({ done, undone: back }: History, text: string): Taken | null {
  const last = done.at(-1);
  const before = last === undefined ? null : applyDifference(text, reversed(last));
  if (last === undefined || before === null) return null;
  return { text: before, history: { done: done.slice(0, -1), undone: [...back, last] } };
}

/** The text and history one step forward again; null where there is none. */
export function redone({ done, undone: back }: History, text: string): Taken | null {
  const last = back.at(-1);
  const after = last === undefined ? null : applyDifference(text, last);
  if (last === undefined || after === null) return null;
  return { text: after, history: { done: [...done, last], undone: back.slice(0, -1) } };
}

/** The newest steps that are within the bounds; the newest one always is. */
function bounded(steps: readonly UndoStep[]): readonly UndoStep[] {
  let characters = 0;
  let first = steps.length;
  while (first > 0 && steps.length - first < MOST_STEPS) {
    const step = steps[first - 1];
    characters += (step?.removed.length ?? 0) + (step?.inserted.length ?? 0);
    if (characters > MOST_CHARACTERS && first < steps.length) break;
    first -= 1;
  }
  return steps.slice(first);
}
