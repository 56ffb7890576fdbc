import { useEffect, useMemo, useState } from "react";
import { runCommand } from "../../commands/registry.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { locate } from "../../estimating/locate.ts";
import { PlanTextPage } from "./plan-text-page.tsx";

/** After so long a pause in typing the list of faults is that of the text: sooner, it would jump under the eyes. */
const PAUSE_MS = 600;

export interface TextStepProps {
  readonly place: string | null;
  /** Where the reader came from: "the sheet". */
  readonly backName: string;
  readonly onBack: () => void;
}

/** The opened plan as text; both views are one document. */
export function TextStep({ place, backName, onBack }: TextStepProps) {
  const [{ name, text, faults, live, readOnly }, editor] = usePlan();
  const [checked, setChecked] = useState({ text, faults });

  useEffect(() => {
    if (checked.text === text) return;
    const timer = setTimeout(() => setChecked({ text, faults }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [checked, text, faults]);

  // The place is where the reader came from: typing does not go there again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is another goal
  const goal = useMemo(() => (place === null ? null : locate(text, place)), [place]);

  return (
    <PlanTextPage
      draft={{ name, text, checked: checked.text, faults: checked.faults }}
      goal={goal}
      hasFigures={live !== null}
      readOnly={readOnly !== null}
      backName={backName}
      onType={(typed) => editor.type(typed, "text")}
      onReplace={(replaced) => editor.type(replaced)}
      onCheck={() => {
        setChecked({ text, faults });
        if (faults.length === 0) onBack();
      }}
      onSave={() => runCommand("project.export")}
      onBack={onBack}
    />
  );
}
