import { type PointerEvent, useId, useRef, useState } from "react";
import { countText, rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { plural } from "../../../../shared/units/format/counted.ts";
import { ChevronDown, Grip } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { treeEntries, treeValue } from "../../../fields/tree-value.ts";
import { ActionMenu } from "../action-menu.tsx";
import { AddAxis } from "../axis/add-axis.tsx";
import { AxisEditor } from "../axis/axis-editor.tsx";
import { AxisRow } from "../axis/axis-row.tsx";
import { addSweep, copySweep, deleteSweep, experimentPath, sweepPath } from "../edits.ts";
import { focusLater } from "../focus-later.ts";
import { InlineText } from "../inline-text.tsx";
import { figuresOf, sweepFigures } from "../live-figures.ts";
import { effectiveFields } from "../recipe/levels.ts";
import { RecipeRows } from "../recipe/recipe-rows.tsx";
import { useStepStatus } from "../step-status.tsx";
import { type DragOrder, dragClass, useDragOrder } from "../use-drag-order.ts";
import { useEditable } from "../use-editable.ts";
import { EquationView } from "./equation-view.tsx";
import { SweepMore } from "./sweep-more.tsx";
import "./sweep.css";

interface SweepCardProps {
  readonly experiment: number;
  readonly sweep: number;
  readonly count: number;
  readonly isOpenFirst: boolean;
  /** The group of fields that the address names. */
  readonly openGroup: string | null;
  readonly openAxis: string | null;
  readonly onOpenAxis: (name: string | null) => void;
  readonly drag: DragOrder["drag"];
  readonly onDrag: (event: PointerEvent<HTMLElement>, index: number) => void;
}

/** One sweep: its model and training in words, its axes, and the runs that they come to. */
export function SweepCard(props: SweepCardProps) {
  const { experiment, sweep, count, isOpenFirst, openGroup, openAxis, onOpenAxis, drag, onDrag } = props;
  const [{ tree, live, faults, isStale }, editor] = usePlan();
  const isEditable = useEditable();
  const { deleted, announce } = useStepStatus();
  const [isOpen, setOpen] = useState(isOpenFirst);
  const id = useId();
  const container = useRef<HTMLElement>(null);
  const path = sweepPath(experiment, sweep);
  const axesPath = [...path, "axes"];
  const axes = treeEntries(tree, axesPath);
  const names = axes.map(([name]) => name);
  const model = effectiveFields(tree, { experiment, sweep }, "model");
  const title = treeValue(tree, [...path, "title"]);
  const name = typeof title === "string" && title !== "" ? title : `Sweep ${sweep + 1}`;
  const faultCount = faultsUnder(faults, path);

  const wantsFocus = useRef<string | null>(null);
  const moveAxis = (axis: string, to: number) => {
    if (!isEditable || to < 0 || to >= names.length) return;
    editor.edit({ op: "moveKey", path: axesPath, key: axis, to });
    wantsFocus.current = axis;
    announce(`${axis} is axis ${to + 1} of ${names.length}`);
  };
  const { drag: dragged, start: startDrag } = useDragOrder(container, "axis", (from, to) => {
    const axis = names[from];
    if (axis !== undefined) moveAxis(axis, to);
  });
  const move = (to: number) =>
    editor.edit({ op: "move", path: [...experimentPath(experiment), "sweeps"], from: sweep, to });
  const actions = [
    { id: "copy", words: "Copy this sweep", run: () => editor.edit(copySweep(tree, experiment, sweep)) },
    { id: "add", words: "Add a sweep below", run: () => editor.edit(addSweep(tree, experiment, sweep + 1)) },
    ...(sweep > 0 ? [{ id: "up", words: "Move up", run: () => move(sweep - 1) }] : []),
    ...(sweep < count - 1 ? [{ id: "down", words: "Move down", run: () => move(sweep + 1) }] : []),
    ...(count > 1
      ? [
          {
            id: "delete",
            words: "Delete this sweep",
            run: () => {
              editor.edit(deleteSweep(tree, experiment, sweep));
              deleted(name);
              focusLater(`[data-drag-sweep="${Math.max(0, sweep - 1)}"] .sweep-title-field`);
            },
          },
        ]
      : []),
  ];
  const figures = sweepFigures(live, figuresOf(live, tree, experiment)?.index ?? -1, sweep);

  return (
    <section
      ref={container}
      className={`sweep${dragClass(drag, sweep)}`}
      aria-label={name}
      data-drag-sweep={sweep}
      data-place={`experiments[${experiment}].sweeps[${sweep}]`}
    >
      <div className="sweep-head">
        {count > 1 && isEditable && (
          <span className="drag-handle" aria-hidden="true" onPointerDown={(event) => onDrag(event, sweep)}>
            <Grip size={14} />
          </span>
        )}
        <button
          type="button"
          className="disclosure"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={isOpen ? `Close ${name}` : `Open ${name}`}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={(event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (!event.altKey || by === undefined) return;
            event.preventDefault();
            if (!isEditable || sweep + by < 0 || sweep + by >= count) return;
            move(sweep + by);
            announce(`${name} is sweep ${sweep + by + 1} of ${count}`);
            focusLater(`[data-drag-sweep="${sweep + by}"] .sweep-head .disclosure`);
          }}
        >
          <ChevronDown size={14} />
        </button>
        <InlineText
          path={[...path, "title"]}
          label={`Title of sweep ${sweep + 1}`}
          placeholder={`Sweep ${sweep + 1}`}
          className="sweep-title-field"
        />
        {faultCount > 0 && <span className="fault-count">{faultCount === 1 ? "1 fault" : `${faultCount} faults`}</span>}
        {figures !== null && (
          <span className={isStale ? "sweep-figures is-stale" : "sweep-figures"}>
            {countText(figures.runs)} {plural(figures.runs, "run")} of{" "}
            {figures.perRun.from === figures.perRun.to
              ? read(figures.perRun.from)
              : rangeText(figures.perRun.from, figures.perRun.to).replace("–", " to ")}{" "}
            card-hours
          </span>
        )}
        {isEditable && <ActionMenu label={`More for ${name}`} actions={actions} />}
      </div>
      {isOpen && (
        <div className="sweep-body" id={id}>
          <RecipeRows where={{ experiment, sweep }} openFirst={openGroup} />
          <ul className="axes" aria-label={`Axes of ${name}`}>
            {axes.map(([axis, value], index) => (
              <li
                key={axis}
                className={`${openAxis === axis ? "axis is-open" : "axis"}${dragClass(dragged, index)}`}
                data-drag-axis={index}
              >
                {isEditable && (
                  <span className="drag-handle" aria-hidden="true" onPointerDown={(event) => startDrag(event, index)}>
                    <Grip size={14} />
                  </span>
                )}
                {openAxis === axis ? (
                  <AxisEditor
                    axesPath={axesPath}
                    name={axis}
                    names={names}
                    value={value}
                    model={model}
                    onClose={() => {
                      wantsFocus.current = axis;
                      onOpenAxis(null);
                    }}
                    onRename={onOpenAxis}
                    onMove={(by) => moveAxis(axis, index + by)}
                  />
                ) : (
                  <AxisRow
                    axesPath={axesPath}
                    name={axis}
                    names={names}
                    value={value}
                    model={model}
                    wantsFocus={wantsFocus}
                    onOpen={() => onOpenAxis(axis)}
                    onMove={(by) => moveAxis(axis, index + by)}
                  />
                )}
              </li>
            ))}
          </ul>
          <AddAxis axesPath={axesPath} names={names} model={model} onAdded={onOpenAxis} />
          <EquationView experiment={experiment} sweep={sweep} />
          <SweepMore experiment={experiment} sweep={sweep} names={names} />
        </div>
      )}
    </section>
  );
}
