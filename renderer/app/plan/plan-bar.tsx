import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect } from "react";
import { keysText } from "../../commands/keys-text.ts";
import { ChevronRight, Code, Redo, Undo, Warning } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { isChanged } from "../../editing/plan-state.ts";
import { addressOf, EXAMPLE, goTo, goToPlan, type PlanView, type Route } from "../../navigation/router.ts";
import { draftWords } from "./draft-words.ts";
import "./plan-bar.css";

interface PlanBarProps {
  readonly view: PlanView;
  readonly title: string;
  readonly onSave: () => void;
}

/** Which plan this is, how its draft stands to the record, and how to take changes back or save them. */
export function PlanBar({ view, title, onSave }: PlanBarProps) {
  const [state, editor] = usePlan();
  const { id, live, readOnly, canUndo, canRedo, undoWords, redoWords, record } = state;
  // The sheet and the text have a first heading of their own.
  const Heading = (view === "sheet" && live !== null) || view === "text" ? "span" : "h1";
  const { revision, draft, isLost } = draftWords(state, Date.now());
  const canSave = readOnly === null && isChanged(state);
  return (
    <header className="plan-bar">
      <nav className="plan-bar-title" aria-label="Place">
        <Place route={{ kind: "projects" }}>Projects</Place>
        <ChevronRight size={12} />
        <Heading className="plan-bar-name" title={title}>
          {title}
        </Heading>
        <span className="plan-bar-state">
          {id === EXAMPLE ? (
            revision
          ) : (
            <Place route={{ kind: "plan", id, view: "revisions", place: null }}>{revision}</Place>
          )}
          {draft !== "" && (
            <>
              {", "}
              <span className={isLost ? "plan-bar-lost" : undefined} data-keeping={state.keeping}>
                {isLost && <Warning size={14} />}
                {draft}
              </span>
            </>
          )}
          {isLost && (
            <Button variant="text" onClick={editor.keepAgain}>
              Try again
            </Button>
          )}
        </span>
      </nav>
      <div className="plan-bar-actions">
        <Saved />
        <IconButton
          aria-label="Undo"
          title={stepTitle("Undo", undoWords, canUndo, "Ctrl+Z")}
          disabled={!canUndo || readOnly !== null}
          onClick={editor.undo}
        >
          <Undo />
        </IconButton>
        <IconButton
          aria-label="Redo"
          title={stepTitle("Redo", redoWords, canRedo, "Ctrl+Shift+Z")}
          disabled={!canRedo || readOnly !== null}
          onClick={editor.redo}
        >
          <Redo />
        </IconButton>
        {view !== "text" && (
          <Button variant="text" startIcon={<Code />} onClick={() => goToPlan(id, "text")}>
            Plan as text
          </Button>
        )}
        <Button disabled={!canSave} aria-busy={record.saving === "saving"} onClick={onSave}>
          Save revision <Kbd>{keysText("Ctrl+S")}</Kbd>
        </Button>
      </div>
    </header>
  );
}

function stepTitle(verb: string, words: string, can: boolean, keys: string): string {
  if (!can) return `Nothing to ${verb.toLowerCase()}`;
  return `${verb}${words === "" ? "" : `: ${words}`} (${keysText(keys)})`;
}

const SAID_FOR_MS = 4_000;

/** "Revision 8 saved", for a moment. */
function Saved() {
  const [{ record }, editor] = usePlan();
  const { outcome } = record;
  const isSaved = outcome?.kind === "saved";
  useEffect(() => {
    if (!isSaved) return;
    const timer = setTimeout(() => editor.setRecord({ outcome: null }), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isSaved, editor]);
  return (
    <span className="plan-bar-saved" role="status">
      {outcome?.kind === "saved" && `Revision ${outcome.revision} saved`}
    </span>
  );
}

function Place({
  route,
  children,
}: {
  readonly route: Exclude<Route, { kind: "unknown" }>;
  readonly children: string;
}) {
  return (
    <a
      href={addressOf(route)}
      onClick={(event) => {
        event.preventDefault();
        goTo(route);
      }}
    >
      {children}
    </a>
  );
}
