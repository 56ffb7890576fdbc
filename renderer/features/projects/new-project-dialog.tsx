import Button from "@mui/material/Button";
import { type FormEvent, useId, useRef, useState } from "react";
import { blankPlan } from "../../../shared/plan/blank.ts";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import { Modal } from "../../components/modal.tsx";
import { createDocument } from "../../documents/documents.ts";
import { newPlanName } from "../../documents/new-plan-name.ts";
import { closeNewProject, type NewProjectRequest } from "../../documents/new-project-request.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import type { PlanSource } from "../../estimating/opened-plan.ts";
import { client } from "../../host/client.ts";
import { useTemplates } from "../../host/use-host.ts";
import { goToPlan } from "../../navigation/router.ts";
import { currentSettings } from "../../settings/use-settings.ts";
import "./new-project-dialog.css";

const BLANK = "blank";

/** Asks for what a new project needs: a title, and what it begins with. */
export function NewProjectDialog({ from }: NewProjectRequest) {
  const templates = useTemplates();
  const heading = useId();
  const field = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState("");
  const [picked, setPicked] = useState<string | null>(from === BLANK ? BLANK : null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  // The first template, where somebody asked for one and has not picked yet.
  const chosen = picked ?? templates[0]?.id ?? BLANK;

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") {
      setTrouble("A project needs a title.");
      field.current?.focus();
      return;
    }
    setMaking(true);
    const source = await sourceOf(chosen, title.trim());
    if (typeof source === "string") {
      setMaking(false);
      return setTrouble(source);
    }
    const words = chosen === BLANK ? "New project" : `New project from a template`;
    const { id } = await createDocument(source, words);
    closeNewProject();
    goToPlan(id, chosen === BLANK ? "project" : "experiments");
  };

  return (
    <Modal label="New project" className="new-project" onClose={closeNewProject}>
      <form onSubmit={(event) => void make(event)} noValidate>
        <h2>New project</h2>
        <label className="new-project-title">
          Title
          <input
            ref={field}
            type="text"
            maxLength={200}
            value={title}
            aria-invalid={trouble !== null}
            aria-describedby={trouble === null ? undefined : `${heading}-trouble`}
            onChange={({ currentTarget }) => {
              setTitle(currentTarget.value);
              setTrouble(null);
            }}
          />
        </label>
        {trouble !== null && (
          <p id={`${heading}-trouble`} className="new-project-trouble" role="alert">
            {trouble}
          </p>
        )}
        <fieldset className="new-project-from">
          <legend>Begin with</legend>
          <Choice
            title="A blank plan"
            description="One small experiment and one price to begin with; you change each step."
            checked={chosen === BLANK}
            onPick={() => setPicked(BLANK)}
          />
          {templates.map((template) => (
            <Choice
              key={template.id}
              title={template.title}
              description={template.description}
              checked={chosen === template.id}
              onPick={() => setPicked(template.id)}
            />
          ))}
        </fieldset>
        <div className="new-project-actions">
          <Button variant="text" onClick={closeNewProject}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={isMaking}>
            Make the project
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly description: string;
  readonly checked: boolean;
  readonly onPick: () => void;
}

function Choice({ title, description, checked, onPick }: ChoiceProps) {
  const id = useId();
  return (
    <label className="new-project-choice">
      <input type="radio" name="new-project-from" checked={checked} onChange={onPick} aria-describedby={id} />
      <span>
        <strong>{title}</strong>
        <span id={id}>{description}</span>
      </span>
    </label>
  );
}

/** The text that the project begins with, or why there is none. */
async function sourceOf(from: string, title: string): Promise<PlanSource | string> {
  if (from === BLANK) {
    const { currency } = currentSettings();
    return { name: newPlanName(title), text: blankPlan({ title, date: today(), currency }, catalogue) };
  }
  const reply = await client["templates.read"]({ id: from });
  if (!reply.ok) return reply.error.message;
  const edited = editText(reply.value.text, [{ op: "set", path: ["title"], value: title }]);
  return { name: newPlanName(title), text: edited.ok ? edited.value : reply.value.text };
}

/** The day by the calendar on the person's wall. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
