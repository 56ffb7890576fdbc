import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { usePlan } from "../../editing/plan-context.ts";
import { focusLater } from "./focus-later.ts";
import "./step-status.css";

interface StepStatus {
  /** Says that something was deleted, with the way back. */
  readonly deleted: (what: string) => void;
  /** Said to those who do not see it happen. */
  readonly announce: (words: string) => void;
}

const StatusContext = createContext<StepStatus>({ deleted: () => {}, announce: () => {} });

export const useStepStatus = (): StepStatus => use(StatusContext);

/** Tells what was done, below the step: what was deleted can be taken back until the plan changes again. */
export function StepStatusPlace({ children }: { readonly children: ReactNode }) {
  const [{ text }, editor] = usePlan();
  const [gone, setGone] = useState<{ readonly what: string; readonly text: string } | null>(null);
  const [words, setWords] = useState("");
  const deleted = useCallback((what: string) => setGone({ what, text: editor.state().text }), [editor]);
  const status = useMemo(() => ({ deleted, announce: setWords }), [deleted]);
  const shown = gone !== null && gone.text === text ? gone.what : null;
  return (
    <StatusContext value={status}>
      {children}
      <div className="step-status" role="status">
        {shown !== null && (
          <>
            <span>Deleted {shown}</span>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                editor.undo();
                focusLater(".experiment-row.is-selected > button", ".experiments-menu");
              }}
            >
              Undo
            </button>
          </>
        )}
      </div>
      <div className="visually-hidden" role="status">
        {words}
      </div>
    </StatusContext>
  );
}
