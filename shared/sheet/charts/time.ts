/**
 * Figure: time against the size of the cluster, both logarithmic. Once the times on all sizes are there, three curves with the scheduled
 * times of the plan's clusters marked on theirs; before, the ideal line alone, with the clusters on it.
 */

import type { SizeCurve } from "../../cluster/size-curve.ts";
import { grantedCards } from "../../estimate/schedule/on-cluster.ts";
import { bendOf, isAlike } from "../../estimate/schedule/size-curve-of.ts";
import { counted } from "../../units/format/counted.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { labelOf, type SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import { timesBody } from "../sections/times.ts";
import type { Section, Table, TimeChart, TimeCurve } from "../sheet.ts";
import { timeWords } from "../text/amounts.ts";
import { drawnSchedule } from "./drawn-schedule.ts";
import { stopWords } from "./stop-words.ts";

/** A line needs some way to go: at least so many times as many cards at its end as at its beginning. */
const LEAST_FACTOR = 100;

export const timeChart = (context: SheetContext): Section =>
  context.sizeCurve === null ? idealChart(context) : curveChart(context, context.sizeCurve);

function idealChart(context: SheetContext): Section {
  const marks = context.plan.clusters
    .map((of, cluster) => ({ cards: grantedCards(of), hours: context.estimate.idealHours[cluster] ?? 0, cluster }))
    .sort((a, b) => a.cards - b.cards);
  const [smallest = 1, largest = 1] = [marks[0]?.cards, marks.at(-1)?.cards];
  // Whole decades, with room on both sides of the marks.
  const fromCards = Math.max(1, 10 ** (Math.ceil(Math.log10(smallest)) - 1));
  const toCards = Math.max(10 ** (Math.floor(Math.log10(largest)) + 1), fromCards * LEAST_FACTOR);
  const tableLabel = labelOf(context, "times");
  const data = tableLabel === null ? "" : `; data in ${tableLabel}`;
  return {
    ...base(context, "time", {
      title: findingOf(marks),
      subtitle: `Ideal time, card-hours ÷ cards: nothing waits, nothing fails${data}.`,
      outline: "time and cards",
    }),
    kind: "chart",
    chart: {
      kind: "time",
      cardHours: context.total.cardHours,
      fromCards,
      toCards,
      marks: marks.map(({ cards, hours, cluster }) => ({
        cards,
        hours,
        text: durationText(hours),
        figure: { of: "cluster", cluster },
      })),
    },
    table: timesBody(context),
    tableId: tableLabel === null ? null : "times",
    notes: [],
  };
}

function curveChart(context: SheetContext, curve: SizeCurve): Section {
  const schedules = context.schedules ?? [];
  const drawn = drawnSchedule(schedules)?.timed.cluster;
  const marks = schedules.flatMap(({ cluster: of, granted, feasible, scheduled }, cluster): TimeChart["marks"] => {
    if (drawn === undefined || !isAlike(of, drawn) || !feasible || scheduled.hours === 0) return [];
    const { hours } = scheduled;
    const figure = { of: "schedule", cluster, measure: "scheduledHours" } as const;
    return [{ cards: granted, hours, text: durationText(hours), figure }];
  });
  const sizes = [...curve.points, ...marks].map(({ cards }) => cards);
  const nodes = drawn === undefined || drawn.cardsPerNode === 1 ? "" : ` in nodes of ${exact(drawn.cardsPerNode)}`;
  return {
    ...base(context, "time", {
      title: `${stopWords(curve)}.`,
      subtitle: `Ideal, scheduled and with failures, on ${exact(Math.min(...sizes))} to ${exact(Math.max(...sizes))} cards${nodes}. Marked: what is scheduled on the clusters of this plan.`,
      outline: "time and cards",
    }),
    kind: "chart",
    chart: {
      kind: "time",
      cardHours: context.total.cardHours,
      fromCards: Math.min(...sizes),
      toCards: Math.max(...sizes),
      marks: marks.toSorted((a, b) => a.cards - b.cards),
      curves: curvesOf(curve),
      stops: stopOf(curve),
    },
    table: curveTable(curve),
    tableId: null,
    notes: [],
  };
}

function curvesOf({ points }: SizeCurve): TimeCurve[] {
  const curve = (of: TimeCurve["of"], hoursOf: (point: SizeCurve["points"][number]) => number | null): TimeCurve => ({
    of,
    points: points.flatMap((point) => {
      const hours = hoursOf(point);
      return hours === null || !(hours > 0) ? [] : [{ cards: point.cards, hours }];
    }),
  });
  return [
    curve("ideal", ({ idealHours }) => idealHours),
    curve("scheduled", ({ scheduledHours }) => scheduledHours),
    curve("expected", ({ expectedHours }) => expectedHours),
  ];
}

const stopOf = (curve: SizeCurve): NonNullable<TimeChart["stops"]> | null => {
  const bend = bendOf(curve);
  return bend === null ? null : { ...bend, text: counted(bend.cards, "card") };
};

function curveTable({ points }: SizeCurve): Table {
  const hours = (value: number | null) =>
    value === null ? cell.muted("cannot run all") : cell.number(durationText(value), value, `${exact(value)} h`, null);
  return {
    columns: [
      { key: "cards", title: "Cards", unit: "", align: "left" },
      { key: "idealHours", title: "Ideal", unit: "card-hours ÷ cards", valueUnit: "h", align: "right" },
      { key: "scheduledHours", title: "Scheduled", unit: "without failures", valueUnit: "h", align: "right" },
      { key: "expectedHours", title: "With failures", unit: "", valueUnit: "h", align: "right" },
    ],
    rows: points.map((point) => ({
      cells: [
        cell.number(exact(point.cards), point.cards, counted(point.cards, "card"), null),
        hours(point.idealHours),
        hours(point.scheduledHours),
        hours(point.expectedHours),
      ],
    })),
    total: null,
  };
}

/** "At best 49.1 years on 10 cards and 43.0 hours on 100,000." */
function findingOf(marks: readonly { readonly cards: number; readonly hours: number }[]): string {
  const [smallest, largest] = [marks[0], marks.at(-1)];
  if (smallest === undefined || largest === undefined) return "No cluster is named.";
  const first = `At best ${timeWords(smallest.hours)} on ${counted(smallest.cards, "card")}`;
  return smallest.cards === largest.cards
    ? `${first}.`
    : `${first} and ${timeWords(largest.hours)} on ${exact(largest.cards)}.`;
}
