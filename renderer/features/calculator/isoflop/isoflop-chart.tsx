import { read } from "../../../../shared/sheet/text/amounts.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { decadeTicks } from "../../../charts/scale.ts";
import { Powers } from "../../../components/powers.tsx";
import { type IsoflopCurveShape, type IsoflopPicture, lossTicks } from "./isoflop-picture.ts";
import { SvgPowers } from "./svg-powers.tsx";
import "./isoflop.css";
import { ScrollBox } from "../../../components/scroll-box.tsx";

const WIDTH = 720;
const HEIGHT = 330;
const EDGE = { left: 44, right: 24, top: 14, bottom: 34 } as const;
/** Rows of the table under the picture. */
const TABLE_ROWS = 13;

interface IsoflopChartProps {
  /** What the picture shows, in a sentence: its title. */
  readonly finding: string;
  /** By which fit, in words. */
  readonly by: string;
  readonly picture: IsoflopPicture;
}

/** Predicted loss against size at a few budgets, the lowest point of each marked, with runs of a plan among them. */
export function IsoflopChart({ finding, by, picture }: IsoflopChartProps) {
  const { curves, runs, sizes, losses } = picture;
  const bottom = HEIGHT - EDGE.bottom;
  const x = (size: number) =>
    EDGE.left + (Math.log(size / sizes.from) / Math.log(sizes.to / sizes.from)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (loss: number) => bottom - ((loss - losses.from) / (losses.to - losses.from)) * (bottom - EDGE.top);
  return (
    <figure className="isoflop">
      <figcaption>
        <strong>
          <Powers text={finding} />
        </strong>
        Predicted loss against parameters; each curve is one budget, its tokens are what the budget leaves, C / 6N. {by}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
        <clipPath id="isoflop-frame">
          <rect x={EDGE.left} y={EDGE.top} width={WIDTH - EDGE.left - EDGE.right} height={bottom - EDGE.top} />
        </clipPath>
        {lossTicks(losses.from, losses.to).map((loss) => (
          <g key={loss}>
            <line className="isoflop-grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(loss)} y2={y(loss)} />
            <text x={EDGE.left - 8} y={y(loss) + 4} textAnchor="end">
              {String(loss)}
            </text>
          </g>
        ))}
        {decadeTicks(sizes.from, sizes.to).map(({ value, label }) => (
          <g key={label}>
            <line className="isoflop-grid" x1={x(value)} x2={x(value)} y1={EDGE.top} y2={bottom} />
            <text x={x(value)} y={bottom + 15} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <text x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end">
          parameters
        </text>
        {curves.map(({ budget, points }, index) => (
          <path
            key={budget}
            className={`isoflop-curve isoflop-curve-${index % 3}`}
            d={`M${points.map((one) => `${x(one.parameters).toFixed(1)} ${y(one.loss).toFixed(1)}`).join("L")}`}
            clipPath="url(#isoflop-frame)"
          />
        ))}
        {runs.map(({ label, parameters, loss }, index) => (
          <path
            key={`${label} ${parameters} ${loss}`}
            className={index === 0 ? "isoflop-run isoflop-run-first" : "isoflop-run"}
            d={diamond(x(parameters), y(loss), index === 0 ? 8 : 5)}
          >
            <title>{`${label}: ${read(parameters)} parameters, loss ${fixed(loss, 3)}`}</title>
          </path>
        ))}
        {curves.map(({ budget, lowest }, index) => (
          <g key={budget} className={`isoflop-lowest isoflop-curve-${index % 3}`}>
            <circle cx={x(lowest.parameters)} cy={y(lowest.loss)} r={4} />
            <text x={x(lowest.parameters)} y={y(lowest.loss) + 18} textAnchor="middle">
              <SvgPowers text={`${read(budget)} FLOP`} />
            </text>
          </g>
        ))}
      </svg>
      <details className="isoflop-data">
        <summary>As table</summary>
        <CurveTable curves={curves} />
      </details>
    </figure>
  );
}

/** A mark that is told from the points of the curves in grey print, too. */
const diamond = (x: number, y: number, size: number): string =>
  `M${x.toFixed(1)} ${(y - size).toFixed(1)}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`;

/** The curves as numbers, at sizes spread over the picture. */
function CurveTable({ curves }: { readonly curves: readonly IsoflopCurveShape[] }) {
  const sizes = curves[0]?.points ?? [];
  const step = Math.max(1, Math.floor((sizes.length - 1) / (TABLE_ROWS - 1)));
  return (
    <ScrollBox className="calculator-table" label="Table of the curves">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Parameters
            </th>
            {curves.map(({ budget }) => (
              <th key={budget} scope="col" className="number">
                Loss at
                <small>
                  <Powers text={`${read(budget)} FLOP`} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ parameters }, at) =>
            at % step === 0 ? (
              <tr key={parameters}>
                <th scope="row" className="number" title={exact(parameters)}>
                  {read(parameters)}
                </th>
                {curves.map(({ budget, points }) => (
                  <td key={budget} className="number">
                    {fixed(points[at]?.loss ?? Number.NaN, 3)}
                  </td>
                ))}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}
