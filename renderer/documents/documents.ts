/** Where a plan comes from when it is opened, and where it goes when it is saved: the draft in the browser, the record at the host. */
import type { ContractError } from "../../shared/contract/reply.ts";
import { ok, type Result } from "../../shared/lib/result.ts";
import { database } from "../drafts/database.ts";
import { evaluate } from "../editing/evaluate.ts";
import { createPlanEditor, type KeptDraft, type PlanEditor } from "../editing/plan-editor.ts";
import { emptyHistory } from "../editing/undo.ts";
import type { PlanSource } from "../estimating/opened-plan.ts";
import { rangesRunner, startRangesWorker } from "../estimating/ranges-runner.ts";
import { client } from "../host/client.ts";
import { EXAMPLE } from "../navigation/router.ts";
import { drawnSnapshot } from "./drawn-snapshot.ts";
import { snapshotOf } from "./snapshot.ts";

/** The template that is the example. */
export const EXAMPLE_TEMPLATE = "scaling-exponents";

const runner = rangesRunner(startRangesWorker);

/** Opens the draft of a document, else what the record has of it. */
export async function openDocument(id: string): Promise<Result<PlanEditor, ContractError>> {
  const draft = await database.drafts.get(id);
  if (draft !== undefined && (draft.saved === null || draft.saved.text !== draft.text)) return ok(editorOf(draft));
  const opened = id === EXAMPLE ? await readExample() : await readRecord(id);
  if (opened.ok) return ok(editorOf(opened.value));
  // The host may be gone while the browser still has the text.
  return draft === undefined ? opened : ok(editorOf(draft));
}

const editorOf = (draft: KeptDraft): PlanEditor =>
  createPlanEditor(draft, {
    now: Date.now,
    keep: async (kept) => {
      await database.drafts.put({ ...kept, title: snapshotTitle(kept) });
    },
    draw: (plan, drawn, failed) =>
      runner.ask({ plan: plan.resolved, document: plan.document }, (answer) => {
        if (answer.ok) drawn(answer.drawn);
        else failed(answer.message);
      }),
  });

const snapshotTitle = ({ name, text }: KeptDraft): string =>
  snapshotOf({ name, ...evaluate({ name, text }, null) }, "").title;

async function readExample(): Promise<Result<KeptDraft, ContractError>> {
  const reply = await client["templates.read"]({ id: EXAMPLE_TEMPLATE });
  if (!reply.ok) return reply;
  const { name, text } = reply.value;
  return ok({ id: EXAMPLE, name, text, saved: null, history: emptyHistory, changedAt: null });
}

async function readRecord(id: string): Promise<Result<KeptDraft, ContractError>> {
  const reply = await client["projects.read"]({ id });
  if (!reply.ok) return reply;
  const { number, name, text } = reply.value.revision;
  return ok({ id, name, text, saved: { revision: number, text }, history: emptyHistory, changedAt: null });
}

/** What became of a new document: it is in the record, or only a draft in this browser, because of `error`. */
export interface Created {
  readonly id: string;
  /** How many faults its text has. */
  readonly faults: number;
  readonly error: ContractError | null;
}

/** Makes a project of a text: revision 1 of the record, or a draft where the record cannot take it. Nothing is lost either way. */
export async function createDocument({ name, text }: PlanSource, change: string): Promise<Created> {
  const id = crypto.randomUUID();
  const snapshot = await drawnSnapshot({ name, text }, change);
  const reply = await client["projects.create"]({ id, snapshot });
  const saved = reply.ok ? { revision: reply.value.revision, text } : null;
  await database.drafts.put({ id, name, text, saved, history: emptyHistory, changedAt: null, title: snapshot.title });
  return { id, faults: snapshot.faults, error: reply.ok ? null : reply.error };
}

export type SaveOutcome =
  | { readonly kind: "saved"; readonly id: string; readonly revision: number }
  /** The record has a newer revision than the draft builds on: nothing was written. */
  | { readonly kind: "conflict" }
  | { readonly kind: "failed"; readonly error: ContractError };

/** Saves the draft as a revision. A document that is in no record yet becomes a project, the example one of its own. */
export async function saveDocument(editor: PlanEditor, change: string): Promise<SaveOutcome> {
  const state = editor.state();
  const { text, saved } = state;
  if (saved !== null && saved.text === text) return { kind: "saved", id: state.id, revision: saved.revision };
  const snapshot = snapshotOf(state, change);
  const id = state.id === EXAMPLE ? crypto.randomUUID() : state.id;
  const reply =
    saved === null
      ? await client["projects.create"]({ id, snapshot })
      : await client["projects.save"]({ id, baseRevision: saved.revision, snapshot });
  if (!reply.ok) return reply.error.code === "conflict" ? { kind: "conflict" } : { kind: "failed", error: reply.error };
  const { revision } = reply.value;
  if (state.id === EXAMPLE) await database.drafts.delete(EXAMPLE);
  else editor.markSaved({ revision, text });
  return { kind: "saved", id, revision };
}
