/** Schedules for a terminal: a table of the three times, then what cannot run, then when each experiment starts and ends. */

import { cardsText, clusterCards } from "../../estimate/schedule/cluster-cards.ts";
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { neverEndsForFailures } from "../../estimate/schedule/never-ends.ts";
import { bindingWords } from "../../estimate/schedule/words.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import * as cell from "../../sheet/cells.ts";
import type { Column, Row, Table } from "../../sheet/sheet.ts";
import { read } from "../../sheet/text/amounts.ts";
import { plainText } from "../../sheet/text/rich-text.ts";
import { counted } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { printable, styleOf } from "../terminal/style.ts";
import { tableLines } from "../terminal/table-text.ts";
import { wrap, wrapHanging } from "../terminal/wrap.ts";

const NARROWEST = 60;
const INDENT = 2;

export interface TextOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Lines of at most `width` columns; ends with a line break. */
export function schedulesToText(
  plan: ResolvedPlan,
  schedules: readonly ClusterSchedule[],
  { width: asked, colour }: TextOptions,
): string {
  const width = Math.max(NARROWEST, Math.floor(asked));
  const style = styleOf(colour);
  const lines = (table: Table) => tableLines(table, { width, style, textOf: ({ text }) => printable(plainText(text)) });
  return [
    ...wrap(printable(plan.title), width).map(style.bold),
    ...wrap(
      "Ideal is card-hours ÷ cards, which no schedule reaches; scheduled is on whole nodes; with failures counts checkpoints and restarts.",
      width,
    ).map(style.dim),
    "",
    ...lines(timesTable(schedules)),
    "",
    ...schedules.flatMap((timed) => [
      ...wrap(`${clusterCards(timed.cluster)}: ${printable(binds(plan, timed))}`, width),
      ...[...cannotRun(timed), ...restOf(timed), ...neverEnding(timed)].flatMap((text) =>
        wrapHanging("", printable(text), width, INDENT),
      ),
    ]),
    ...schedules.flatMap((timed) =>
      timed.scheduled.hours === 0
        ? []
        : [
            "",
            style.bold(`On ${clusterCards(timed.cluster)}, without failures`),
            ...lines(experimentsTable(plan, timed)),
          ],
    ),
    "",
  ].join("\n");
}

const binds = (plan: ResolvedPlan, timed: ClusterSchedule): string =>
  timed.feasible ? `${bindingWords(plan, timed)}.` : "not every run can run.";

/** Classes that a reason is given for by name; of a hundred alike nobody reads each. */
const MOST_NAMED = 12;

/** Classes that cannot run for the same reason are named together. */
function cannotRun({ infeasible }: ClusterSchedule): string[] {
  const alike = Map.groupBy(infeasible, ({ reason, minimumCards }) => JSON.stringify([reason, minimumCards]));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { reason, minimumCards } = first;
    const ids = [first, ...others].map(({ id }) => id);
    const more =
      ids.length > MOST_NAMED ? ` and ${counted(ids.length - MOST_NAMED, "other class", "other classes")}` : "";
    const smallest = minimumCards === null ? "" : ` The smallest that takes it has ${counted(minimumCards, "card")}.`;
    return [`${ids.slice(0, MOST_NAMED).join(", ")}${more}: ${reason}${smallest}`];
  });
}

function restOf(timed: ClusterSchedule): string[] {
  const { feasible, scheduled, expected } = timed;
  if (feasible || scheduled.hours === 0) return [];
  const withFailures = neverEndsForFailures(timed)
    ? "never end with failures"
    : `${durationText(expected.hours)} with failures`;
  return [`The others take ${durationText(scheduled.hours)} as scheduled and ${withFailures}.`];
}

const neverEnding = (timed: ClusterSchedule): string[] =>
  neverEndsForFailures(timed)
    ? [
        "With failures the work never ends: cards fail so often that some run is thrown back before it has written its next checkpoint, over and over, for more than a million years. Fewer cards of a run, checkpoints that are written sooner or a longer card MTBF let it end.",
      ]
    : [];

const column = (key: string, title: string, unit = "", align: Column["align"] = "right"): Column => ({
  key,
  title,
  unit,
  align,
});

const hours = (value: number) => cell.number(durationText(value), value, `${exact(value)} h`, null);

function timesTable(schedules: readonly ClusterSchedule[]): Table {
  return {
    columns: [
      column("cards", "Cards", "", "left"),
      column("ideal", "Ideal"),
      column("scheduled", "Scheduled"),
      column("expected", "With failures"),
      column("use", "In use", "%"),
      column("idle", "Idle", "card-hours"),
    ],
    rows: schedules.map((timed): Row => {
      const { cluster, feasible, idealHours, scheduled, expected } = timed;
      const { title } = cluster;
      const cards = cardsText(cluster);
      const rest = feasible
        ? [
            hours(scheduled.hours),
            neverEndsForFailures(timed) ? cell.muted("never ends") : hours(expected.hours),
            cell.words(percent(scheduled.utilisation)),
            cell.words(read(scheduled.idleCardHours)),
          ]
        : ["cannot run all", "–", "–", "–"].map(cell.muted);
      return {
        cells: [cell.words(title === null ? cards : `${title}, ${cards}`), hours(idealHours), ...rest],
      };
    }),
    total: null,
  };
}

function experimentsTable(plan: ResolvedPlan, { experiments }: ClusterSchedule): Table {
  return {
    columns: [
      column("experiment", "Experiment", "", "left"),
      column("starts", "Starts after"),
      column("ends", "Ends after"),
    ],
    rows: experiments.flatMap(({ scheduled }, index): Row[] => {
      const title = plan.experiments[index]?.title ?? "";
      return scheduled === null
        ? []
        : [{ cells: [cell.words(title), hours(scheduled.startHours), hours(scheduled.endHours)] }];
    }),
    total: null,
  };
}
