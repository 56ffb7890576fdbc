/** Figure: cards in use over time, by experiment, on one cluster. */
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { type DrawnBand, drawnBandsOf } from "../../estimate/schedule/drawn-bands.ts";
import { counted } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import type { Section, Table } from "../sheet.ts";
import { read, shareText, timeWords } from "../text/amounts.ts";

/** Moments at which a drawn band may change: about one for every three points of the page. */
const MOST_STEPS = 240;

export function timelineChart(context: SheetContext, cluster: number, timed: ClusterSchedule): Section {
  const { plan, colours } = context;
  const { scheduled, workload, granted, idealHours } = timed;
  const bands = drawnBandsOf(scheduled, workload, MOST_STEPS);
  return {
    ...base(context, "timeline", {
      title: findingOf(timed),
      subtitle: `Cards in use over time on ${counted(granted, "card")}, by experiment, without failures.`,
      outline: "timeline",
    }),
    kind: "chart",
    chart: {
      kind: "timeline",
      cards: granted,
      hours: scheduled.hours,
      hoursText: durationText(scheduled.hours),
      idealHours,
      idealText: durationText(idealHours),
      figure: { of: "schedule", cluster, measure: "scheduledHours" },
      bands: bands.map(({ experiment, steps }) => ({
        label: plan.experiments[experiment]?.title ?? "",
        colour: colours[experiment] ?? null,
        steps,
      })),
    },
    table: timelineTable(context, timed, bands),
    tableId: null,
    notes: [],
  };
}

/** "844 k card-hours are idle, 16.4 % of all" */
function findingOf({ scheduled, granted }: ClusterSchedule): string {
  const { hours, idleCardHours, utilisation } = scheduled;
  return idleCardHours <= 0.001 * granted * hours
    ? `Hardly a card is idle in ${timeWords(hours)}.`
    : `${read(idleCardHours)} card-hours are idle, ${shareText(1 - utilisation)} of all.`;
}

function timelineTable({ plan, colours }: SheetContext, timed: ClusterSchedule, bands: readonly DrawnBand[]): Table {
  const hours = (value: number) => cell.number(durationText(value), value, `${exact(value)} h`, null);
  return {
    columns: [
      { key: "experiment", title: "Experiment", unit: "", align: "left" },
      { key: "startHours", title: "Starts", unit: "after", valueUnit: "h", align: "right" },
      { key: "endHours", title: "Ends", unit: "after", valueUnit: "h", align: "right" },
      { key: "expectedEndHours", title: "Ends with failures", unit: "after", valueUnit: "h", align: "right" },
      { key: "cards", title: "Cards", unit: "at most", align: "right" },
      { key: "cardHours", title: "Card-hours", unit: "", align: "right" },
    ],
    rows: bands.flatMap(({ experiment, mostCards, cardHours }) => {
      const times = timed.experiments[experiment];
      if (times?.scheduled == null) return [];
      return [
        {
          cells: [
            cell.words(plan.experiments[experiment]?.title ?? ""),
            hours(times.scheduled.startHours),
            hours(times.scheduled.endHours),
            times.expected === null ? cell.empty : hours(times.expected.endHours),
            cell.number(exact(mostCards), mostCards, counted(mostCards, "card"), null),
            cell.number(read(cardHours), cardHours, `${exact(cardHours)} card-hours`, null),
          ],
          colour: colours[experiment] ?? 0,
        },
      ];
    }),
    total: null,
  };
}
