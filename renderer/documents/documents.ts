/** Where a plan comes from when it is opened: the draft in the browser, the record at the host, the shipped example. */
import type { ContractError } from "../../shared/contract/reply.ts";
import { ok, type Result } from "../../shared/lib/result.ts";
import type { StoredDraft } from "../drafts/database.ts";
import { draftKeeper } from "../drafts/draft-keeper.ts";
import { takeDraftLock } from "../drafts/draft-lock.ts";
import { askToPersist, dropDraft, listenToDraft, readDraft, writeDraft } from "../drafts/draft-store.ts";
import { evaluate } from "../editing/evaluate.ts";
import { createPlanEditor, type KeptDraft, type PlanEditor } from "../editing/plan-editor.ts";
import { isChanged } from "../editing/plan-state.ts";
import { emptyHistory } from "../editing/undo.ts";
import type { PlanSource } from "../estimating/opened-plan.ts";
import { rangesRunner } from "../estimating/ranges-runner.ts";
import { client } from "../host/client.ts";
import { EXAMPLE } from "../navigation/router.ts";
import { drawnSnapshot } from "./drawn-snapshot.ts";
import { listChanged } from "./list-changes.ts";
import { titleOf } from "./snapshot.ts";

/** The shipped template that the example is. */
export const EXAMPLE_TEMPLATE = "scaling-exponents";

const runner = rangesRunner();

/** A document that some screen of this tab has open. */
export interface OpenDocument {
  readonly editor: Promise<Result<PlanEditor, ContractError>>;
  /** The screen does not need it any more. What was typed is written to the end. */
  close(): void;
}

interface Shared {
  readonly editor: Promise<Result<PlanEditor, ContractError>>;
  readonly end: () => Promise<void>;
  users: number;
}

/** Two screens of one document have one editor. */
const open = new Map<string, Shared>();
/** A document that is being closed is opened again only after that. */
const closing = new Map<string, Promise<void>>();

/** Drafts that are not wanted any more once their screen has gone. */
const dropped = new Set<string>();

/** Forgets the draft of a document: now, or when the last screen that has it open lets it go. */
export async function dropWhenClosed(id: string): Promise<void> {
  if (open.has(id)) dropped.add(id);
  else await dropDraft(id);
}

/** Opens the draft of a document, else what the record has of it. */
export function openDocument(id: string): OpenDocument {
  const shared = open.get(id) ?? begin(id);
  open.set(id, shared);
  shared.users += 1;
  let closed = false;
  return {
    editor: shared.editor,
    close() {
      if (closed) return;
      closed = true;
      shared.users -= 1;
      if (shared.users > 0) return;
      open.delete(id);
      const ending = shared.end().finally(() => {
        if (closing.get(id) === ending) closing.delete(id);
      });
      closing.set(id, ending);
    },
  };
}

function begin(id: string): Shared {
  const ends: (() => Promise<void> | void)[] = [];
  const editor = start(id, (end) => ends.unshift(end));
  return {
    editor,
    users: 0,
    async end() {
      await editor;
      for (const end of ends) await end();
    },
  };
}

async function start(
  id: string,
  atEnd: (end: () => Promise<void> | void) => void,
): Promise<Result<PlanEditor, ContractError>> {
  await closing.get(id);
  const lock = await takeDraftLock(id);
  atEnd(lock.release);
  const found = await readDocument(id);
  if (!found.ok) return found;

  const keeper = draftKeeper(writeDraft);
  const editor = createPlanEditor(
    found.value,
    {
      now: Date.now,
      keep: (kept, state) => {
        askToPersist();
        return keeper.keep({ ...kept, title: titleOf(state) });
      },
      draw: (plan, drawn, failed) =>
        runner.ask({ text: plan.source.text }, (answer) => {
          if (answer.ok) drawn(answer.drawn);
          else failed(answer.message);
        }),
    },
    lock.isMine ? null : "otherTab",
  );
  atEnd(async () => {
    await keeper.settled();
    const { readOnly, canUndo, canRedo } = editor.state();
    // Saved, with nothing to undo: the record says all that the draft does.
    const isUnwanted = dropped.delete(id);
    const saysNothing = !canUndo && !canRedo && !isChanged(editor.state());
    if (readOnly === null && (saysNothing || isUnwanted)) await dropDraft(id);
    listChanged();
  });

  // The last letters before the page goes.
  const leave = () => keeper.flush();
  addEventListener("pagehide", leave);
  atEnd(() => removeEventListener("pagehide", leave));

  if (!lock.isMine) {
    const follow = async () => {
      const now = await readDocument(id);
      if (now.ok && editor.state().readOnly !== null) editor.follow(now.value);
    };
    atEnd(listenToDraft(id, () => void follow()));
    void lock.mine.then(async () => {
      await follow();
      editor.setReadOnly(null);
      void compareWithRecord(editor);
    });
  } else void compareWithRecord(editor);
  return ok(editor);
}

/** The draft where it says more than the record, else what the record has; the draft again where there is no record to ask. */
async function readDocument(id: string): Promise<Result<KeptDraft, ContractError>> {
  const draft = await readDraft(id);
  if (draft !== null && (isDirty(draft) || hasHistory(draft))) return ok(draft);
  const opened = id === EXAMPLE ? await readExample() : await readRecord(id);
  return opened.ok || draft === null ? opened : ok(draft);
}

const isDirty = ({ saved, text }: StoredDraft): boolean => saved === null || saved.text !== text;
const hasHistory = ({ history }: StoredDraft): boolean => history.done.length + history.undone.length > 0;

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

/**
 * Looks at what the record has of the document by now. A draft whose text it has is saved; one that builds on an older revision is
 * told of the newer one. A record that does not answer changes nothing.
 */
export async function compareWithRecord(editor: PlanEditor): Promise<void> {
  const { id } = editor.state();
  if (id === EXAMPLE) return;
  const reply = await client["projects.read"]({ id });
  if (!reply.ok) return;
  const { project, revision } = reply.value;
  const { text, saved, readOnly } = editor.state();
  editor.setRecord({ deletedAt: project.deletedAt });
  const base = { revision: revision.number, text: revision.text };
  if (saved?.revision === revision.number || readOnly !== null) return editor.setRecord({ newer: null });
  // Its id was made here, so revision 1 is what this draft was made of: the answer to that was lost.
  if (saved === null && revision.number === 1 && text !== revision.text) return editor.rebase(base);
  if (text === revision.text) {
    // Its save was answered to nobody, or another browser made the same.
    editor.markSaved(base);
    return editor.setRecord({ newer: null });
  }
  if (saved !== null && text === saved.text) return editor.adopt(revision.text, base, `Revision ${revision.number}`);
  const { name, savedAt } = revision;
  editor.setRecord({ newer: { revision: revision.number, text: revision.text, name, savedAt } });
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
  const evaluated = evaluate({ name, text }, null);
  const title = titleOf({ name, ...evaluated });
  await putAside({ id, name, text, saved: null, history: emptyHistory, changedAt: Date.now(), title });
  const snapshot = await drawnSnapshot(name, evaluated, change);
  const reply = await client["projects.create"]({ id, snapshot });
  if (reply.ok) await dropDraft(id);
  listChanged();
  return { id, faults: snapshot.faults, error: reply.ok ? null : reply.error };
}

/** Keeps a draft that no editor has open. A browser that refuses keeps it as long as the page lives, and its editor says so. */
export const putAside = (draft: StoredDraft): Promise<void> => writeDraft(draft).catch(() => {});
