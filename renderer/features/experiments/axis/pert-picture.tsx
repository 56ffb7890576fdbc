import { exact } from "../../../../shared/units/format/exact.ts";
import { significant } from "../../../../shared/units/format/significant.ts";
import type { Count } from "../sweep/run-count.ts";
import { pertCurve } from "./pert-curve.ts";

const WIDTH = 190;
const HEIGHT = 46;

/** How the draws of a range are spread: its curve, filled from P10 to P90, with a line at the likely value. */
export function PertPicture({ range }: { readonly range: Count | null }) {
  const curve = range === null ? null : pertCurve(range);
  if (range === null || curve === null) return null;
  const { low, likely, high } = range;
  const x = (value: number) => ((value - low) / (high - low)) * WIDTH;
  const line = curve.points.map(({ x: at, y }) => `${at * WIDTH},${HEIGHT - y * (HEIGHT - 2)}`);
  const inside = curve.points.filter(({ x: at }) => at * WIDTH >= x(curve.p10) && at * WIDTH <= x(curve.p90));
  const filled = inside.map(({ x: at, y }) => `${at * WIDTH},${HEIGHT - y * (HEIGHT - 2)}`);
  const [first, last] = [inside[0], inside.at(-1)];
  return (
    <figure className="pert">
      <figcaption className="tabular">
        P10–P90 {significant(curve.p10)}–{significant(curve.p90)}, P50 {significant(curve.p50)}
      </figcaption>
      <svg viewBox={`-4 0 ${WIDTH + 8} ${HEIGHT + 2}`} aria-hidden="true">
        {first !== undefined && last !== undefined && (
          <polygon
            className="pert-inside"
            points={`${first.x * WIDTH},${HEIGHT} ${filled.join(" ")} ${last.x * WIDTH},${HEIGHT}`}
          />
        )}
        <polyline className="pert-line" points={line.join(" ")} />
        <line className="pert-base" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <line className="pert-likely" x1={x(likely)} x2={x(likely)} y1="2" y2={HEIGHT} />
      </svg>
      <p className="pert-ends tabular" aria-hidden="true">
        <span>{exact(low)}</span>
        <span>{exact(high)}</span>
      </p>
    </figure>
  );
}
