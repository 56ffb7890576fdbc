import { useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Figure } from "../../../shared/estimate/figure.ts";
import type { TimeChart as Chart } from "../../../shared/sheet/sheet.ts";
import { timeWords } from "../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../shared/sheet/text/words.ts";
import { durationText } from "../../../shared/units/format/duration.ts";
import { ChartEvents } from "../../charts/chart-events.ts";
import { ChartView } from "../../charts/chart-view.tsx";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { FiguresContext } from "../../sheet/figures-context.ts";
import { type ClusterRow, isKnown, timePlace } from "./cluster-rows.ts";

/** The widest that the chart is drawn, in CSS pixels. */
const WIDEST = 640;
const NARROWEST = 240;

interface TimeChartProps {
  readonly rows: readonly ClusterRow[];
  readonly live: OpenedPlan;
}

/** Ideal time against cards, both logarithmic, with the plan's clusters on the line; the table above has the same numbers. */
export function TimeChart({ rows, live }: TimeChartProps) {
  const [frame, width] = useWidth();
  const ask = useContext(FiguresContext)?.onAsk;
  const events = useMemo(
    () => ({
      onDrawn: null,
      pixelRatio: window.devicePixelRatio,
      onFigure: (figure: Figure) => {
        const row = figure.of === "cluster" ? rows[figure.cluster] : undefined;
        if (row !== undefined && isKnown(row, live)) ask?.(figure, timePlace(row));
      },
    }),
    [rows, live, ask],
  );
  const marks = rows
    .flatMap(({ cards, hours, index }) => (cards === null || hours === null ? [] : [{ cards, hours, index }]))
    .sort((a, b) => a.cards - b.cards);
  const [smallest, largest] = [marks[0], marks.at(-1)];
  if (smallest === undefined || largest === undefined) return null;
  const fromCards = Math.max(1, 10 ** (Math.ceil(Math.log10(smallest.cards)) - 1));
  const chart: Chart = {
    kind: "time",
    cardHours: live.estimated.withReruns.cardHours,
    fromCards,
    toCards: Math.max(10 ** (Math.floor(Math.log10(largest.cards)) + 1), fromCards * 100),
    marks: marks.map(({ cards, hours, index }) => ({
      cards,
      hours,
      text: durationText(hours),
      figure: { of: "cluster", cluster: index },
    })),
  };
  const finding =
    smallest.cards === largest.cards
      ? `At best ${timeWords(smallest.hours)} on ${counted(smallest.cards, "card")}`
      : `At best ${timeWords(smallest.hours)} on ${counted(smallest.cards, "card")}, ${timeWords(largest.hours)} on ${counted(largest.cards, "card")}`;
  return (
    <figure ref={frame} className="cluster-chart on-paper">
      <figcaption>
        <strong>{finding}</strong>
        Ideal time against cards: ten times the cards, a tenth of the time
      </figcaption>
      {width !== null && (
        <ChartEvents value={events}>
          <ChartView chart={chart} label={finding} width={width} draw />
        </ChartEvents>
      )}
    </figure>
  );
}

function useWidth() {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, entry.contentRect.width))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
