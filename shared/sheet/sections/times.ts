/** Table: the time on every cluster: ideal, scheduled and with failures side by side, what is in use, and what binds. */
import { dayOfEnd } from "../../cluster/calendar.ts";
import { cardsText, clusterCards } from "../../estimate/schedule/cluster-cards.ts";
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { bindingWords } from "../../estimate/schedule/words.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact, percent } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Column, Section, Table } from "../sheet.ts";
import { read, timeRangeText, timeWords } from "../text/amounts.ts";
import { cardsOfCluster, otherCard, smallestWords } from "../text/cluster-words.ts";
import { capital, dateWords } from "../text/words.ts";
import { base } from "./base.ts";

export function timesTable(context: SheetContext): Section {
  const isTimed = context.schedules !== null;
  return {
    ...base(context, "times", {
      title: isTimed ? "Time on each cluster." : "Ideal time.",
      subtitle: isTimed
        ? "Ideal is card-hours ÷ cards, which no schedule reaches; scheduled is on whole nodes; with failures counts checkpoints and restarts."
        : "No schedule is faster.",
      outline: isTimed ? "times" : "ideal time",
    }),
    kind: "table",
    table: timesBody(context),
    notes: [
      ...rangeNote(context),
      ...(context.schedules?.flatMap((timed) => mtbfNote(context, timed)) ?? []),
      ...(context.schedules?.flatMap((timed) => infeasibleNote(context, timed)) ?? []),
    ],
  };
}

/** One row a cluster; until the schedules are there only the ideal times, with their ranges. */
export function timesBody(context: SheetContext): Table {
  const { plan, schedules } = context;
  const titled = plan.clusters.some(({ title }) => title !== null);
  const others = plan.clusters.map((cluster) => otherCard(plan, cluster));
  const isMixed = others.some((name) => name !== null);
  const rest = schedules === null ? idealColumns(context) : scheduleColumns(context, schedules);
  return {
    columns: [
      ...(titled ? [{ key: "cluster", title: "Cluster", unit: "", align: "left" } as const] : []),
      { key: "cards", title: "Cards", unit: "", align: titled ? "right" : "left" },
      ...(isMixed ? [{ key: "accelerator", title: "Card", unit: "", align: "left" } as const] : []),
      { key: "idealHours", title: "Ideal", unit: "card-hours ÷ cards", valueUnit: "h", align: "right" },
      ...rest.columns,
    ],
    rows: plan.clusters.map((cluster, index) => ({
      cells: [
        ...(titled ? [cell.words(cluster.title ?? "")] : []),
        cluster.share === 1
          ? cell.number(exact(cluster.cards), cluster.cards, counted(cluster.cards, "card"), null)
          : cell.words(cardsText(cluster)),
        ...(isMixed
          ? [cell.words(capital(cardsOfCluster(plan, cluster).replace(/ ?cards$/, "") || "the plan’s own"))]
          : []),
        hoursCell(context.estimate.idealHours[index] ?? 0, { of: "cluster", cluster: index }),
        ...rest.cells(index),
      ],
    })),
    total: null,
  };
}

interface Rest {
  readonly columns: readonly Column[];
  readonly cells: (cluster: number) => readonly Cell[];
}

function idealColumns({ ranges }: SheetContext): Rest {
  if (ranges === null) return { columns: [], cells: () => [] };
  return {
    columns: [{ key: "range", title: "Range", unit: "P10–P90", align: "right" }],
    cells: (cluster) => [rangeCell(ranges.idealHours[cluster] ?? null)],
  };
}

function scheduleColumns(context: SheetContext, schedules: readonly ClusterSchedule[]): Rest {
  const start = commonStart(schedules);
  const ranged = schedules.some(({ scheduledRange }) => scheduledRange !== null);
  return {
    columns: [
      { key: "scheduledHours", title: "Scheduled", unit: "without failures", valueUnit: "h", align: "right" },
      ...(ranged ? [{ key: "range", title: "Range", unit: "P10–P90 of work", align: "right" } as const] : []),
      { key: "expectedHours", title: "With failures", unit: "", valueUnit: "h", align: "right" },
      { key: "utilisation", title: "In use", unit: "%", align: "right" },
      { key: "idleCardHours", title: "Idle", unit: "card-hours", align: "right" },
      ...(start === null ? [] : [{ key: "ends", title: "Ends", unit: start.words, align: "right" } as const]),
      { key: "binding", title: "What binds", unit: "", align: "left" },
    ],
    cells: (cluster) => {
      const timed = schedules[cluster];
      const empty = [
        cell.empty,
        ...(ranged ? [cell.empty] : []),
        ...Array<Cell>(start === null ? 4 : 5).fill(cell.empty),
      ];
      if (timed === undefined) return empty;
      const { scheduled, expected, feasible, scheduledRange } = timed;
      const figure = (measure: "scheduledHours" | "expectedHours" | "utilisation" | "idleCardHours") =>
        ({ of: "schedule", cluster, measure }) as const;
      if (!feasible) {
        const words = ["cannot run all", ...(ranged ? ["–"] : []), "–", "–", "–", ...(start === null ? [] : ["–"])].map(
          cell.muted,
        );
        return [...words, cell.words(smallestWords(timed))];
      }
      return [
        hoursCell(scheduled.hours, figure("scheduledHours")),
        ...(ranged ? [rangeCell(scheduledRange)] : []),
        hoursCell(expected.hours, figure("expectedHours")),
        cell.number(
          percent(scheduled.utilisation),
          scheduled.utilisation * 100,
          `${exact(scheduled.utilisation * 100)} %`,
          figure("utilisation"),
        ),
        cell.number(
          read(scheduled.idleCardHours),
          scheduled.idleCardHours,
          `${exact(scheduled.idleCardHours)} card-hours`,
          figure("idleCardHours"),
        ),
        ...(start === null ? [] : [endCell(timed)]),
        cell.words(bindingWords(context.plan, timed)),
      ];
    },
  };
}

/** The day that all clusters begin on, or that some have one at all; null where no date is known. */
function commonStart(schedules: readonly ClusterSchedule[]): { readonly words: string } | null {
  const starts = new Set(schedules.flatMap(({ cluster }) => cluster.start ?? []));
  const [only] = starts;
  if (only === undefined) return null;
  return { words: starts.size === 1 ? `from ${dateWords(only)}` : "from its start" };
}

/** The day on which the last run ends, failures, waiting and hours a week included. */
function endCell({ cluster, expected }: ClusterSchedule): Cell {
  const { start, queueWaitHours, hoursPerWeek, end } = cluster;
  if (start === null) return cell.muted("no date");
  const day = dayOfEnd({ start, queueWaitHours: queueWaitHours.likely, hoursPerWeek }, expected.hours);
  if (day === null) return cell.muted("no date");
  return cell.words(end !== null && day > end ? `${dateWords(day)}, too late` : dateWords(day));
}

const hoursCell = (hours: number, figure: NonNullable<Cell["figure"]>): Cell =>
  cell.number(durationText(hours), hours, `${exact(hours)} h`, figure);

const rangeCell = (spread: { readonly p10: number; readonly p90: number } | null): Cell =>
  spread === null
    ? cell.empty
    : { ...cell.words(timeRangeText(spread.p10, spread.p90)), exact: `${exact(spread.p10)} to ${exact(spread.p90)} h` };

/** What the range is one of, and why what is scheduled may lie outside it. */
function rangeNote({ schedules, ranges, total }: SheetContext): string[] {
  if (ranges === null || !schedules?.some(({ scheduledRange }) => scheduledRange !== null)) return [];
  const { p10, p90 } = ranges.total.cardHours;
  const likely = `The scheduled time has every input at its likely value, ${read(total.cardHours)} card-hours`;
  const side =
    total.cardHours > p90
      ? ` ${likely}: above their P90 of ${read(p90)}, so that it can lie above the range.`
      : total.cardHours < p10
        ? ` ${likely}: below their P10 of ${read(p10)}, so that it can lie below the range.`
        : "";
  return [
    `The range is what is scheduled, without failures, where the card-hours of the plan are at their P10 and at their P90.${side}`,
  ];
}

/** What the time with failures is at the ends of what is stated of the MTBF. */
function mtbfNote({ plan }: SheetContext, { cluster, expectedRange }: ClusterSchedule): string[] {
  const range = plan.inputs[cluster.cardMtbfHours.input ?? -1];
  if (expectedRange === null || range === undefined) return [];
  const { atLowMtbf, atHighMtbf } = expectedRange;
  return [
    `On ${cluster.title ?? clusterCards(cluster)} the time with failures is ${timeWords(atHighMtbf)} where a card fails every ${exact(range.high)} h, and ${timeWords(atLowMtbf)} where it fails every ${exact(range.low)} h.`,
  ];
}

/** Runs that cannot run, and what the others take. */
function infeasibleNote({ plan }: SheetContext, timed: ClusterSchedule): string[] {
  const { infeasible, scheduled, expected, cluster } = timed;
  const [first] = infeasible;
  if (first === undefined) return [];
  const titles = [
    ...new Set(
      infeasible.map(({ runClass }) => plan.experiments[plan.classes[runClass]?.experiment ?? -1]?.title ?? ""),
    ),
  ];
  const what = `${exact(infeasible.length)} ${plural(infeasible.length, "run class", "run classes")} of ${titles.length > 2 ? `${exact(titles.length)} experiments` : titles.join(" and ")}`;
  const rest =
    scheduled.hours === 0
      ? "Nothing else is to be run."
      : `The others take ${timeWords(scheduled.hours)} as scheduled and ${timeWords(expected.hours)} with failures.`;
  return [`On ${clusterCards(cluster)} ${what} cannot run. ${first.id}: ${first.reason} ${rest}`];
}
