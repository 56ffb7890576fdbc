import { useId } from "react";
import { fixed } from "../../../../shared/units/format/exact.ts";
import { axisUnit } from "../../../charts/scale.ts";
import { niceTicks } from "../chart/nice-ticks.ts";
import type { Offer } from "./offers.ts";
import { placeLabels } from "./place-labels.ts";

const WIDTH = 760;
const HEIGHT = 280;
const EDGE = { left: 40, right: 24, top: 24, bottom: 34 } as const;
const CHARACTER = 6;

interface FrontierChartProps {
  readonly offers: readonly Offer[];
  /** In days; null without. */
  readonly deadline: number | null;
  readonly currency: string;
  readonly finding: string;
}

/** Cost against time, time logarithmic: a point an offer, and a line through those that no other beats in both. */
export function FrontierChart({ offers, deadline, currency, finding }: FrontierChartProps) {
  const clip = useId();
  const timed = offers.flatMap((offer) => (offer.days === null ? [] : [{ ...offer, days: offer.days }]));
  const most = Math.max(...timed.map(({ total }) => total));
  const { divisor, prefix } = axisUnit(most);
  const ticks = niceTicks((most / divisor) * 1.05);
  const top = ticks.at(-1) ?? 1;
  const days = [...timed.map((offer) => offer.days), ...(deadline === null ? [] : [deadline])];
  const [from, to] = [Math.min(...days) / 1.5, Math.max(...days) * 1.4];
  const x = (at: number) => EDGE.left + (Math.log(at / from) / Math.log(to / from)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (amount: number) => HEIGHT - EDGE.bottom - (amount / divisor / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const bottom = HEIGHT - EDGE.bottom;
  const best = timed.filter(({ onFrontier }) => onFrontier).sort((a, b) => a.days - b.days);
  const labels = placeLabels(
    [...timed]
      .sort((a, b) => Number(b.onFrontier || b.isHeadline) - Number(a.onFrontier || a.isHeadline))
      .map((offer) => ({
        id: offer.id,
        x: x(offer.days),
        y: y(offer.total),
        width: (offer.title.length + 6) * CHARACTER,
      })),
    { left: EDGE.left, right: WIDTH - 4, top: EDGE.top - 6, bottom },
    best.flatMap((offer, index) => {
      const [left, level] = [x(offer.days), y(offer.total)];
      // The line comes down on the first point from above.
      const coming = index === 0 ? [{ left: left - 1, right: left + 1, top: 0, bottom: level }] : [];
      const next = best[index + 1];
      const right = next === undefined ? WIDTH - EDGE.right : x(next.days);
      const below = next === undefined ? level : y(next.total);
      return [
        ...coming,
        { left, right, top: level - 1, bottom: level + 1 },
        { left: right - 1, right: right + 1, top: level, bottom: below },
      ];
    }),
  );
  return (
    <svg className="frontier" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
      <clipPath id={clip}>
        <rect x={EDGE.left} y={EDGE.top} width={WIDTH - EDGE.left - EDGE.right} height={bottom - EDGE.top} />
      </clipPath>
      <text x={EDGE.left - 8} y={12} textAnchor="start">
        {`${prefix} ${currency}`.trim()}
      </text>
      {deadline !== null && (
        <rect
          className="frontier-late"
          x={x(deadline)}
          y={EDGE.top}
          width={WIDTH - EDGE.right - x(deadline)}
          height={bottom - EDGE.top}
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="frontier-grid"
            x1={EDGE.left}
            x2={WIDTH - EDGE.right}
            y1={y(tick * divisor)}
            y2={y(tick * divisor)}
          />
          <text x={EDGE.left - 8} y={y(tick * divisor) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {dayTicks(from, to).map((tick) => (
        <g key={tick}>
          <line className="frontier-grid" x1={x(tick)} x2={x(tick)} y1={EDGE.top} y2={bottom} />
          <text x={x(tick)} y={bottom + 16} textAnchor="middle">
            {tick.toLocaleString("en-US")}
          </text>
        </g>
      ))}
      <text x={WIDTH - EDGE.right} y={HEIGHT - 3} textAnchor="end">
        days, scheduled
      </text>
      {deadline !== null && (
        <g className="frontier-deadline">
          <line x1={x(deadline)} x2={x(deadline)} y1={EDGE.top - 6} y2={bottom} />
          <text x={x(deadline)} y={12} textAnchor="middle">
            {`within ${fixed(deadline, 0)} days`}
          </text>
        </g>
      )}
      <path
        className="frontier-line"
        clipPath={`url(#${clip})`}
        d={stepsOf(
          best.map((offer) => [x(offer.days), y(offer.total)]),
          WIDTH - EDGE.right,
        )}
      />
      {timed.map((offer) => (
        <circle
          key={offer.id}
          className={classOf(offer)}
          cx={x(offer.days)}
          cy={y(offer.total)}
          r={offer.isHeadline ? 5 : 4}
        >
          <title>{`${offer.title}, ${offer.words}`}</title>
        </circle>
      ))}
      {labels.map(({ id, left, baseline }) => {
        const offer = timed.find((one) => one.id === id);
        return offer === undefined ? null : (
          <text
            key={id}
            className={offer.onFrontier || offer.isHeadline ? "frontier-name frontier-strong" : "frontier-name"}
            x={left}
            y={baseline}
          >
            <tspan>{offer.title}</tspan> {fixed(offer.total / divisor, 1)}
          </text>
        );
      })}
    </svg>
  );
}

const classOf = ({ isHeadline, onFrontier }: Offer): string =>
  isHeadline ? "frontier-own" : onFrontier ? "frontier-best" : "frontier-other";

/** From above the first point, down and to the right through all, on to the edge. */
function stepsOf(points: readonly (readonly [number, number])[], right: number): string {
  const [first] = points;
  if (first === undefined) return "";
  const steps = points.map(([atX, atY]) => `H ${atX} V ${atY}`).join(" ");
  return `M ${first[0]} 0 ${steps} H ${right}`;
}

const DIGITS = [1, 2, 5];

function dayTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power++) {
    for (const digit of DIGITS) {
      const tick = Number((digit * 10 ** power).toPrecision(6));
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks;
}
