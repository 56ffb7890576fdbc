import { useMemo, useState } from "react";
import type { ClusterSchedule } from "../../../../shared/estimate/schedule/cluster-schedule.ts";
import { isAlike } from "../../../../shared/estimate/schedule/size-curve-of.ts";
import { figuresOf } from "../../../../shared/sheet/context.ts";
import { TableGrid } from "../../../components/icons.tsx";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import type { ClusterView, PolicyTimes, ScheduleQuestion, SizeView } from "../../../estimating/schedule/messages.ts";
import { useAsked } from "../../../estimating/schedule/use-schedule.ts";
import { goToPlan } from "../../../navigation/router.ts";
import { type ClusterRow, nameOf } from "../cluster-rows.ts";
import { SizeChart, SizeTable } from "../size/size-chart.tsx";
import { type Subject, TimelineChart } from "../timeline/timeline-chart.tsx";
import { AllocationTable } from "./allocation-table.tsx";
import { BandTable } from "./band-table.tsx";
import { CannotRunList, cardsEnough } from "./cannot-run.tsx";
import { ClassTable } from "./class-table.tsx";
import { ExperimentTable } from "./experiment-table.tsx";
import { sizeFinding, timelineFinding } from "./findings.ts";
import { PolicySwitch } from "./policy-switch.tsx";
import { SpreadFields, useSpreadOpen } from "./spread-fields.tsx";
import "../../../components/text-button.css";
import "./selected.css";

interface SelectedClusterProps {
  /** Id of the document. */
  readonly id: string;
  readonly row: ClusterRow;
  readonly live: OpenedPlan;
  /** Of all clusters, for the marks in the chart of sizes. */
  readonly schedules: readonly ClusterSchedule[] | null;
  readonly isFixed: boolean;
  /** Makes the cluster one of so many cards. */
  readonly onCards: (cards: number) => void;
}

/** What happens on one cluster: when each experiment runs, on how many cards, what binds, and what a larger one would change. */
export function SelectedCluster({ id, row, live, schedules, isFixed, onCards }: SelectedClusterProps) {
  const [isTable, setTable] = useState(false);
  const plan = live.resolved;
  const { text } = live.source;
  const { answer, isOld } = useAsked(
    useMemo<ScheduleQuestion>(() => ({ of: "cluster", plan: { text }, cluster: row.index }), [text, row.index]),
  );
  const sizes = useAsked(
    useMemo<ScheduleQuestion>(() => ({ of: "sizes", plan: { text }, cluster: row.index }), [text, row.index]),
  );
  const size = sizes.answer?.of === "sizes" ? sizes.answer.view : null;
  const subjects = useSubjects(live);
  const marks = useMemo(() => marksOf(schedules, row.index), [schedules, row.index]);
  const { view, policies } = answer?.of === "cluster" ? answer : { view: null, policies: [] };
  const name = nameOf(row);
  const isSpreadOpen = useSpreadOpen();
  return (
    <section className={isOld ? "selected is-old" : "selected"} aria-label={`Schedule on ${name}`}>
      <div className="selected-head">
        <h3>{name}</h3>
        <PolicySwitch policy={plan.policy} times={policies} />
        <button type="button" className="text-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          <TableGrid size={12} /> as table
        </button>
      </div>
      {answer?.of === "failed" && (
        <p className="selected-note">This plan could not be scheduled, because {answer.message}.</p>
      )}
      {view === null ? (
        answer?.of !== "failed" && <p className="selected-note">The schedule is being worked out.</p>
      ) : (
        <>
          <CannotRunList
            cannot={view.cannotRun}
            enough={cardsEnough(view.cannotRun)}
            isFixed={isFixed}
            onCards={onCards}
            onMemory={() => goToPlan(id, "hardware")}
          />
          <div className="selected-charts">
            <Timeline view={view} policies={policies} subjects={subjects} isTable={isTable} />
            {size === null ? (
              <p className="selected-note" role="status">
                Time against cluster size is being worked out.
              </p>
            ) : (
              <Sizes size={size} isOld={sizes.isOld} marks={marks} isTable={isTable} />
            )}
          </div>
          <h3 className="selected-title">Start and end of every experiment</h3>
          <ExperimentTable
            subjects={subjects}
            experiments={view.experiments}
            start={plan.clusters[row.index]?.start ?? null}
          />
          {view.allocation !== null && <AllocationTable use={view.allocation} isPart={view.cannotRun.length > 0} />}
          <details className="selected-more" open={isSpreadOpen}>
            <summary>On how many cards one run may be spread</summary>
            <SpreadFields />
            <ClassTable classes={view.classes} />
          </details>
        </>
      )}
    </section>
  );
}

interface TimelineProps {
  readonly view: ClusterView;
  readonly policies: readonly PolicyTimes[];
  readonly subjects: readonly Subject[];
  readonly isTable: boolean;
}

function Timeline({ view, policies, subjects, isTable }: TimelineProps) {
  const finding = timelineFinding(view, policies);
  return (
    <figure className="selected-chart">
      <figcaption>
        <strong>{finding}</strong>
        Cards in use over time, by experiment{view.policy === "shortest" ? "" : ", in the order of their priority"}
      </figcaption>
      {isTable ? (
        <BandTable bands={view.bands} subjects={subjects} />
      ) : (
        <TimelineChart
          bands={view.bands}
          subjects={subjects}
          cards={view.cards}
          hours={view.scheduledHours}
          idealHours={view.idealHours}
          finding={finding}
        />
      )}
    </figure>
  );
}

interface SizesProps {
  readonly size: SizeView;
  readonly isOld: boolean;
  readonly marks: readonly { readonly cards: number; readonly hours: number }[];
  readonly isTable: boolean;
}

function Sizes({ size, isOld, marks, isTable }: SizesProps) {
  const finding = sizeFinding(size);
  return (
    <figure className={isOld ? "selected-chart is-old" : "selected-chart"}>
      <figcaption>
        <strong>{finding}</strong>
        Time against cluster size, by the most cards one run may use
      </figcaption>
      {isTable ? (
        <SizeTable points={size.curve.points} also={marks.map(({ cards }) => cards)} />
      ) : (
        <SizeChart points={size.curve.points} floors={size.floors} bend={size.bend} marks={marks} finding={finding} />
      )}
    </figure>
  );
}

/** Names and colours of the plan's experiments: the colours that they have everywhere. */
function useSubjects({ resolved, estimated, swings }: OpenedPlan): readonly Subject[] {
  const subjects = useMemo(() => {
    const { colours } = figuresOf({ resolved, estimate: estimated, ranges: null, swings });
    return resolved.experiments.map(({ title }, index) => ({ name: title, colour: colours[index] ?? index }));
  }, [resolved, estimated, swings]);
  // The same ones, while they say the same: a picture is not drawn again at each key for a cluster that is typed elsewhere.
  const [kept, setKept] = useState(subjects);
  const isSame = kept.length === subjects.length && kept.every((one, index) => isSameSubject(one, subjects[index]));
  if (!isSame) setKept(subjects);
  return isSame ? kept : subjects;
}

const isSameSubject = (a: Subject, b: Subject | undefined): boolean => a.name === b?.name && a.colour === b.colour;

/** The plan's clusters that are like the selected one but for their size. */
function marksOf(schedules: readonly ClusterSchedule[] | null, selected: number): SizesProps["marks"] {
  const own = schedules?.[selected]?.cluster;
  return (schedules ?? []).flatMap(({ cluster, granted, scheduled, feasible }) => {
    const isMarked = own !== undefined && isAlike(cluster, own) && feasible && scheduled.hours > 0;
    return isMarked ? [{ cards: granted, hours: scheduled.hours }] : [];
  });
}
