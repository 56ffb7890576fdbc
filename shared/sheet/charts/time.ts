/** Figure: time against the size of the cluster, both logarithmic, with the plan's clusters marked on the ideal line. */

import type { SizeCurve } from "../../cluster/size-curve.ts";
import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { labelOf, type SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import { timesBody } from "../sections/times.ts";
import type { Section, Table, TimeChart, TimeCurve } from "../sheet.ts";
import { timeWords } from "../text/amounts.ts";
import { counted } from "../text/words.ts";

/** A line needs some way to go: at least so many times as many cards at its end as at its beginning. */
const LEAST_FACTOR = 100;

export function timeChart(context: SheetContext): Section {
  const { plan, estimate, total, sizeCurve } = context;
  const marks = plan.clusters
    .map(({ cards }, cluster) => ({ cards, hours: estimate.idealHours[cluster] ?? 0, cluster }))
    .sort((a, b) => a.cards - b.cards);
  const [smallest, largest] = [marks[0], marks.at(-1)];
  // Whole decades, with room on both sides of the marks; all sizes where schedules of all sizes are there.
  const ends =
    sizeCurve === null
      ? {
          from: Math.max(1, 10 ** (Math.ceil(Math.log10(smallest?.cards ?? 1)) - 1)),
          to: 10 ** (Math.floor(Math.log10(largest?.cards ?? 1)) + 1),
        }
      : { from: sizeCurve.points[0]?.cards ?? 1, to: sizeCurve.points.at(-1)?.cards ?? 1 };
  const fromCards = Math.min(ends.from, smallest?.cards ?? ends.from);
  const toCards = Math.max(ends.to, largest?.cards ?? ends.to, fromCards * LEAST_FACTOR);
  const tableLabel = labelOf(context, "times");
  const data = tableLabel === null ? "" : `; data in ${tableLabel}`;
  return {
    ...base(context, "time", {
      title: sizeCurve === null ? findingOf(marks) : stopWords(sizeCurve),
      subtitle:
        sizeCurve === null
          ? `Ideal time, card-hours ÷ cards: nothing waits, nothing fails${data}.`
          : "Ideal, scheduled and with failures, against the cards of a cluster.",
      outline: "time and cards",
    }),
    kind: "chart",
    chart: {
      kind: "time",
      cardHours: total.cardHours,
      fromCards,
      toCards,
      marks: marks.map(({ cards, hours, cluster }) => ({
        cards,
        hours,
        text: durationText(hours),
        figure: { of: "cluster", cluster },
      })),
      ...(sizeCurve === null ? {} : { curves: curvesOf(sizeCurve), stops: stopOf(sizeCurve) }),
    },
    table: sizeCurve === null ? timesBody(context) : curveTable(sizeCurve),
    tableId: sizeCurve !== null || tableLabel === null ? null : "times",
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

/** The first size at which no more cards are needed. */
function stopOf({ points, enoughCards }: SizeCurve): NonNullable<TimeChart["stops"]> | null {
  if (enoughCards === null || enoughCards >= (points.at(-1)?.cards ?? 0)) return null;
  const at = points.find(({ cards }) => cards >= enoughCards);
  return at?.scheduledHours == null
    ? null
    : { cards: enoughCards, hours: at.scheduledHours, text: counted(enoughCards, "card") };
}

/** "More cards stop helping at 187,069." */
function stopWords({ points, enoughCards }: SizeCurve): string {
  const most = points.at(-1)?.cards ?? 1;
  return enoughCards === null || enoughCards >= most
    ? `More cards help up to ${exact(most)}.`
    : `More cards stop helping at ${exact(enoughCards)}.`;
}

function curveTable({ points }: SizeCurve): Table {
  const hours = (value: number | null) =>
    value === null ? cell.muted("cannot run all") : cell.number(durationText(value), value, `${exact(value)} h`, null);
  return {
    columns: [
      { key: "cards", title: "Cards", unit: "", align: "left" },
      { key: "idealHours", title: "Ideal", unit: "card-hours ÷ cards", align: "right" },
      { key: "scheduledHours", title: "Scheduled", unit: "without failures", align: "right" },
      { key: "expectedHours", title: "With failures", unit: "", align: "right" },
    ],
    rows: points.map((point) => ({
      cells: [
        cell.number(exact(point.cards), point.cards, `${exact(point.cards)} cards`, null),
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
