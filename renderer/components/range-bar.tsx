import "./range-bar.css";

export interface RangeBarProps {
  readonly low: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly high: number;
  readonly likely: number;
}

const WIDTH = 200;
const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

/**
 * A range as a picture: a thin line from all low to all high, a bar from P10 to P90 with a gap at P50, a tick at the
 * likely value. It always stands beside the words that say the same, so it is hidden from assistive technology.
 */
export function RangeBar(range: RangeBarProps) {
  const { low, p10, p50, p90, high, likely } = range;
  const from = Math.min(low, likely);
  const to = Math.max(high, likely);
  const x = (value: number) => (to > from ? 1 + ((value - from) / (to - from)) * (WIDTH - 2) : WIDTH / 2);
  return (
    <svg className="range-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line className="range-bar-extent" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <line className="range-bar-middle" x1={x(p10)} x2={x(p90)} y1={MIDDLE} y2={MIDDLE} />
      <line className="range-bar-gap" x1={x(p50)} x2={x(p50)} y1={MIDDLE - 3} y2={MIDDLE + 3} />
      <line className="range-bar-likely" x1={x(likely)} x2={x(likely)} y1={0} y2={HEIGHT} />
    </svg>
  );
}
