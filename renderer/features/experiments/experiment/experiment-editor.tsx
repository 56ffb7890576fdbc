import IconButton from "@mui/material/IconButton";
import { useId, useRef, useState } from "react";
import { Copy, Plus } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { ActionMenu } from "../action-menu.tsx";
import { CostChart } from "../chart/cost-chart.tsx";
import { addSweep, copyExperiment, deleteExperiment, experimentPath, moveItem, retitle } from "../edits.ts";
import { focusLater } from "../focus-later.ts";
import { InlineText } from "../inline-text.tsx";
import { useStepStatus } from "../step-status.tsx";
import { SweepCard } from "../sweep/sweep-card.tsx";
import { useDragOrder } from "../use-drag-order.ts";
import { useEditable } from "../use-editable.ts";
import type { Indices } from "../use-selected.ts";
import { DetailsToggle, ExperimentDetails } from "./experiment-details.tsx";
import { ExperimentFigures } from "./experiment-figures.tsx";
import "./experiment.css";

/** With more sweeps than these only the first is open at the start. */
const MOST_OPEN = 6;

interface ExperimentEditorProps {
  readonly experiment: number;
  /** Of the plan's experiments. */
  readonly count: number;
  /** The place that the address names. */
  readonly at: Indices;
  readonly onSelect: (experiment: number) => void;
}

/** One experiment: its title, what it costs, its sweeps, and a chart of its cost. */
export function ExperimentEditor({ experiment, count, at, onSelect }: ExperimentEditorProps) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const { deleted } = useStepStatus();
  const path = experimentPath(experiment);
  const sweeps = treeItems(tree, [...path, "sweeps"]);
  const title = String(treeValue(tree, [...path, "title"]) ?? "");
  const namesPlace = at.experiment === experiment || at.group !== null;
  const [openAxis, setOpenAxis] = useState<{ readonly sweep: number; readonly name: string } | null>(
    namesPlace && at.sweep !== null && at.axis !== null ? { sweep: at.sweep, name: at.axis } : null,
  );
  const [hasDetails, setDetails] = useState(at.experiment === experiment && at.sweep === null && at.isInside);
  const detailsId = useId();
  const container = useRef<HTMLDivElement>(null);
  const { drag, start } = useDragOrder(container, "sweep", (from, to) => {
    setOpenAxis(null);
    editor.edit(moveItem([...path, "sweeps"], from, to));
  });

  const actions = [
    { id: "copy", words: "Copy this experiment", run: () => copy() },
    ...(experiment > 0 ? [{ id: "up", words: "Move up", run: () => move(experiment - 1) }] : []),
    ...(experiment < count - 1 ? [{ id: "down", words: "Move down", run: () => move(experiment + 1) }] : []),
    {
      id: "delete",
      words: "Delete this experiment",
      run: () => {
        editor.edit(deleteExperiment(tree, experiment));
        deleted(title);
        onSelect(Math.max(0, Math.min(experiment, count - 2)));
        focusLater(".experiment-row.is-selected > button", ".experiments-menu", ".experiments-empty button");
      },
    },
  ];
  const copy = () => {
    editor.edit(copyExperiment(tree, experiment));
    onSelect(experiment + 1);
    focusLater(".experiment-title-field");
  };
  const move = (to: number) => {
    editor.edit(moveItem(["experiments"], experiment, to));
    onSelect(to);
  };

  return (
    <div className="experiment-editor" ref={container}>
      <div className="experiment-head">
        <InlineText
          path={[...path, "title"]}
          label="Title of the experiment"
          placeholder="Title"
          className="experiment-title-field"
          edits={(text) => retitle(tree, experiment, text)}
        />
        <DetailsToggle
          experiment={experiment}
          controls={detailsId}
          isOpen={hasDetails}
          onToggle={() => setDetails(!hasDetails)}
        />
        {isEditable && (
          <div className="experiment-actions">
            <IconButton aria-label="Copy this experiment" title="Copy this experiment" onClick={copy}>
              <Copy />
            </IconButton>
            <ActionMenu label={`More for ${title}`} actions={actions} />
          </div>
        )}
      </div>
      <ExperimentFigures experiment={experiment} />
      {hasDetails && <ExperimentDetails experiment={experiment} id={detailsId} />}
      {sweeps.map((_, sweep) => (
        <SweepCard
          // biome-ignore lint/suspicious/noArrayIndexKey: sweeps need no id, and a moved one is edited anew
          key={sweep}
          experiment={experiment}
          sweep={sweep}
          count={sweeps.length}
          isOpenFirst={sweeps.length <= MOST_OPEN || sweep === 0 || sweep === at.sweep}
          openGroup={namesPlace && (at.sweep ?? 0) === sweep ? at.group : null}
          openAxis={openAxis?.sweep === sweep ? openAxis.name : null}
          onOpenAxis={(name) => setOpenAxis(name === null ? null : { sweep, name })}
          drag={drag}
          onDrag={start}
        />
      ))}
      <button
        type="button"
        className="text-button"
        disabled={!isEditable}
        onClick={() => {
          editor.edit(addSweep(tree, experiment, sweeps.length));
          focusLater(`[data-drag-sweep="${sweeps.length}"] .sweep-title-field`);
        }}
      >
        <Plus size={14} /> Sweep
      </button>
      <CostChart experiment={experiment} />
    </div>
  );
}
