import IconButton from "@mui/material/IconButton";
import { Fragment, type KeyboardEvent, type ReactNode, useState } from "react";
import type { Figure, ScheduleMeasure } from "../../../shared/estimate/figure.ts";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import { bindingWords } from "../../../shared/estimate/schedule/words.ts";
import { read } from "../../../shared/sheet/text/amounts.ts";
import { smallestWords } from "../../../shared/sheet/text/cluster-words.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact, percent } from "../../../shared/units/format/exact.ts";
import "../../components/data-table.css";
import { momentAfter } from "../../../shared/estimate/schedule/moments.ts";
import { momentWords } from "../../../shared/sheet/text/moment-words.ts";
import { ChevronDown, Fault, More } from "../../components/icons.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { faultsUnder } from "../../fields/fault-at.ts";
import { timeParts } from "../../settings/figure-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { type ClusterRow, isKnown, nameOf, nodeWords } from "./cluster-rows.ts";
import { ClusterDetails } from "./details/cluster-details.tsx";
import { FromLibrary } from "./from-library.tsx";
import type { useClusterActions } from "./use-cluster-actions.ts";

const COLUMNS = 9;

interface ClusterTableProps {
  readonly rows: readonly ClusterRow[];
  readonly live: OpenedPlan | null;
  /** By cluster, as they were worked out last; null until they are. */
  readonly schedules: readonly ClusterSchedule[] | null;
  /** They are of the plan as it was before. */
  readonly isOld: boolean;
  readonly selected: number;
  readonly opened: number | null;
  readonly isOwn: boolean;
  readonly isFixed: boolean;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (index: number | null) => void;
  readonly actions: ReturnType<typeof useClusterActions>;
}

/** The plan's clusters, a row each: how long the work takes there, ideally, as it can be scheduled, and with failures. */
export function ClusterTable(props: ClusterTableProps) {
  const { rows, live, schedules, isOld, selected, opened, isOwn, isFixed, onSelect, onOpen, actions } = props;
  const [{ faults }] = usePlan();
  const [menu, setMenu] = useState<{ readonly index: number; readonly anchor: HTMLElement } | null>(null);
  const keys = (index: number) => (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0 || isFixed || !isOwn) return;
    event.preventDefault();
    actions.move(index, index + by);
  };
  return (
    <div className="cluster-table-frame">
      <table className={isOld ? "data-table cluster-table is-old" : "data-table cluster-table"}>
        <thead>
          <tr>
            <th scope="col">Cluster</th>
            <th scope="col" className="number">
              Ideal <small>card-hours ÷ cards</small>
            </th>
            <th scope="col" className="number">
              Scheduled <small>on whole nodes</small>
            </th>
            <th scope="col" className="number">
              With failures <small>{mtbfWords(live)}</small>
            </th>
            <th scope="col" className="number">
              In use <small>%</small>
            </th>
            <th scope="col" className="number">
              Idle <small>card-hours</small>
            </th>
            <th scope="col" className="number">
              Ends <small>{startWords(live)}</small>
            </th>
            <th scope="col">What binds</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isOpen = row.index === opened;
            const known = isKnown(row, live) ? (schedules?.[row.index] ?? null) : null;
            const wrong = faultsUnder(faults, ["clusters", row.index]);
            return (
              <Fragment key={row.index}>
                <tr
                  data-cluster={row.index}
                  className={row.index === selected ? "selected" : undefined}
                  onKeyDown={keys(row.index)}
                  onClick={() => onSelect(row.index)}
                >
                  <th scope="row" className="cluster-title">
                    <button
                      type="button"
                      className="cluster-name"
                      aria-pressed={row.index === selected}
                      onClick={() => onSelect(row.index)}
                    >
                      {nameOf(row)}
                    </button>
                    <span className="cluster-beside">{besideWords(row)}</span>
                    {wrong > 0 && (
                      <span className="cluster-wrong">
                        <Fault size={12} /> {wrong === 1 ? "1 fault" : `${wrong} faults`}
                      </span>
                    )}
                    <FromLibrary row={row} isFixed={isFixed} />
                  </th>
                  <td className="number cluster-time">
                    <Time
                      row={row}
                      live={live}
                      hours={row.hours}
                      figure={{ of: "cluster", cluster: row.index }}
                      name="time"
                    />
                  </td>
                  <Scheduled row={row} live={live} schedule={known} />
                  <td className="cluster-menu">
                    <IconButton
                      aria-label={`Details of ${nameOf(row)}`}
                      title="Details"
                      aria-expanded={isOpen}
                      disabled={isFixed && !isOwn}
                      onClick={(event) => {
                        event.stopPropagation();
                        if (!isOwn) actions.change();
                        onOpen(isOpen ? null : row.index);
                      }}
                    >
                      <ChevronDown />
                    </IconButton>
                    <IconButton
                      aria-label={`More for ${nameOf(row)}`}
                      title="More"
                      aria-haspopup="menu"
                      onClick={(event) => {
                        event.stopPropagation();
                        setMenu({ index: row.index, anchor: event.currentTarget });
                      }}
                    >
                      <More />
                    </IconButton>
                  </td>
                </tr>
                {isOpen && isOwn && (
                  <tr className="cluster-details-row">
                    <td colSpan={COLUMNS}>
                      <ClusterDetails index={row.index} live={live} onClose={() => onOpen(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <LazyMenu
        anchor={menu?.anchor ?? null}
        items={menu === null || rows[menu.index] === undefined ? [] : actions.actions(rows[menu.index] as ClusterRow)}
        onPick={(action) => {
          const row = menu === null ? undefined : rows[menu.index];
          if (row !== undefined) actions.run(action, row);
        }}
        onClose={() => setMenu(null)}
      />
    </div>
  );
}

interface OfRow {
  readonly row: ClusterRow;
  readonly live: OpenedPlan | null;
}

/** The cells that come from the schedule: dashes until it is there, and the reason where nothing can run. */
function Scheduled({ row, live, schedule }: OfRow & { readonly schedule: ClusterSchedule | null }) {
  const isNone = schedule !== null && schedule.infeasible.length > 0 && schedule.scheduled.hours === 0;
  if (schedule === null || live === null || isNone) {
    return (
      <>
        {["scheduled", "expected", "use", "idle", "ends"].map((key) => (
          <td key={key} className="number quiet">
            –
          </td>
        ))}
        <td className="cluster-binds">
          {isNone && <span className="cluster-note">No run can run here. {smallestWords(schedule)}</span>}
        </td>
      </>
    );
  }
  const { cluster, scheduled, expected, infeasible, workload } = schedule;
  const figure = (measure: ScheduleMeasure): Figure => ({ of: "schedule", cluster: row.index, measure });
  const ends = momentAfter(cluster, expected.hours);
  const isTooLate = ends !== null && cluster.end !== null && ends.slice(0, 10) > cluster.end;
  const out = workload.jobs.reduce((sum, { count }, job) => sum + (scheduled.jobs[job] === null ? count : 0), 0);
  return (
    <>
      <td className="number cluster-time cluster-scheduled">
        <Time row={row} live={live} hours={scheduled.hours} figure={figure("scheduledHours")} name="scheduled" />
        {infeasible.length > 0 && <span className="cluster-note">without {counted(out, "run")}</span>}
      </td>
      <td className="number cluster-time">
        <Time row={row} live={live} hours={expected.hours} figure={figure("expectedHours")} name="expected" />
      </td>
      <td className="number">
        <FigureButton
          figure={figure("utilisation")}
          place={`clusters.utilisation.${row.index}`}
          exact={`${exact(scheduled.utilisation * 100)} %`}
        >
          {percent(scheduled.utilisation)}
        </FigureButton>
      </td>
      <td className="number">
        <FigureButton
          figure={figure("idleCardHours")}
          place={`clusters.idle.${row.index}`}
          exact={`${exact(scheduled.idleCardHours)} card-hours`}
        >
          {read(scheduled.idleCardHours)}
        </FigureButton>
      </td>
      <td className={isTooLate ? "number cluster-note" : "number"}>{momentWords(ends, cluster.start)}</td>
      <td className="cluster-binds">
        {bindingWords(live.resolved, schedule)}
        {isTooLate && <span className="cluster-note">The cluster ends on {dateWords(cluster.end ?? "")}.</span>}
      </td>
    </>
  );
}

interface TimeProps extends OfRow {
  readonly hours: number | null;
  readonly figure: Figure;
  readonly name: string;
}

function Time({ row, live, hours, figure, name }: TimeProps) {
  const units = useSettings();
  if (hours === null) return <span className="quiet">–</span>;
  const { digits, unit } = timeParts(hours, units);
  const text: ReactNode = (
    <>
      {digits} <span className="cluster-unit">{unit}</span>
    </>
  );
  // A cluster that the last valid plan does not have in this place cannot be asked for.
  if (!isKnown(row, live)) return text;
  return (
    <FigureButton figure={figure} place={`clusters.${name}.${row.index}`} exact={`${exact(hours)} h`}>
      {text}
    </FigureButton>
  );
}

/** "1 node and a quarter", with the card's name where it is another than the plan's. */
function besideWords({ nodes, cards, granted, card }: ClusterRow): string {
  if (nodes === null || cards === null) return "";
  const size =
    granted === null || granted === cards ? nodeWords(nodes) : `${exact(granted)} of ${exact(cards)} granted`;
  return card === null ? size : `${size}, ${card}`;
}

/** The mean time between failures, where all clusters have the same. */
function mtbfWords(live: OpenedPlan | null): string {
  const all = new Set(live?.resolved.clusters.map(({ cardMtbfHours }) => cardMtbfHours.likely));
  const [first] = all;
  return all.size === 1 && first !== undefined ? `MTBF ${exact(Math.round(first))} h` : "as its cards fail";
}

function startWords(live: OpenedPlan | null): string {
  const all = new Set(live?.resolved.clusters.map(({ start }) => start));
  const [first] = all;
  if (all.size !== 1) return "from its own start";
  return first == null ? "the plan has no date" : `from ${dateWords(first)}`;
}
