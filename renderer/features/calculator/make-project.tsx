import Button from "@mui/material/Button";
import { useState } from "react";
import type { BlankPlan } from "../../../shared/plan/blank.ts";
import { createDocument } from "../../documents/documents.ts";
import { newPlanName } from "../../documents/new-plan-name.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { today } from "../../library/today.ts";
import { goToPlan } from "../../navigation/router.ts";
import { currentSettings } from "../../settings/use-settings.ts";
import { type ProjectValues, projectText } from "./project-text.ts";

interface MakeProjectProps {
  readonly title: string;
  /** Asked for when the project is made; null while a number is missing. */
  readonly values: (() => ProjectValues) | null;
  /** What goes over into the project. */
  readonly help: string;
}

/** What every text of a new plan begins with. */
export const beginning = (title: string): BlankPlan => ({
  title,
  date: today(),
  currency: currentSettings().currency,
});

/** Makes a project that begins with the numbers of the question, and shows it. */
export function MakeProject({ title, values, help }: MakeProjectProps) {
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    if (values === null) return;
    setMaking(true);
    const source = { name: newPlanName(title), text: projectText(beginning(title), values(), catalogue) };
    const { id } = await createDocument(source, "New project from the calculator");
    goToPlan(id, "experiments");
  };
  return (
    <div className="calculator-make">
      <Button
        variant="outlined"
        disabled={values === null || isMaking}
        aria-describedby="calculator-make-help"
        onClick={() => void make()}
      >
        Make this a project
      </Button>
      <p id="calculator-make-help" className="calculator-note">
        {help}
      </p>
    </div>
  );
}
