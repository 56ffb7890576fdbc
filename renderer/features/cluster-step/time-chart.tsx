import { useContext } from "react";
import { timeWords } from "../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../shared/sheet/text/words.ts";
import { durationText } from "../../../shared/units/format/duration.ts";
import { decadeTicks, durationTicks } from "../../charts/scale.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { FiguresContext } from "../../sheet/figures-context.ts";
import { type ClusterRow, isKnown, timePlace } from "./cluster-rows.ts";

const WIDTH = 640;
const HEIGHT = 240;
const EDGE = { left: 76, right: 24, top: 12, bottom: 34 } as const;

interface TimeChartProps {
  readonly rows: readonly ClusterRow[];
  readonly live: OpenedPlan;
}

interface Mark {
  readonly row: ClusterRow;
  readonly cards: number;
  readonly hours: number;
}

/** Ideal time against cards, both logarithmic, with the plan's clusters on the line; the table above has the same numbers. */
export function TimeChart({ rows, live }: TimeChartProps) {
  const ask = useContext(FiguresContext)?.onAsk;
  const marks = rows
    .flatMap((row): Mark[] => {
      const { cards, hours } = row;
      return cards === null || hours === null || hours <= 0 ? [] : [{ row, cards, hours }];
    })
    .sort((a, b) => a.cards - b.cards);
  const [smallest, largest] = [marks[0], marks.at(-1)];
  if (smallest === undefined || largest === undefined) return null;
  const finding = findingOf(smallest, largest);
  const { cardHours } = live.estimated.withReruns;
  const { x, y, fromCards, toCards } = scalesOf(smallest.cards, largest.cards, cardHours);
  const bottom = HEIGHT - EDGE.bottom;
  return (
    <figure className="cluster-chart">
      <figcaption>
        <strong>{finding}</strong>
        Ideal time against cards: ten times the cards, a tenth of the time
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
        {durationTicks(cardHours / toCards, cardHours / fromCards).map(({ value, label }) => (
          <g key={label}>
            <line className="cluster-chart-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
            <text x={EDGE.left - 8} y={y(value) + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {decadeTicks(fromCards, toCards).map(({ value, label }) => (
          <g key={label}>
            <line className="cluster-chart-grid" x1={x(value)} x2={x(value)} y1={EDGE.top} y2={bottom} />
            <text x={x(value)} y={bottom + 15} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <text x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end">
          cards
        </text>
        <line
          className="cluster-chart-line"
          x1={x(fromCards)}
          y1={y(cardHours / fromCards)}
          x2={x(toCards)}
          y2={y(cardHours / toCards)}
        />
        {marks.map(({ row, cards, hours }) => {
          const isNearEdge = x(cards) > WIDTH - 110;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same figure as a button; this is for the pointer
            <g
              key={row.index}
              className={isKnown(row, live) ? "cluster-chart-mark cluster-chart-asks" : "cluster-chart-mark"}
              onClick={() => {
                if (isKnown(row, live)) ask?.({ of: "cluster", cluster: row.index }, timePlace(row));
              }}
            >
              <circle cx={x(cards)} cy={y(hours)} r={4} />
              <text
                x={x(cards) + (isNearEdge ? 6 : 9)}
                y={y(hours) - (isNearEdge ? 11 : 6)}
                textAnchor={isNearEdge ? "end" : "start"}
              >
                {durationText(hours)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function findingOf(smallest: Mark, largest: Mark): string {
  const first = `At best ${timeWords(smallest.hours)} on ${counted(smallest.cards, "card")}`;
  return smallest.cards === largest.cards
    ? first
    : `${first}, ${timeWords(largest.hours)} on ${counted(largest.cards, "card")}`;
}

/** Whole decades of cards, with room on both sides of the marks; time over the whole height. */
function scalesOf(smallest: number, largest: number, cardHours: number) {
  const fromCards = Math.max(1, 10 ** (Math.ceil(Math.log10(smallest)) - 1));
  const toCards = Math.max(10 ** (Math.floor(Math.log10(largest)) + 1), fromCards * 100);
  const decades = Math.log10(toCards / fromCards);
  const across = (part: number) => EDGE.left + part * (WIDTH - EDGE.left - EDGE.right);
  const down = (part: number) => EDGE.top + part * (HEIGHT - EDGE.top - EDGE.bottom);
  return {
    fromCards,
    toCards,
    x: (cards: number) => across(Math.log10(cards / fromCards) / decades),
    y: (hours: number) => down(Math.log10(cardHours / fromCards / hours) / decades),
  };
}
