import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef } from "react";
import { countText, read } from "../../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { Fault, Grip, Plus } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { addExperiment, deleteExperiment, moveItem } from "../edits.ts";
import { focusLater } from "../focus-later.ts";
import { rerunsOf } from "../live-figures.ts";
import { useStepStatus } from "../step-status.tsx";
import { SweepFileButton } from "../sweep-import/sweep-file-button.tsx";
import { dragClass, useDragOrder } from "../use-drag-order.ts";
import { useEditable } from "../use-editable.ts";
import { DisputesNote } from "./disputes-note.tsx";
import type { ExperimentRow } from "./experiment-rows.ts";
import "./experiment-list.css";

const ROW_HEIGHT = 44;

interface ExperimentListProps {
  readonly rows: readonly ExperimentRow[];
  readonly selected: number;
  readonly onSelect: (experiment: number) => void;
  readonly onSweepFile: (file: File) => void;
}

/** The experiments of the plan with their share of its cost: one is edited beside the list. */
export function ExperimentList({ rows, selected, onSelect, onSweepFile }: ExperimentListProps) {
  const [{ tree, live, isStale }, editor] = usePlan();
  const isEditable = useEditable();
  const { deleted, announce } = useStepStatus();
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
    initialRect: { width: 300, height: 640 },
  });
  const most = Math.max(0, ...rows.map(({ share }) => share ?? 0));

  const select = (experiment: number) => {
    wantsFocus.current = true;
    onSelect(Math.max(0, Math.min(rows.length - 1, experiment)));
  };
  const move = (from: number, to: number) => {
    if (!isEditable || to < 0 || to >= rows.length || to === from) return;
    editor.edit(moveItem(["experiments"], from, to));
    select(to);
    announce(`${rows[from]?.title} is number ${to + 1} of ${rows.length}`);
  };
  const { drag, start } = useDragOrder(scroller, "experiment", move);

  useEffect(() => {
    virtual.scrollToIndex(selected, { align: "auto" });
  }, [selected, virtual]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-drag-experiment="${selected}"] button`);
    if (button === null || button === undefined) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by !== undefined) move(selected, selected + by);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (by !== undefined) select(selected + by);
    else if (event.key === "Home") select(0);
    else if (event.key === "End") select(rows.length - 1);
    else if (event.key === "Delete" && isEditable) {
      editor.edit(deleteExperiment(tree, selected));
      deleted(rows[selected]?.title ?? "");
      select(Math.min(selected, rows.length - 2));
    } else return;
    event.preventDefault();
  };

  const total = live?.estimated.withReruns;
  const reruns = live === null ? null : rerunsOf(live);
  return (
    <section className="experiment-list" aria-label="Experiments">
      <div className="experiment-list-head">
        <h2>Experiments</h2>
        <span>share of cost</span>
      </div>
      <div className="experiment-list-rows" ref={scroller}>
        <ol
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={press}
          className={isStale ? "is-stale" : undefined}
          aria-label="Experiments"
        >
          {virtual.getVirtualItems().map(({ index, start: top }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <ListRow
                key={index}
                index={index}
                top={top}
                {...row}
                part={row.share === null || most === 0 ? 0 : row.share / most}
                isSelected={index === selected}
                dragged={dragClass(drag, index)}
                onSelect={onSelect}
                onDrag={start}
              />
            );
          })}
        </ol>
        {reruns !== null && (
          <p className={isStale ? "experiment-reruns is-stale" : "experiment-reruns"}>
            <span>Reruns and failures</span>
            <span className="tabular">
              <strong>{percent(reruns.share)}</strong> %
            </span>
            <span>
              {read(reruns.totals.cost)} {live?.resolved.currency}
            </span>
          </p>
        )}
        {total !== undefined && (
          <p className={isStale ? "experiment-total is-stale" : "experiment-total"}>
            <strong>Total</strong>
            <span className="tabular">
              <strong>100.0</strong> %
            </span>
            <span>
              {read(total.cost)} {live?.resolved.currency}
            </span>
            <span className="tabular">{counted(total.runs, "run")}</span>
          </p>
        )}
        <div className="experiment-add">
          <button
            type="button"
            className="text-button"
            disabled={!isEditable}
            onClick={() => {
              editor.edit(addExperiment(tree, rows.length));
              onSelect(rows.length);
              focusLater(".experiment-title-field");
            }}
          >
            <Plus size={14} /> Experiment
          </button>
          <SweepFileButton isDisabled={!isEditable} onFile={onSweepFile} />
        </div>
      </div>
      <DisputesNote />
    </section>
  );
}

interface ListRowProps extends ExperimentRow {
  readonly index: number;
  readonly top: number;
  /** Length of the bar: of the longest one, 0 to 1. */
  readonly part: number;
  readonly isSelected: boolean;
  readonly dragged: string;
  readonly onSelect: (experiment: number) => void;
  readonly onDrag: (event: PointerEvent<HTMLElement>, index: number) => void;
}

const ListRow = memo(
  function ListRow(props: ListRowProps) {
    const { index, top, title, remark, share, runs, faults, part, isSelected, dragged, onSelect, onDrag } = props;
    return (
      <li
        className={(isSelected ? "experiment-row is-selected" : "experiment-row") + dragged}
        style={{ top, height: ROW_HEIGHT }}
        data-drag-experiment={index}
      >
        <span className="drag-handle" aria-hidden="true" onPointerDown={(event) => onDrag(event, index)}>
          <Grip size={14} />
        </span>
        <button
          type="button"
          aria-current={isSelected ? "true" : undefined}
          tabIndex={isSelected ? 0 : -1}
          onClick={() => onSelect(index)}
        >
          <span className="experiment-name">
            <span className="experiment-title">{title}</span>
            {remark !== null && <span className="experiment-remark">{remark}</span>}
            {faults > 0 && (
              <span className="experiment-faults">
                <Fault size={12} /> {counted(faults, "fault")}
              </span>
            )}
          </span>
          <span className="experiment-share tabular">
            {share === null ? "" : <strong>{percent(share)}</strong>}
            {share === null ? "–" : " %"}
          </span>
          <span className="experiment-bar" aria-hidden="true">
            <span style={{ width: `${Math.max(share === null ? 0 : 0.6, part * 100)}%` }} />
          </span>
          <span className="experiment-runs tabular">
            {runs === null ? "no figures yet" : `${countText(runs)} ${exact(runs) === "1" ? "run" : "runs"}`}
          </span>
        </button>
      </li>
    );
  },
  // The two handlers are made anew with every change and always do the same.
  (before, after) =>
    before.index === after.index &&
    before.top === after.top &&
    before.title === after.title &&
    before.remark === after.remark &&
    before.share === after.share &&
    before.runs === after.runs &&
    before.faults === after.faults &&
    before.part === after.part &&
    before.isSelected === after.isSelected &&
    before.dragged === after.dragged,
);
