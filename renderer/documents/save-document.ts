/** Where a plan goes when it is saved: a revision of the record. */
import type { ContractError } from "../../shared/contract/reply.ts";
import { describeDifference } from "../../shared/plan/changes/describe-difference.ts";
import type { PlanEditor } from "../editing/plan-editor.ts";
import type { SavedState } from "../editing/plan-state.ts";
import { catalogueName } from "../estimating/catalogue-name.ts";
import { client } from "../host/client.ts";
import { EXAMPLE, goTo, routeOf } from "../navigation/router.ts";
import { compareWithRecord, dropWhenClosed, openDocument, putAside } from "./documents.ts";
import { listChanged } from "./list-changes.ts";
import { restoredWords } from "./restored.ts";
import { snapshotOf, titleOf } from "./snapshot.ts";

export type SaveOutcome =
  | { readonly kind: "saved"; readonly id: string; readonly revision: number }
  /** The record has a newer revision than the draft builds on: nothing was written. */
  | { readonly kind: "conflict" }
  /** Another save of the draft is on its way, or another tab writes it: nothing was begun. */
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: ContractError };

/**
 * Saves the draft as a revision. A document that is in no record yet becomes a project; the example one of its own, which is then
 * the one that is shown. Asked again after an answer that was lost, it saves nothing twice.
 */
export async function saveDocument(editor: PlanEditor): Promise<SaveOutcome> {
  const { id, readOnly, record } = editor.state();
  if (readOnly !== null || record.saving === "saving") return { kind: "busy" };
  if (id === EXAMPLE) return saveExampleOnce(editor);
  editor.setRecord({ saving: "saving", outcome: null });
  const outcome = await save(editor);
  editor.setRecord({
    saving: "no",
    outcome:
      outcome.kind === "saved"
        ? { kind: "saved", revision: outcome.revision }
        : outcome.kind === "failed"
          ? outcome
          : null,
  });
  listChanged();
  return outcome;
}

/** Texts whose save nobody answered: the record may have them. */
const unanswered = new Map<string, string>();

async function save(editor: PlanEditor): Promise<SaveOutcome> {
  const state = editor.state();
  const { id, text, saved } = state;
  if (saved !== null && saved.text === text) return { kind: "saved", id, revision: saved.revision };
  const change =
    saved === null
      ? "First revision"
      : (restoredWords(id, text) ?? describeDifference(saved.text, text, catalogueName).words);
  const snapshot = snapshotOf(state, change);
  const reply =
    saved === null
      ? await client["projects.create"]({ id, snapshot })
      : await client["projects.save"]({ id, baseRevision: saved.revision, snapshot });
  if (reply.ok) {
    const { revision } = reply.value;
    unanswered.delete(id);
    editor.markSaved({ revision, text });
    editor.setRecord({ newer: null, deletedAt: null });
    return { kind: "saved", id, revision };
  }
  if (reply.error.code === "unreachable") unanswered.set(id, text);
  if (reply.error.code !== "conflict") return { kind: "failed", error: reply.error };

  await compareWithRecord(editor);
  const { record, saved: base } = editor.state();
  if (record.deletedAt !== null) return { kind: "failed", error: reply.error };
  if (record.newer === null) {
    // The record has this very text, or one that this draft was made of: the answer to an earlier save was lost.
    return base?.text === text ? { kind: "saved", id, revision: base.revision } : again(editor, saved, base);
  }
  const { revision, text: theirs } = record.newer;
  if (theirs !== unanswered.get(id)) return { kind: "conflict" };
  editor.rebase({ revision, text: theirs });
  editor.setRecord({ newer: null });
  return again(editor, saved, { revision, text: theirs });
}

/** Saves once more, on a base that has moved. */
const again = (
  editor: PlanEditor,
  before: SavedState | null,
  now: SavedState | null,
): Promise<SaveOutcome> | SaveOutcome => (before?.revision === now?.revision ? { kind: "conflict" } : save(editor));

/** The save of the example that is on its way: asked again meanwhile, it is this one, or there would be two projects. */
let savingExample: Promise<SaveOutcome> | null = null;

function saveExampleOnce(editor: PlanEditor): Promise<SaveOutcome> {
  savingExample ??= saveExample(editor).finally(() => {
    savingExample = null;
  });
  return savingExample;
}

/** The example stays as it is shipped: what was made of it becomes a document of its own before it is saved. */
async function saveExample(editor: PlanEditor): Promise<SaveOutcome> {
  const id = await putAsideAsNew(editor);
  const document = openDocument(id);
  try {
    const opened = await document.editor;
    await dropWhenClosed(EXAMPLE);
    goToTwin(EXAMPLE, id);
    return opened.ok ? await saveDocument(opened.value) : { kind: "failed", error: opened.error };
  } finally {
    document.close();
  }
}

/** Makes the draft a document of its own, with its undo list; gives its id. */
async function putAsideAsNew(editor: PlanEditor): Promise<string> {
  const id = crypto.randomUUID();
  await putAside({ ...editor.draft(), id, saved: null, changedAt: Date.now(), title: titleOf(editor.state()) });
  return id;
}

/** Shows a document in the place of another that it was made of, at the same step. */
function goToTwin(from: string, to: string): void {
  const route = routeOf(location.pathname, location.hash);
  if (route.kind === "plan" && route.id === from) goTo({ ...route, id: to }, { replace: true });
}

/** Saves the draft on top of the record's newest revision, which stays as a revision of its own. */
export async function saveOnTop(editor: PlanEditor): Promise<SaveOutcome> {
  const { newer } = editor.state().record;
  if (newer !== null) {
    editor.rebase({ revision: newer.revision, text: newer.text });
    editor.setRecord({ newer: null });
  }
  return saveDocument(editor);
}

/** Keeps the draft as a project of its own and shows it; the project it was made of is as the record has it. */
export async function saveAsOwnProject(editor: PlanEditor): Promise<SaveOutcome> {
  const { id: from, record } = editor.state();
  const id = await putAsideAsNew(editor);
  if (record.newer !== null) {
    const { revision, text } = record.newer;
    editor.replace(text, { revision, text });
    editor.setRecord({ newer: null });
  }
  const document = openDocument(id);
  try {
    const opened = await document.editor;
    goToTwin(from, id);
    return opened.ok ? await saveDocument(opened.value) : { kind: "failed", error: opened.error };
  } finally {
    document.close();
  }
}

/** Shows the record's newest revision; the draft is one step of undo away. */
export function takeTheRecords(editor: PlanEditor): void {
  const { newer } = editor.state().record;
  if (newer === null) return;
  const { revision, text } = newer;
  editor.adopt(text, { revision, text }, `Revision ${revision} of the record taken`);
  editor.setRecord({ newer: null });
}
