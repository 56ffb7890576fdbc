import type { RentOrBuy } from "../../../../shared/money/ownership/rent-or-buy.ts";
import { axisUnit } from "../../../charts/scale.ts";
import { niceTicks } from "../chart/nice-ticks.ts";

const WIDTH = 640;
const HEIGHT = 250;
const EDGE = { left: 46, right: 84, top: 26, bottom: 34 } as const;
const MONTHS_BETWEEN_TICKS = 12;

interface CostByMonthProps {
  readonly answer: RentOrBuy;
  readonly currency: string;
  readonly finding: string;
}

/** What is spent up to each month, owning and renting; the table below it has the same numbers year by year. */
export function CostByMonth({ answer, currency, finding }: CostByMonthProps) {
  const { months, own, paybackMonth, paysBack } = answer;
  const last = months.at(-1)?.month ?? 1;
  const most = Math.max(...months.flatMap((one) => [one.own, one.rent]), own.total + own.residual);
  const { divisor, prefix } = axisUnit(most);
  const ticks = niceTicks(most / divisor);
  const top = Math.max(ticks.at(-1) ?? 1, most / divisor);
  const x = (month: number) => EDGE.left + (month / last) * (WIDTH - EDGE.left - EDGE.right);
  const y = (amount: number) => HEIGHT - EDGE.bottom - (amount / divisor / top) * (HEIGHT - EDGE.top - EDGE.bottom);
  const line = (of: "own" | "rent") => months.map((one) => `${x(one.month)},${y(one[of])}`).join(" ");
  const bottom = HEIGHT - EDGE.bottom;
  const [ownEnd, rentEnd] = apart(y(own.total), y(answer.rent));
  return (
    <svg className="own-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
      <text x={EDGE.left} y={12} textAnchor="start">
        {`${prefix} ${currency} spent`.trim()}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="own-grid"
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
      {Array.from(
        { length: Math.floor(last / MONTHS_BETWEEN_TICKS) + 1 },
        (_, year) => year * MONTHS_BETWEEN_TICKS,
      ).map((month) => (
        <text key={month} x={x(month)} y={bottom + 16} textAnchor="middle">
          {month}
        </text>
      ))}
      <text x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end">
        months from the purchase
      </text>
      {paybackMonth !== null && paysBack && (
        <g className="own-payback">
          <line x1={x(paybackMonth)} x2={x(paybackMonth)} y1={EDGE.top} y2={bottom} />
          <text x={x(paybackMonth) - 6} y={EDGE.top + 8} textAnchor="end">
            {`paid back in month ${paybackMonth.toFixed(1)}`}
          </text>
        </g>
      )}
      <polyline className="own-line-rent" points={line("rent")} />
      <polyline className="own-line-own" points={line("own")} />
      <text className="own-words-own" x={WIDTH - EDGE.right + 8} y={ownEnd + 4}>
        owning
      </text>
      <text className="own-words-rent" x={WIDTH - EDGE.right + 8} y={rentEnd + 4}>
        renting
      </text>
    </svg>
  );
}

const LINE = 14;

/** Two heights, moved until words at them do not run into each other. */
function apart(first: number, second: number): readonly [number, number] {
  const gap = Math.abs(first - second);
  if (gap >= LINE) return [first, second];
  const by = (LINE - gap) / 2;
  return first <= second ? [first - by, second + by] : [first + by, second - by];
}
