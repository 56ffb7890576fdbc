import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { Notice } from "../../components/notice.tsx";
import { whenWords } from "../../components/when.ts";
import { compareWithRecord } from "../../documents/documents.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { isChanged, type PlanState } from "../../editing/plan-state.ts";
import { client } from "../../host/client.ts";
import { goToPlan, type PlanView } from "../../navigation/router.ts";

interface PlanNoticesProps {
  readonly view: PlanView;
  readonly onSave: () => void;
  readonly onCompare: () => void;
}

/** What is to be known about the opened plan as a whole, above whatever is shown of it. */
export function PlanNotices({ view, onSave, onCompare }: PlanNoticesProps) {
  const [state, editor] = usePlan();
  const { id, record, readOnly, isReadable, faults, rangesFailure, editProblem } = state;
  const [closed, setClosed] = useState<string | null>(null);
  const { newer, deletedAt, outcome } = record;
  useLeaveGuard(state.keeping === "failed" && isChanged(state));
  const restore = async () => {
    await client["projects.restore"]({ id });
    await compareWithRecord(editor);
  };
  return (
    <div className="plan-notices">
      {readOnly !== null && (
        <Notice>
          This plan is open in another tab, so here it can only be read. It shows what is typed there; when that tab is
          closed, you can go on here.
        </Notice>
      )}
      {newer !== null && (
        <Notice>
          The record has revision {newer.revision} of this plan, saved{" "}
          {whenWords(Date.parse(newer.savedAt), Date.now())}; your draft builds on{" "}
          {state.saved === null ? "none of it" : `revision ${state.saved.revision}`}.{" "}
          <Button variant="text" onClick={onCompare}>
            Compare and choose
          </Button>
        </Notice>
      )}
      {deletedAt !== null && (
        <Notice>
          This project was deleted {whenWords(Date.parse(deletedAt), Date.now())}. It can be read here, and saved again
          once it is restored.{" "}
          <Button variant="text" onClick={() => void restore()}>
            Restore it
          </Button>
        </Notice>
      )}
      {outcome?.kind === "failed" && (
        <Notice onClose={() => editor.setRecord({ outcome: null })}>
          {notSaved(outcome.error.code, outcome.error.message)}{" "}
          <Button variant="text" onClick={onSave}>
            Save again
          </Button>
        </Notice>
      )}
      {view !== "text" && !isReadable && (
        <Notice>
          {unreadable(faults)} The forms show what it said last and cannot be changed.{" "}
          <Button variant="text" onClick={() => goToPlan(id, "text")}>
            Mend it as text
          </Button>
        </Notice>
      )}
      {editProblem !== null && editProblem !== closed && (
        <Notice onClose={() => setClosed(editProblem)}>{editProblem}</Notice>
      )}
      {rangesFailure !== null && rangesFailure !== closed && (
        <Notice onClose={() => setClosed(rangesFailure)}>
          The ranges could not be drawn: {rangesFailure}. The figures stand.
        </Notice>
      )}
    </div>
  );
}

function notSaved(code: string, message: string): string {
  const kept = "Your draft is kept in this browser.";
  return code === "unreachable"
    ? `Not saved: Flopsheet's host does not answer. Start it again with npm start, then save again. ${kept}`
    : `Not saved. ${message} ${kept}`;
}

function unreadable([first]: PlanState["faults"]): string {
  const where = first === undefined || first.line === null ? "" : `, line ${first.line}`;
  return `The text cannot be read${where}: ${first?.message ?? "it holds no plan"}.`;
}

/** A draft that the browser refused to keep is lost with the page: the browser asks before. */
function useLeaveGuard(isLost: boolean): void {
  useEffect(() => {
    if (!isLost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isLost]);
}
