/** Table: when each experiment starts and ends on each cluster that can run all. */
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { momentAfter } from "../../estimate/schedule/moments.ts";
import { counted } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Row, Section } from "../sheet.ts";
import { isToTheMinute, momentWords } from "../text/moment-words.ts";
import { dateWords } from "../text/words.ts";
import { base } from "./base.ts";

/** Clusters with rows of their own; beyond these a sheet would be long without saying more. */
const MOST_CLUSTERS = 4;

type Scheduled = Pick<SheetContext, "plan" | "schedules">;

/** Clusters on which every run can run: on the others an experiment may end without some of its runs. */
const timedIn = ({ schedules }: Scheduled): readonly ClusterSchedule[] =>
  (schedules ?? []).filter(({ feasible, scheduled }) => feasible && scheduled.hours > 0);

/** One experiment ends when all does, which the table of times says. */
export const saysExperimentTimes = (context: Scheduled): boolean =>
  context.plan.experiments.length > 1 && timedIn(context).length > 0;

export function experimentTimesTable(context: SheetContext): Section {
  const all = timedIn(context);
  const shown = all.slice(0, MOST_CLUSTERS);
  const named = all.length > 1;
  const starts = shown.flatMap(({ cluster }) => cluster.start ?? []);
  // Where every cluster has a start there are dates alone.
  const inHours = starts.length === shown.length ? {} : { valueUnit: "h" };
  return {
    ...base(context, "experiment-times", {
      title: "Start and end of each experiment.",
      subtitle:
        starts.length === 0
          ? "Hours in which the cluster can be used, from the start of the first run."
          : `${new Set(starts).size === 1 ? `From ${dateWords(starts[0] ?? "")}. ` : ""}Dates count the wait in the queue and the hours of a week${starts.length === shown.length ? "" : "; hours stand where a cluster has no start"}.`,
      outline: "start and end",
    }),
    kind: "table",
    table: {
      columns: [
        ...(named ? [{ key: "cluster", title: "Cluster", unit: "", align: "left" } as const] : []),
        { key: "experiment", title: "Experiment", unit: "", align: "left" },
        { key: "starts", title: "Starts", unit: "as scheduled", ...inHours, align: "right" },
        { key: "ends", title: "Ends", unit: "as scheduled", ...inHours, align: "right" },
        { key: "expectedEnds", title: "Ends", unit: "with failures", ...inHours, align: "right" },
      ],
      rows: shown.flatMap((timed) => rowsOf(context, timed, named)),
      total: null,
    },
    notes:
      all.length > shown.length
        ? [
            `The first ${shown.length} of ${counted(all.length, "cluster")} on which every run can run; the table of times has all of them.`,
          ]
        : [],
  };
}

const rowsOf = ({ plan }: SheetContext, timed: ClusterSchedule, named: boolean): Row[] =>
  timed.experiments.flatMap(({ scheduled, expected }, index): Row[] => {
    if (scheduled === null || expected === null) return [];
    const { title, cards } = timed.cluster;
    return [
      {
        cells: [
          ...(named ? [cell.words(title ?? counted(cards, "card"))] : []),
          cell.words(plan.experiments[index]?.title ?? ""),
          moment(timed, scheduled.startHours),
          moment(timed, scheduled.endHours),
          moment(timed, expected.endHours),
        ],
      },
    ];
  });

/**
 * A date where the cluster has a start, else the hours until then; the hours in full either way. The first hour of a plan of months is told by
 * its day, as the others are.
 */
function moment({ cluster, expected }: ClusterSchedule, hours: number): Cell {
  const at = momentAfter(cluster, hours);
  const { start } = cluster;
  const isToTheDay = !isToTheMinute(momentAfter(cluster, expected.hours), start);
  return at === null
    ? cell.number(durationText(hours), hours, `${exact(hours)} h`, null)
    : { ...cell.words(momentWords(at, start, isToTheDay)), exact: `${at.replace("T", " ")}, after ${exact(hours)} h` };
}
