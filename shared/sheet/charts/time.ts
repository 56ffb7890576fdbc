/** Figure: ideal time against the size of the cluster, both logarithmic, with the plan's clusters marked. */

import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import { labelOf, type SheetContext } from "../context.ts";
import { base } from "../sections/base.ts";
import { idealTimesBody } from "../sections/ideal-times.ts";
import type { Section } from "../sheet.ts";
import { timeWords } from "../text/amounts.ts";
import { counted } from "../text/words.ts";

/** A line needs some way to go: at least so many times as many cards at its end as at its beginning. */
const LEAST_FACTOR = 100;

export function timeChart(context: SheetContext): Section {
  const { plan, estimate, total } = context;
  const marks = plan.clusters
    .map(({ cards }, cluster) => ({ cards, hours: estimate.idealHours[cluster] ?? 0, cluster }))
    .sort((a, b) => a.cards - b.cards);
  const [smallest, largest] = [marks[0], marks.at(-1)];
  // Whole decades, with room on both sides of the marks.
  const fromCards = Math.max(1, 10 ** (Math.ceil(Math.log10(smallest?.cards ?? 1)) - 1));
  const toCards = Math.max(10 ** (Math.floor(Math.log10(largest?.cards ?? 1)) + 1), fromCards * LEAST_FACTOR);
  const tableLabel = labelOf(context, "ideal-times");
  return {
    ...base(context, "time", {
      title: findingOf(marks),
      subtitle: `Ideal time, card-hours ÷ cards: nothing waits, nothing fails${tableLabel === null ? "" : `; data in ${tableLabel}`}.`,
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
    },
    table: idealTimesBody(context),
    tableId: tableLabel === null ? null : "ideal-times",
    notes: [],
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
