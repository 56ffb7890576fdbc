import { memo, type PointerEvent, useRef, useState } from "react";
import type { SizePoint } from "../../../../shared/cluster/size-curve.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { decadeTicks, durationTicks } from "../../../charts/scale.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { useWidth } from "../../../components/use-width.ts";
import type { Floor } from "../../../estimating/schedule/messages.ts";
import { apart, linePath, nearestPoint, sizePlot, sizeX, sizeY } from "./size-shape.ts";
import "./size.css";

const HEIGHT = 416;
const EDGE = { left: 64, right: 84, top: 16, bottom: 40 } as const;
const LINE = 14;
const TIP_WIDTH = 190;
/** Where decades are nearer than this, every other one is named. */
const ROOM_OF_TICK = 34;

interface SizeChartProps {
  readonly points: readonly SizePoint[];
  readonly floors: readonly Floor[];
  /** The plan's clusters of this kind, with the time that they take. */
  readonly marks: readonly { readonly cards: number; readonly hours: number }[];
  /** Where more cards stop helping; null where they always help. */
  readonly bend: { readonly cards: number; readonly hours: number } | null;
  readonly finding: string;
}

/** Ideal, scheduled and expected time against cluster size. The pointer reads all three; the table beside it has the numbers. */
export const SizeChart = memo(function SizeChart({ points, floors, marks, bend, finding }: SizeChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [read, setRead] = useState<SizePoint | null>(null);
  const plot = sizePlot(points, floors, {
    left: EDGE.left,
    top: EDGE.top,
    width: Math.max(1, width - EDGE.left - EDGE.right),
    height: HEIGHT - EDGE.top - EDGE.bottom,
  });
  const [x, y] = [(cards: number) => sizeX(plot, cards), (hours: number) => sizeY(plot, hours)];
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  const last = points.at(-1);
  const words = apart(
    [
      ...floors.map(({ cardsPerRun, hours, isOwn }, index) => ({
        y: y(hours),
        words: index === 0 ? `${counted(cardsPerRun, "card")} a run` : counted(cardsPerRun, "card"),
        kind: isOwn ? "size-own" : "size-floor-words",
      })),
      ...(last?.expectedHours == null
        ? []
        : [{ y: y(last.expectedHours), words: "with failures", kind: "size-expected-words" }]),
    ],
    LINE,
    bottom - LINE / 2,
  );
  const point = ({ nativeEvent: { offsetX } }: PointerEvent) => setRead(nearestPoint(plot, points, offsetX));
  return (
    <div className="size-chart" ref={frame}>
      <p className="size-unit">time</p>
      <div className="size-plot">
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={finding}
            onPointerMove={point}
            onPointerLeave={() => setRead(null)}
          >
            {durationTicks(plot.fromHours, plot.toHours).map(({ value, label }) => (
              <g key={label}>
                <line className="size-grid" x1={plot.left} x2={right} y1={y(value)} y2={y(value)} />
                <text x={plot.left - 8} y={y(value)} dy="0.35em" textAnchor="end">
                  {label}
                </text>
              </g>
            ))}
            {decadeTicks(plot.fromCards, plot.toCards).map(({ value, label }, index, { length }) => (
              <g key={label}>
                <line className="size-grid" x1={x(value)} x2={x(value)} y1={plot.top} y2={bottom} />
                {(index % 2 === 0 || plot.width > length * ROOM_OF_TICK) && (
                  <text x={x(value)} y={bottom + 17} textAnchor="middle">
                    {label}
                  </text>
                )}
              </g>
            ))}
            <text x={right} y={HEIGHT - 6} textAnchor="end">
              cards
            </text>
            <line className="size-base" x1={plot.left} x2={right} y1={bottom} y2={bottom} />
            {floors.map(({ cardsPerRun, hours, isOwn }) =>
              isOwn ? null : (
                <line
                  key={cardsPerRun}
                  className="size-floor"
                  x1={Math.min(right, Math.max(plot.left, x(idealCards(points, hours))))}
                  x2={right}
                  y1={y(hours)}
                  y2={y(hours)}
                />
              ),
            )}
            <path className="size-ideal" d={linePath(plot, points, ({ idealHours }) => idealHours)} />
            <path className="size-scheduled" d={linePath(plot, points, ({ scheduledHours }) => scheduledHours)} />
            <path className="size-expected" d={linePath(plot, points, ({ expectedHours }) => expectedHours)} />
            {read !== null && (
              <line className="size-read" x1={x(read.cards)} x2={x(read.cards)} y1={plot.top} y2={bottom} />
            )}
            {words.map(({ y: at, words: text, kind }) => (
              <text key={text} className={kind} x={right + 6} y={at} dy="0.35em">
                {text}
              </text>
            ))}
            {bend !== null && (
              <g className="size-bend">
                <circle cx={x(bend.cards)} cy={y(bend.hours)} r={4} />
                <text x={x(bend.cards) - 9} y={y(bend.hours)} dy="0.35em" textAnchor="end">
                  {counted(bend.cards, "card")}
                </text>
              </g>
            )}
            {marks.map(({ cards, hours }) => (
              <g key={cards} className="size-mark">
                <circle cx={x(cards)} cy={y(hours)} r={4} />
                <text x={x(cards) + 9} y={y(hours) - 7} textAnchor={x(cards) > right - 40 ? "middle" : "start"}>
                  {durationText(hours)}
                </text>
              </g>
            ))}
          </svg>
        )}
        {read !== null && (
          <div
            className="size-tip"
            style={{
              left: Math.max(0, Math.min(width - TIP_WIDTH, x(read.cards) + 10)),
              top: plot.top,
              width: TIP_WIDTH,
            }}
          >
            <strong>{counted(read.cards, "card")}</strong>
            <span>ideal {durationText(read.idealHours)}</span>
            <span>
              {read.scheduledHours === null ? "some runs do not fit" : `scheduled ${durationText(read.scheduledHours)}`}
            </span>
            {read.expectedHours !== null && <span>with failures {durationText(read.expectedHours)}</span>}
          </div>
        )}
      </div>
      <ul className="size-key">
        <li>
          <Sample kind="size-ideal" /> ideal
        </li>
        <li>
          <Sample kind="size-scheduled" /> scheduled
        </li>
        <li>
          <Sample kind="size-expected" /> with failures
        </li>
        {floors.some(({ isOwn }) => !isOwn) && (
          <li>
            <Sample kind="size-floor" /> least time with so many cards a run
          </li>
        )}
      </ul>
    </div>
  );
});

const Sample = ({ kind }: { readonly kind: string }) => (
  <svg width="20" height="8" aria-hidden="true">
    <line className={kind} x1="0" x2="20" y1="4" y2="4" />
  </svg>
);

/** Cards at which the ideal time is so long. */
const idealCards = (points: readonly SizePoint[], hours: number): number =>
  ((points[0]?.idealHours ?? 0) * (points[0]?.cards ?? 1)) / hours;

interface SizeTableProps {
  readonly points: readonly SizePoint[];
  /** Sizes that are shown beside the whole decades. */
  readonly also: readonly number[];
}

const TIMES = ["idealHours", "scheduledHours", "expectedHours"] as const;

/** The three curves as numbers, at whole decades and at the plan's own sizes. */
export function SizeTable({ points, also }: SizeTableProps) {
  const shown = points.filter(({ cards }) => Number.isInteger(Math.log10(cards)) || also.includes(cards));
  return (
    <ScrollBox className="selected-scroll selected-table" label="Time against cluster size as a table">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Cards
            </th>
            <th scope="col" className="number">
              Ideal
            </th>
            <th scope="col" className="number">
              Scheduled
            </th>
            <th scope="col" className="number">
              With failures
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ cards, ...hoursOf }) => (
            <tr key={cards}>
              <th scope="row" className="number">
                {exact(cards)}
              </th>
              {TIMES.map((time) => {
                const hours = hoursOf[time];
                return (
                  <td key={time} className="number" title={hours === null ? undefined : `${exact(hours)} h`}>
                    {hours === null ? <span className="quiet">does not fit</span> : durationText(hours)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
