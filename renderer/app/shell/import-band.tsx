import Button from "@mui/material/Button";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { Notice } from "../../components/notice.tsx";
import { ProgressBar } from "../../components/progress-bar.tsx";
import type { ImportOutcome } from "../../documents/import-plans.ts";
import { forgetImport, useImportRun } from "../../documents/import-run.ts";

/** How far an import of plan files is, with a way to stop it, and then what came of it. */
export function ImportBand() {
  const run = useImportRun();
  if (run === null) return null;
  if (run.kind === "ended") {
    const { outcome } = run;
    const isDone = outcome.kind === "done" && outcome.faulty === 0 && outcome.refused.length === 0;
    return (
      <Notice isDone={isDone} onClose={forgetImport}>
        {wordsOf(outcome)}
      </Notice>
    );
  }
  const { done, total } = run.progress;
  return (
    <div className="import-band">
      <ProgressBar label="Import of plan files" done={done} total={total}>
        {`Reading plan files, ${exact(done)} of ${exact(total)}`}
      </ProgressBar>
      <Button onClick={run.cancel}>Cancel</Button>
    </div>
  );
}

const MOST_NAMED = 3;

function wordsOf(outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case "cancelled":
      return "The import was cancelled; nothing of it is in the record.";
    case "failed":
      return `Nothing was imported. ${outcome.error.message}`;
    case "done": {
      const { projects, faulty, refused } = outcome;
      const more = refused.length - MOST_NAMED;
      return [
        `${counted(projects, "plan")} imported.`,
        ...(faulty === 0
          ? []
          : [
              `${faulty === projects ? (faulty === 1 ? "It has" : "All have") : `${exact(faulty)} of them ${faulty === 1 ? "has" : "have"}`} faults, marked in the list.`,
            ]),
        ...refused.slice(0, MOST_NAMED).map(({ name, reason }) => `${name} was left out. ${reason}`),
        ...(more > 0 ? [`${counted(more, "more file")} ${more === 1 ? "was" : "were"} left out.`] : []),
      ].join(" ");
    }
  }
}
