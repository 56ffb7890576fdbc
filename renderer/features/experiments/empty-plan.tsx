import Button from "@mui/material/Button";
import { Plus } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { addExperiment } from "./edits.ts";
import { focusLater } from "./focus-later.ts";
import { SweepFileButton } from "./sweep-import/sweep-file-button.tsx";
import { useEditable } from "./use-editable.ts";

/** What an experiment is, where there is none yet. */
export function EmptyPlan({
  onAdded,
  onSweepFile,
}: {
  readonly onAdded: () => void;
  readonly onSweepFile: (file: File) => void;
}) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  return (
    <section className="experiments-empty" aria-labelledby="no-experiments">
      <h2 id="no-experiments">No experiments yet</h2>
      <p>
        An experiment is a row of the budget: one question, and the runs that answer it. For example, “Learning rate by
        width”: 5 widths × 4 learning rates × 3 seeds = 60 runs.
      </p>
      <div className="experiments-empty-ways">
        <Button
          variant="contained"
          color="primary"
          startIcon={<Plus />}
          disabled={!isEditable}
          onClick={() => {
            editor.edit(addExperiment(tree, 0));
            onAdded();
            focusLater(".experiment-title-field");
          }}
        >
          Add an experiment
        </Button>
        <SweepFileButton isDisabled={!isEditable} onFile={onSweepFile} />
      </div>
    </section>
  );
}
