import { fixed } from "../../../../shared/units/format/exact.ts";
import { axisUnit } from "../../../charts/scale.ts";
import { niceTicks } from "../chart/nice-ticks.ts";
import type { Offer } from "./offers.ts";

const WIDTH = 760;
const ROW = 24;
const BAR = 14;
const EDGE = { left: 200, right: 56, top: 30, bottom: 24 } as const;
const LONGEST_NAME = 30;

const PARTS = [
  { id: "work", name: "work", of: ({ cost }: Offer) => cost.work },
  { id: "unused", name: "paid for, not used", of: ({ unused }: Offer) => unused },
  { id: "lost", name: "interruptions", of: ({ cost }: Offer) => cost.interruptions },
  { id: "stored", name: "storage and egress", of: ({ stored }: Offer) => stored },
  { id: "others", name: "other cards", of: ({ others }: Offer) => others },
] as const;

interface PartsChartProps {
  /** The cheapest first. */
  readonly offers: readonly Offer[];
  readonly currency: string;
  readonly finding: string;
}

/** What each offer's total is made of, stacked. */
export function PartsChart({ offers, currency, finding }: PartsChartProps) {
  const most = Math.max(...offers.map(({ total }) => total));
  const { divisor, prefix } = axisUnit(most);
  const ticks = niceTicks(most / divisor);
  const top = ticks.at(-1) ?? 1;
  const x = (amount: number) => EDGE.left + (amount / divisor / top) * (WIDTH - EDGE.left - EDGE.right);
  const height = EDGE.top + offers.length * ROW + EDGE.bottom;
  const shown = PARTS.filter(({ of }) => offers.some((offer) => of(offer) > 0));
  return (
    <svg className="parts" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={finding}>
      {shown.map(({ id, name }, index) => (
        <g key={id} transform={`translate(${EDGE.left + index * 118}, 0)`}>
          <rect className={`parts-${id}`} y={4} width={10} height={10} />
          <text x={15} y={13}>
            {name}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="parts-grid"
            x1={x(tick * divisor)}
            x2={x(tick * divisor)}
            y1={EDGE.top - 6}
            y2={height - EDGE.bottom}
          />
          <text x={x(tick * divisor)} y={height - 8} textAnchor="middle">
            {tick === 0 ? `0 ${prefix} ${currency}`.trim() : tick}
          </text>
        </g>
      ))}
      {offers.map((offer, row) => {
        const y = EDGE.top + row * ROW;
        let from = 0;
        return (
          <g key={offer.id}>
            <text className="parts-name" x={EDGE.left - 8} y={y + 11} textAnchor="end">
              {short(offer.title)}
            </text>
            {shown.map(({ id, of }) => {
              const left = x(from);
              from += of(offer);
              return (
                <rect
                  key={id}
                  className={`parts-${id}`}
                  x={left}
                  y={y}
                  width={Math.max(0, x(from) - left)}
                  height={BAR}
                />
              );
            })}
            <text className="parts-total" x={x(offer.total) + 6} y={y + 11}>
              {`${fixed(offer.total / divisor, 2)}${offer.without === null ? "" : "*"}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const short = (title: string): string => (title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME - 1)}…` : title);
