import Button from "@mui/material/Button";
import { useEffect, useMemo, useState } from "react";
import type { RevisionRow } from "../../../shared/contract/methods/projects.ts";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { describeDifference } from "../../../shared/plan/changes/describe-difference.ts";
import { runCommand } from "../../commands/registry.ts";
import { Notice } from "../../components/notice.tsx";
import { planFileName } from "../../documents/plan-file-name.ts";
import { noteRestored } from "../../documents/restored.ts";
import { figuresOf } from "../../documents/snapshot.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { isChanged } from "../../editing/plan-state.ts";
import { catalogueName } from "../../estimating/catalogue-name.ts";
import { client } from "../../host/client.ts";
import { saveFile } from "../../host/save-file.ts";
import { Difference } from "./difference.tsx";
import { RevisionText } from "./revision-text.tsx";
import { RevisionsTable } from "./revisions-table.tsx";
import {
  draftVersion,
  firstPair,
  type Pair,
  paired,
  revisionVersion,
  type Version,
  type VersionKey,
} from "./versions.ts";
import "./revisions-page.css";

/** All revisions of a project, and how any two of them, or one and the draft, differ. */
export function RevisionsPage() {
  const [state, editor] = usePlan();
  const { id, saved, text } = state;
  const hasDraft = saved !== null && isChanged(state);
  const [revisions, setRevisions] = useState<readonly RevisionRow[] | null>(null);
  const [trouble, setTrouble] = useState<ContractError | null>(null);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [shown, setShown] = useState<Version | null>(null);

  const savedRevision = saved?.revision ?? null;
  useEffect(() => {
    if (savedRevision === null) return;
    let isGone = false;
    void client["projects.revisions"]({ id }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setRevisions(reply.value.revisions);
      setTrouble(reply.ok ? null : reply.error);
    });
    return () => {
      isGone = true;
    };
  }, [id, savedRevision]);

  // A draft that was saved or undone meanwhile is no version any more.
  const pair =
    revisions === null
      ? null
      : chosen === null || (!hasDraft && (chosen.after === "draft" || chosen.before === "draft"))
        ? firstPair(revisions, hasDraft)
        : chosen;
  const before = useVersion(id, pair?.before ?? null);
  const after = useVersion(id, pair?.after ?? null);

  if (saved === null) return <NoRevisions />;

  const restore = async ({ number }: RevisionRow) => {
    const version = await revisionVersion(id, number);
    if (!version.ok) return setSaid(version.error.message);
    noteRestored(id, number, version.value.text);
    editor.adopt(version.value.text, saved, `Revision ${number} restored`);
    setChosen(null);
    setSaid(`Revision ${number} is the draft now. Save a revision to put it into the record, or undo.`);
  };
  const act = async (action: "restore" | "text" | "file" | "unlabel", revision: RevisionRow) => {
    if (action === "restore") return restore(revision);
    if (action === "unlabel") {
      const refused = await label(revision, null);
      return refused === null ? undefined : setSaid(refused);
    }
    const version = await revisionVersion(id, revision.number);
    if (!version.ok) return setSaid(version.error.message);
    if (action === "text") setShown(version.value);
    else saveVersion(version.value);
  };
  const label = async ({ number }: RevisionRow, words: string | null): Promise<string | null> => {
    const reply = await client["projects.label"]({ id, revision: number, label: words });
    if (!reply.ok) return reply.error.message;
    setRevisions((rows) => rows?.map((row) => (row.number === number ? reply.value : row)) ?? null);
    return null;
  };

  return (
    <div className="revisions">
      {said !== null && (
        <Notice isDone={hasDraft} onClose={() => setSaid(null)}>
          {said}{" "}
          {hasDraft && (
            <span className="revisions-notice-actions">
              <Button onClick={() => runCommand("project.save")}>Save revision</Button>
              <Button
                onClick={() => {
                  editor.undo();
                  setSaid(null);
                }}
              >
                Undo
              </Button>
            </span>
          )}
        </Notice>
      )}
      <div className="revisions-panes">
        <section className="revisions-pane" aria-label="Revisions">
          <header className="screen-head">
            <h2>Revisions</h2>
          </header>
          {trouble !== null && <p className="revisions-trouble">The revisions cannot be read. {trouble.message}</p>}
          {revisions !== null && pair !== null && (
            <RevisionsTable
              revisions={revisions}
              draft={hasDraft ? draftOf(state.live, state.isStale, saved.text, text) : null}
              pair={pair}
              onPick={(side: keyof Pair, key: VersionKey) => setChosen(paired(pair, side, key))}
              onAct={(action, revision) => void act(action, revision)}
              onLabel={label}
            />
          )}
        </section>
        <section className="revisions-pane revisions-difference" aria-label="Difference">
          {before?.error !== null && before !== null && <p className="revisions-trouble">{before.error.message}</p>}
          {after?.error !== null && after !== null && <p className="revisions-trouble">{after.error.message}</p>}
          {before !== null && before.version !== null && after !== null && after.version !== null && (
            <Difference before={before.version} after={after.version} />
          )}
        </section>
      </div>
      {shown !== null && (
        <RevisionText version={shown} onSave={() => saveVersion(shown)} onClose={() => setShown(null)} />
      )}
    </div>
  );
}

function draftOf(
  live: Parameters<typeof figuresOf>[0] | null,
  isStale: boolean,
  before: string,
  after: string,
): { readonly words: string; readonly figures: ReturnType<typeof figuresOf> | null } {
  return {
    words: describeDifference(before, after, catalogueName).words,
    figures: live === null || isStale ? null : figuresOf(live),
  };
}

function NoRevisions() {
  return (
    <div className="revisions revisions-none">
      <h2>No revision yet</h2>
      <p>This plan is a draft in this browser. Saving it puts revision 1 into the record.</p>
      <Button variant="contained" color="primary" onClick={() => runCommand("project.save")}>
        Save revision
      </Button>
    </div>
  );
}

function saveVersion({ name, text }: Version): void {
  saveFile(planFileName(name, text), new Blob([text], { type: "text/plain;charset=utf-8" }));
}

interface Read {
  readonly key: VersionKey;
  readonly version: Version | null;
  readonly error: ContractError | null;
}

/** A version by its key; null while it is read. */
function useVersion(id: string, key: VersionKey | null): Read | null {
  const [state] = usePlan();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (key === null || key === "draft") return;
    let isGone = false;
    void revisionVersion(id, key).then((reply) => {
      if (!isGone)
        setRead(reply.ok ? { key, version: reply.value, error: null } : { key, version: null, error: reply.error });
    });
    return () => {
      isGone = true;
    };
  }, [id, key]);
  const draft = useMemo(() => (key === "draft" ? draftVersion(state) : null), [key, state]);
  if (draft !== null) return { key: "draft", version: draft, error: null };
  return read !== null && read.key === key ? read : null;
}
