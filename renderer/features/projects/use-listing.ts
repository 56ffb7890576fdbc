/** Reads all that the list of projects shows, and again when something of it has changed. */
import { useEffect, useMemo, useState } from "react";
import type { ProjectRow } from "../../../shared/contract/methods/projects.ts";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { EXAMPLE_TEMPLATE } from "../../documents/documents.ts";
import { useListChanges } from "../../documents/list-changes.ts";
import type { StoredDraft } from "../../drafts/database.ts";
import { listenToDrafts, readDrafts } from "../../drafts/draft-store.ts";
import { drawApart } from "../../estimating/draw-apart.ts";
import { client } from "../../host/client.ts";
import { useRecord } from "../../record/record-store.ts";
import { deletedOf, type Listed, type Looked, type LookedDraft, listedOf } from "./listed.ts";
import { lookAt } from "./looked.ts";

export interface Listing {
  /** Whether the host has answered and the example is there; what is shown before that may not be all. */
  readonly isComplete: boolean;
  readonly rows: readonly Listed[];
  readonly deleted: readonly Listed[];
  /** Why the record's projects are not among the rows. */
  readonly error: ContractError | null;
}

interface OfRecord {
  readonly projects: readonly ProjectRow[];
  readonly deleted: readonly ProjectRow[];
  readonly error: ContractError | null;
}

export function useListing(showsExample: boolean): Listing {
  const ofRecord = useRecordRows();
  const drafts = useDrafts();
  const { example, isAwaited } = useExample(showsExample);
  return useMemo(() => {
    const { projects, deleted, error } = ofRecord ?? { projects: [], deleted: [], error: null };
    return {
      isComplete: ofRecord !== null && !isAwaited,
      rows: listedOf({ projects, deleted, drafts, example }),
      deleted: deletedOf(deleted),
      error,
    };
  }, [ofRecord, drafts, example, isAwaited]);
}

/** Null until the host has answered. */
function useRecordRows(): OfRecord | null {
  const changes = useListChanges();
  const { turn } = useRecord();
  const [rows, setRows] = useState<OfRecord | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes and turn say when to read again
  useEffect(() => {
    let isGone = false;
    void Promise.all([client["projects.list"]({ deleted: false }), client["projects.list"]({ deleted: true })]).then(
      ([projects, deleted]) => {
        if (isGone) return;
        setRows({
          projects: projects.ok ? projects.value.projects : [],
          deleted: deleted.ok ? deleted.value.projects : [],
          error: projects.ok ? null : projects.error,
        });
      },
    );
    return () => {
      isGone = true;
    };
  }, [changes, turn]);
  return rows;
}

/** The browser's drafts with what they come to; those of other tabs too, as they are kept. */
function useDrafts(): readonly LookedDraft[] {
  const changes = useListChanges();
  const [drafts, setDrafts] = useState<readonly LookedDraft[]>([]);
  const [known] = useState(() => new Map<string, { readonly text: string; readonly looked: Looked }>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes say when to read again
  useEffect(() => {
    let turn = 0;
    const look = async (stored: readonly StoredDraft[]) => {
      const mine = ++turn;
      const all: LookedDraft[] = [];
      for (const draft of stored) {
        const before = known.get(draft.id);
        // A plan whose ranges take long does not keep the others from the list: a draft is told without them.
        const looked =
          before?.text === draft.text ? before.looked : await lookAt(draft, (plan) => Promise.resolve(plan));
        if (mine !== turn) return;
        known.set(draft.id, { text: draft.text, looked });
        all.push({ draft, looked });
      }
      setDrafts(all);
    };
    const read = async () =>
      look((await readDrafts()).filter(({ saved, text }) => saved === null || saved.text !== text));
    void read();
    const quiet = listenToDrafts(() => void read());
    return () => {
      turn += 1;
      quiet();
    };
  }, [changes, known]);
  return drafts;
}

/** The example with what it comes to: null while it is awaited, where it is put away, and where the host does not answer. */
function useExample(isShown: boolean): { readonly example: Looked | null; readonly isAwaited: boolean } {
  const [example, setExample] = useState<Looked | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => {
    setAnswered(false);
    if (!isShown) return setExample(null);
    let isGone = false;
    void client["templates.read"]({ id: EXAMPLE_TEMPLATE }).then(async (reply) => {
      const looked = reply.ok && !isGone ? await lookAt(reply.value, drawApart) : null;
      if (isGone) return;
      // The example says of itself what it is.
      setExample(looked === null ? null : { ...looked, funder: looked.funder ?? "Example" });
      setAnswered(true);
    });
    return () => {
      isGone = true;
    };
  }, [isShown]);
  return { example, isAwaited: isShown && !isAnswered };
}
