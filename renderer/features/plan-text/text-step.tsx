import { useMemo } from "react";
import { usePlan } from "../../editing/plan-context.ts";
import { locate } from "../../estimating/locate.ts";
import { saveFile } from "../../host/save-file.ts";
import { goToPlan } from "../../navigation/router.ts";
import { PlanTextPage } from "./plan-text-page.tsx";

/** The opened plan as text; both views are one document. */
export function TextStep({ place }: { readonly place: string | null }) {
  const [{ id, name, text, faults, live }, editor] = usePlan();
  // The place is where the reader came from: typing does not go there again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is another goal
  const goal = useMemo(() => (place === null ? null : locate(text, place)), [place]);
  return (
    <PlanTextPage
      draft={{ name, text, checked: text, faults }}
      goal={goal}
      sheetTitle={live?.resolved.title ?? null}
      onType={(typed) => editor.type(typed, "text")}
      onCheck={() => undefined}
      onChoose={() => undefined}
      onSave={() => saveFile(name, new Blob([text], { type: "text/plain" }))}
      onBack={live === null ? null : () => goToPlan(id, "sheet")}
    />
  );
}
