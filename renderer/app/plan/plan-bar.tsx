import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Code, Redo, Undo } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { isChanged } from "../../editing/plan-state.ts";
import { addressOf, goTo, goToPlan, type PlanView } from "../../navigation/router.ts";
import "./plan-bar.css";

/** Which plan this is, how its draft stands to the record, and how to take changes back or save them. */
export function PlanBar({ view, onSave }: { readonly view: PlanView; readonly onSave: () => void }) {
  const [state, editor] = usePlan();
  const { id, name, live, saved, canUndo, canRedo } = state;
  // The sheet and the text have a first heading of their own.
  const Heading = (view === "sheet" && live !== null) || view === "text" ? "span" : "h1";
  return (
    <header className="plan-bar">
      <nav className="plan-bar-title" aria-label="Place">
        <a
          href={addressOf({ kind: "projects" })}
          onClick={(event) => {
            event.preventDefault();
            goTo({ kind: "projects" });
          }}
        >
          Projects
        </a>
        <Heading className="plan-bar-name">{live?.resolved.title ?? name}</Heading>
        <span className="plan-bar-state">
          {saved === null ? "not in the record" : `revision ${saved.revision}`}
          {isChanged(state) ? ", draft kept" : ""}
        </span>
      </nav>
      <div className="plan-bar-actions">
        <IconButton aria-label="Undo" title="Undo" disabled={!canUndo} onClick={editor.undo}>
          <Undo />
        </IconButton>
        <IconButton aria-label="Redo" title="Redo" disabled={!canRedo} onClick={editor.redo}>
          <Redo />
        </IconButton>
        {view !== "text" && (
          <Button variant="text" startIcon={<Code />} onClick={() => goToPlan(id, "text")}>
            Plan as text
          </Button>
        )}
        <Button onClick={onSave}>
          Save revision <Kbd>Ctrl S</Kbd>
        </Button>
      </div>
    </header>
  );
}
