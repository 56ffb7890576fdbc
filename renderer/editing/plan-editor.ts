/** A plan being edited: the one place where its text changes. A store for React; pure but for the effects it is given. */

import { editText } from "../../shared/plan/edit/edit-text.ts";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { type OpenedPlan, withRanges } from "../estimating/opened-plan.ts";
import type { Drawn } from "../estimating/ranges-messages.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { lastChangeOf } from "./last-change.ts";
import type { PlanState, ReadOnlyReason, SavedState } from "./plan-state.ts";
import { emptyHistory, type History, recorded, redone, undone } from "./undo.ts";

/** A pause after which typing in the same field begins another step of undo. */
const PAUSE_MS = 2_000;

export interface EditorEffects {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Keeps the draft; resolves when it is on disk. */
  readonly keep: (draft: KeptDraft) => Promise<void>;
  /** Draws the ranges of a plan beside the page; the latest wins. `failed` says why there will be none. */
  readonly draw: (plan: OpenedPlan, drawn: (drawn: Drawn) => void, failed: (message: string) => void) => void;
}

/** What is kept of an edited plan, and given back after a reload or a crash. */
export interface KeptDraft {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly saved: SavedState | null;
  readonly history: History;
  readonly changedAt: number | null;
}

export interface PlanEditor {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => PlanState;
  /**
   * Changes the document. Changes of one `group` (a field that is typed in) that follow each other closely are one step of undo
   * and one "last change".
   */
  edit(edits: PlanEdit | readonly PlanEdit[], group?: string): void;
  /** The whole text, as the text view types it. */
  type(text: string, group?: string): void;
  undo(): void;
  redo(): void;
  /** Another name for the file. */
  rename(name: string): void;
  /** The record took the text: the draft builds on `saved` now, and the undo list is emptied. */
  markSaved(saved: SavedState): void;
  /** Shows another text of the record (a conflict was settled, a draft given up); undo is emptied. */
  replace(text: string, saved: SavedState | null): void;
  setReadOnly(reason: ReadOnlyReason | null): void;
}

export function createPlanEditor(
  opened: KeptDraft,
  effects: EditorEffects,
  readOnly: ReadOnlyReason | null = null,
): PlanEditor {
  const listeners = new Set<() => void>();
  const evaluated = evaluate({ name: opened.name, text: opened.text }, null);
  let history = opened.history;
  let group: { readonly name: string; readonly at: number } | null = null;
  /** The plan before the group of changes that goes on. */
  let before: OpenedPlan | null = evaluated.live;
  let keeping = 0;
  let state: PlanState = {
    id: opened.id,
    name: opened.name,
    saved: opened.saved,
    changedAt: opened.changedAt,
    keeping: "kept",
    readOnly,
    lastChange: null,
    rangesFailure: null,
    ...undoState(history),
    ...evaluated,
  };

  const tell = (changes: Partial<PlanState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const draw = ({ live, isStale }: Evaluated) => {
    if (live === null || isStale) return;
    effects.draw(
      live,
      (drawn) => {
        if (state.live?.resolved === live.resolved) tell({ live: withRanges(state.live, drawn), rangesFailure: null });
      },
      (message) => tell({ rangesFailure: message }),
    );
  };

  const keep = () => {
    const turn = ++keeping;
    const { id, name, text, saved, changedAt } = state;
    tell({ keeping: "keeping" });
    effects.keep({ id, name, text, saved, changedAt, history }).then(
      () => turn === keeping && tell({ keeping: "kept" }),
      () => turn === keeping && tell({ keeping: "failed" }),
    );
  };

  const show = (text: string, changes: Partial<PlanState>) => {
    const evaluatedNow = evaluate({ name: state.name, text }, state);
    const lastChange = lastChangeOf(before, evaluatedNow.isStale ? null : evaluatedNow.live, state.lastChange);
    tell({ lastChange, ...changes, ...evaluatedNow, ...undoState(history) });
    draw(evaluatedNow);
    keep();
  };

  const change = (text: string, name: string | undefined) => {
    if (state.readOnly !== null || text === state.text) return;
    const now = effects.now();
    const goesOn = name !== undefined && group?.name === name && now - group.at < PAUSE_MS;
    if (!goesOn) before = state.live;
    group = name === undefined ? null : { name, at: now };
    history = recorded(history, state.text, text, goesOn);
    show(text, { changedAt: now });
  };

  const step = (take: typeof undone) => {
    const taken = state.readOnly === null ? take(history, state.text) : null;
    if (taken === null) return;
    history = taken.history;
    group = null;
    before = state.live;
    show(taken.text, { changedAt: effects.now() });
  };

  draw(evaluated);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    edit(edits, name) {
      const edited = editText(state.text, "op" in edits ? [edits] : edits);
      if (edited.ok) change(edited.value, name);
    },
    type: (text, name) => change(text, name),
    undo: () => step(undone),
    redo: () => step(redone),
    rename(name) {
      tell({ name });
      keep();
    },
    markSaved(saved) {
      history = emptyHistory;
      group = null;
      tell({ saved, ...undoState(history) });
      keep();
    },
    replace(text, saved) {
      history = emptyHistory;
      group = null;
      before = null;
      show(text, { saved, lastChange: null });
    },
    setReadOnly: (reason) => tell({ readOnly: reason }),
  };
}

const undoState = ({ done, undone: back }: History) => ({ canUndo: done.length > 0, canRedo: back.length > 0 });
