/** A plan being edited: the one place where its text changes. A store for React; pure but for the effects it is given. */
import { editText } from "../../shared/plan/edit/edit-text.ts";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { type OpenedPlan, withRanges } from "../estimating/opened-plan.ts";
import type { Drawn } from "../estimating/ranges-messages.ts";
import { editProblem } from "./edit-problem.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { lastChangeOf, stepWords } from "./last-change.ts";
import { type PlanState, quietRecord, type ReadOnlyReason, type RecordState, type SavedState } from "./plan-state.ts";
import { emptyHistory, type History, recorded, redone, undone } from "./undo.ts";

/** A pause after which typing in the same field begins another step of undo. */
const PAUSE_MS = 2_000;

export interface EditorEffects {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Keeps the draft; resolves when it is on disk, and rejects with an Error whose message is a clause that says why not. */
  readonly keep: (draft: KeptDraft, state: PlanState) => Promise<void>;
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
  /** What is kept of it at this moment. */
  readonly draft: () => KeptDraft;
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
  /** Keeps the draft again, after the browser refused to. */
  keepAgain(): void;
  /** The record took the text: the draft builds on `saved` now, and the undo list is emptied. */
  markSaved(saved: SavedState): void;
  /** The draft builds on another revision from now on; its text and undo list stay. */
  rebase(saved: SavedState): void;
  /** Takes over another revision's text as one step, which can be undone; `words` name it. */
  adopt(text: string, saved: SavedState, words: string): void;
  /** Shows another text of the record (a draft was given up); undo is emptied. */
  replace(text: string, saved: SavedState | null): void;
  /** Shows what another tab has made of the draft. Nothing is kept: the other tab did. */
  follow(draft: KeptDraft): void;
  setReadOnly(reason: ReadOnlyReason | null): void;
  setRecord(record: Partial<RecordState>): void;
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
  /** What the text held then. */
  let treeBefore: unknown = evaluated.tree;
  let keeping = 0;
  let state: PlanState = {
    id: opened.id,
    name: opened.name,
    saved: opened.saved,
    changedAt: opened.changedAt,
    keeping: "kept",
    keepingProblem: null,
    readOnly,
    lastChange: null,
    editProblem: null,
    rangesFailure: null,
    record: quietRecord,
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

  const draft = (): KeptDraft => {
    const { id, name, text, saved, changedAt } = state;
    return { id, name, text, saved, changedAt, history };
  };

  const keep = () => {
    const turn = ++keeping;
    const isLatest = () => turn === keeping;
    tell({ keeping: state.keeping === "failed" ? "failed" : "keeping" });
    effects.keep(draft(), state).then(
      () => isLatest() && tell({ keeping: "kept", keepingProblem: null }),
      (problem: unknown) =>
        isLatest() &&
        tell({ keeping: "failed", keepingProblem: problem instanceof Error ? problem.message : String(problem) }),
    );
  };

  /** What a text comes to after the one that is shown, and what that changed since `before`. */
  const next = (text: string) => {
    const now = evaluate({ name: state.name, text }, state);
    return { now, lastChange: lastChangeOf(before, now.isStale ? null : now.live, state.lastChange) };
  };

  const show = ({ now, lastChange }: ReturnType<typeof next>, changes: Partial<PlanState>) => {
    tell({ lastChange, editProblem: null, ...changes, ...now, ...undoState(history) });
    draw(now);
    keep();
  };

  const change = (text: string, name: string | undefined) => {
    if (state.readOnly !== null || text === state.text) return;
    const at = effects.now();
    const goesOn = name !== undefined && group?.name === name && at - group.at < PAUSE_MS;
    if (!goesOn) before = state.live;
    group = name === undefined ? null : { name, at };
    if (!goesOn) treeBefore = state.tree;
    const coming = next(text);
    history = recorded(history, state.text, text, goesOn, stepWords(treeBefore, coming.now.tree));
    show(coming, { changedAt: at });
  };

  const step = (take: typeof undone) => {
    const taken = state.readOnly === null ? take(history, state.text) : null;
    if (taken === null) return;
    history = taken.history;
    group = null;
    before = state.live;
    show(next(taken.text), { changedAt: effects.now() });
  };

  draw(evaluated);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    draft,
    edit(edits, name) {
      const edited = editText(state.text, "op" in edits ? [edits] : edits);
      if (edited.ok) change(edited.value, name);
      else tell({ editProblem: editProblem(edited.error) });
    },
    type: (text, name) => change(text, name),
    undo: () => step(undone),
    redo: () => step(redone),
    rename(name) {
      if (state.readOnly !== null) return;
      tell({ name });
      keep();
    },
    keepAgain: keep,
    markSaved(saved) {
      history = emptyHistory;
      group = null;
      tell({ saved, ...undoState(history) });
      keep();
    },
    rebase(saved) {
      tell({ saved });
      keep();
    },
    adopt(text, saved, words) {
      if (state.readOnly !== null) return;
      before = state.live;
      group = null;
      history = recorded(history, state.text, text, false, words);
      show(next(text), { saved, changedAt: effects.now() });
    },
    replace(text, saved) {
      history = emptyHistory;
      group = null;
      before = null;
      show(next(text), { saved, lastChange: null });
    },
    follow(other) {
      history = other.history;
      group = null;
      before = state.live;
      const { name, saved, changedAt } = other;
      const coming = other.text === state.text ? null : next(other.text);
      tell({ name, saved, changedAt, ...coming?.now, ...undoState(history) });
      if (coming === null) return;
      tell({ lastChange: coming.lastChange });
      draw(coming.now);
    },
    setReadOnly: (reason) => tell({ readOnly: reason }),
    setRecord: (changes) => tell({ record: { ...state.record, ...changes } }),
  };
}

const undoState = ({ done, undone: back }: History) => ({
  canUndo: done.length > 0,
  canRedo: back.length > 0,
  undoWords: done.at(-1)?.words ?? "",
  redoWords: back.at(-1)?.words ?? "",
});
