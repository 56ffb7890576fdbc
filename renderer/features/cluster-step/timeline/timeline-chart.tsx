import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from "react";
import type { Band } from "../../../../shared/cluster/bands.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { labelColourAt, screenColour } from "../../../charts/palette.ts";
import { axisUnit } from "../../../charts/scale.ts";
import { useWidth } from "../../../components/use-width.ts";
import { type Read, readAfter } from "./reading.ts";
import { bandAt, bandShapes, cardsBelow, type Plot, xOf, yOf } from "./shape.ts";
import { cardTicks, timeAxis } from "./time-axis.ts";
import "./timeline.css";

const HEIGHT = 400;
const EDGE = { left: 44, right: 20, top: 44, bottom: 40 } as const;
/** Narrower than this, names beside the bands have no room. */
const TIP_WIDTH = 220;

export interface Subject {
  readonly name: string;
  /** Position in the experiments' fixed palette. */
  readonly colour: number;
}

interface TimelineChartProps {
  readonly bands: readonly Band[];
  /** By stage. */
  readonly subjects: readonly Subject[];
  readonly cards: number;
  readonly hours: number;
  readonly idealHours: number;
  /** What there is to see, for those who cannot see it. */
  readonly finding: string;
}

/** Cards in use over time, a band an experiment. The pointer and the arrow keys read what a band is doing at a time. */
export const TimelineChart = memo(function TimelineChart(props: TimelineChartProps) {
  const { bands, subjects, cards, hours, idealHours, finding } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [read, setRead] = useState<Read | null>(null);
  const plot: Plot = {
    left: EDGE.left,
    top: EDGE.top,
    width: Math.max(1, width - EDGE.left - EDGE.right),
    height: HEIGHT - EDGE.top - EDGE.bottom,
    hours: Math.max(hours, idealHours),
    cards,
  };
  const nameOf = (stage: number) => subjects[stage]?.name ?? "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot follows from the width, and the names from the subjects
  const shapes = useMemo(
    () => (width === 0 ? [] : bandShapes(bands, nameOf, plot)),
    [bands, subjects, width, hours, idealHours, cards],
  );
  const step = read === null ? undefined : bands[read.band]?.steps[read.step];
  const unit = axisUnit(cards);
  const axis = timeAxis(plot.hours);
  const [x, y] = [(at: number) => xOf(plot, at), (at: number) => yOf(plot, at)];
  const bottom = plot.top + plot.height;

  const point = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent) => {
    const at = ((offsetX - plot.left) / plot.width) * plot.hours;
    const height = ((bottom - offsetY) / plot.height) * cards;
    const found = bandAt(bands, at, height);
    setRead(found === null ? null : { band: found.band, step: bands[found.band]?.steps.indexOf(found.step) ?? 0 });
  };
  const keys = (event: KeyboardEvent) => {
    const next = readAfter(event.key, bands, read);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setRead(next);
  };

  const below = read === null || step === undefined ? 0 : cardsBelow(bands, read.band, step.fromHours);
  return (
    <div className="timeline" ref={frame}>
      <p className="timeline-unit">
        {unit.prefix === "k" ? "thousand " : unit.prefix === "M" ? "million " : ""}cards in use
      </p>
      <div
        className="timeline-plot"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read its bands
        tabIndex={0}
        aria-label={`${finding}. Arrow keys read the bands.`}
        onKeyDown={keys}
        onBlur={() => setRead(null)}
      >
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            aria-hidden="true"
            onPointerMove={point}
            onPointerLeave={() => setRead(null)}
          >
            {cardTicks(cards).map((at) => (
              <g key={at}>
                <line className="timeline-grid" x1={plot.left} x2={plot.left + plot.width} y1={y(at)} y2={y(at)} />
                <text x={plot.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
                  {exact(at / unit.divisor)}
                </text>
              </g>
            ))}
            {shapes.map(({ stage, path }, index) => (
              <path
                key={stage}
                className={read !== null && read.band !== index ? "timeline-band is-other" : "timeline-band"}
                d={path}
                fill={screenColour(subjects[stage]?.colour ?? 0)}
              />
            ))}
            <line className="timeline-base" x1={plot.left} x2={plot.left + plot.width} y1={bottom} y2={bottom} />
            {axis.ticks.map(({ value, label }) => (
              <g key={value}>
                <line className="timeline-tick" x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 4} />
                <text x={x(value)} y={bottom + 17} textAnchor="middle">
                  {label}
                </text>
              </g>
            ))}
            <text x={plot.left + plot.width} y={HEIGHT - 6} textAnchor="end">
              {axis.unit}
            </text>
            <Moment
              x={x(idealHours)}
              top={plot.top}
              bottom={bottom}
              row={1}
              words={`ideal ${durationText(idealHours)}`}
              isIdeal
            />
            <Moment
              x={x(hours)}
              top={plot.top}
              bottom={bottom}
              row={0}
              words={`scheduled ${durationText(hours)}`}
              isIdeal={false}
            />
            {shapes.map(({ stage, name }) =>
              name === null ? null : name.lineFrom === null ? (
                <text
                  key={stage}
                  className="timeline-name"
                  y={name.y - (name.lines.length - 1) * 7}
                  textAnchor="middle"
                  style={{ fill: labelColourAt(subjects[stage]?.colour ?? 0) }}
                >
                  {name.lines.map((line, index) => (
                    <tspan key={line} x={name.x} dy={index === 0 ? "0.35em" : 14}>
                      {line}
                    </tspan>
                  ))}
                </text>
              ) : (
                <g key={stage} className="timeline-beside">
                  <line x1={name.lineFrom.x} x2={name.x - 4} y1={name.lineFrom.y} y2={name.y} />
                  <text x={name.x} y={name.y} dy="0.35em">
                    {nameOf(stage)}
                  </text>
                </g>
              ),
            )}
            {step !== undefined && (
              <rect
                className="timeline-read"
                x={x(step.fromHours)}
                y={y(below + step.cards)}
                width={Math.max(1, x(step.toHours) - x(step.fromHours))}
                height={Math.max(1, y(below) - y(below + step.cards))}
              />
            )}
          </svg>
        )}
        <div role="status">
          {step !== undefined && read !== null && (
            <div
              className="timeline-tip"
              style={tipPlace(x((step.fromHours + step.toHours) / 2), y(below + step.cards), width)}
            >
              <strong>{nameOf(bands[read.band]?.stage ?? 0)}</strong>
              <span>
                {counted(step.runs, "run")} on {counted(step.cards, "card")}
              </span>
              <span>{hoursWords(step.fromHours, step.toHours)}</span>
            </div>
          )}
        </div>
      </div>
      {shapes.some(({ name }) => name === null) && (
        <ul className="timeline-key">
          {shapes.map(({ stage, name }) =>
            name === null ? (
              <li key={stage}>
                <span style={{ background: screenColour(subjects[stage]?.colour ?? 0) }} /> {nameOf(stage)}
              </li>
            ) : null,
          )}
        </ul>
      )}
    </div>
  );
});

/** Where the work ends: at best, and as it is scheduled. */
function Moment({
  x,
  top,
  bottom,
  row,
  words,
  isIdeal,
}: {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  readonly words: string;
  readonly isIdeal: boolean;
}) {
  const up = top - 8 - (1 - row) * 15;
  return (
    <g className={isIdeal ? "timeline-moment is-ideal" : "timeline-moment"}>
      <line x1={x} x2={x} y1={up + 4} y2={bottom} />
      <text x={x + 2} y={up} textAnchor="end">
        {words}
      </text>
    </g>
  );
}

/** Above the step, and never over the side of the picture. */
function tipPlace(x: number, y: number, width: number) {
  const half = TIP_WIDTH / 2;
  const left = Math.max(0, Math.min(width - TIP_WIDTH, x - half));
  return { left, width: TIP_WIDTH, ...(y > 110 ? { bottom: HEIGHT - y + 6 } : { top: y + 14 }) };
}

/** "12.4 h to 15.1 h after the start" */
const hoursWords = (from: number, to: number): string => `${momentText(from)} to ${momentText(to)} after the start`;

const momentText = (hours: number): string =>
  hours === 0 ? "0" : hours < 72 ? `${fixed(hours, 1)} h` : durationText(hours);
