import { useMemo, useState } from "react";
import { counted } from "../../../shared/units/format/counted.ts";
import { ChevronDown } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { useRoute } from "../../navigation/router.ts";
import { EmptyPlan } from "./empty-plan.tsx";
import { ExperimentEditor } from "./experiment/experiment-editor.tsx";
import { focusLater } from "./focus-later.ts";
import { ExperimentList } from "./list/experiment-list.tsx";
import { experimentRows } from "./list/experiment-rows.ts";
import { DroppedModel } from "./model-import/dropped-model.tsx";
import { useModelDrop } from "./model-import/use-model-import.ts";
import { StepStatusPlace } from "./step-status.tsx";
import { useSweepImport } from "./sweep-import/use-sweep-import.ts";
import { useEditable } from "./use-editable.ts";
import { changedAt, indicesIn, useSelected } from "./use-selected.ts";
import "../../components/text-button.css";
import "./controls.css";
import "./experiments.css";

/** Experiments and their sweeps: which there are, and the one that is edited. */
export function ExperimentsStep() {
  const [{ id, tree, live, faults }] = usePlan();
  const route = useRoute();
  const place = route.kind === "plan" ? route.place : null;
  const rows = useMemo(() => experimentRows({ tree, live, faults }), [tree, live, faults]);
  const at = indicesIn(changedAt(tree, place));
  const { selected, turn, select } = useSelected(id, place, at, rows.length);
  const [isListOpen, setListOpen] = useState(false);
  const shown = rows[selected];
  const isEditable = useEditable();
  const { imported, take, close } = useSweepImport(isEditable, place);
  // After the sweep's, and so asked before it: a configuration is told by what is in it, and the importer of sweeps takes the rest.
  const droppedModel = useModelDrop(isEditable);
  const takeFile = (file: File) => {
    setListOpen(false);
    take(file);
  };
  const back = () => {
    close();
    focusLater(".sweep-file-button", ".experiments-menu");
  };
  return (
    <StepStatusPlace>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc shuts the menu that the list is in a narrow window */}
      <div
        className={isListOpen ? "experiments is-list-open" : "experiments"}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isListOpen) return;
          event.stopPropagation();
          setListOpen(false);
          focusLater(".experiments-menu");
        }}
      >
        {rows.length > 0 && (
          <button
            type="button"
            className="experiments-menu"
            aria-expanded={isListOpen}
            onClick={() => setListOpen(!isListOpen)}
          >
            <span>{shown?.title ?? "Experiments"}</span>
            <span className="experiments-menu-count">{counted(rows.length, "experiment")}</span>
            <ChevronDown size={14} />
          </button>
        )}
        {rows.length > 0 && (
          <ExperimentList
            rows={rows}
            selected={selected}
            onSweepFile={takeFile}
            onSelect={(experiment) => {
              close();
              select(experiment);
              setListOpen(false);
              if (isListOpen) focusLater(".experiment-title-field");
            }}
          />
        )}
        <DroppedModel experiment={selected} dropped={droppedModel} />
        {imported !== null ? (
          <imported.SweepImport
            key={imported.turn}
            file={imported.file}
            known={imported.known}
            onFile={take}
            onClose={back}
            onAdded={(experiment) => {
              close();
              select(experiment);
              focusLater(".experiment-title-field");
            }}
          />
        ) : shown === undefined ? (
          <EmptyPlan onAdded={() => select(0)} onSweepFile={takeFile} />
        ) : (
          <ExperimentEditor key={turn} experiment={selected} count={rows.length} at={at} onSelect={select} />
        )}
      </div>
    </StepStatusPlace>
  );
}
