import type { RangeAxis } from "../sweep-file.ts";

/** Middles of the three equally likely parts of a distribution. */
const SHARES = [1 / 6, 1 / 2, 5 / 6];

/** Where these shares of a normal distribution lie, in deviations from its mean. */
const DEVIATIONS = [-0.967421566101701, 0, 0.967421566101701];

/**
 * Three values that stand for a range that runs are drawn from: the middles of its lower, middle and upper third, each as likely as the
 * others, rounded to the steps of the range. None where it has no bounds.
 *
 * @example likelyValues({low: 0, high: 600, step: 100, scale: "linear", …}) // [100, 300, 500]
 */
export function likelyValues({ low, high, step, scale, normal, whole }: RangeAxis): number[] {
  const linear = scale === "log" ? Math.log : (value: number) => value;
  const back = scale === "log" ? Math.exp : (value: number) => value;
  const raw =
    normal !== null
      ? DEVIATIONS.map((deviations) => normal.mean + deviations * normal.deviation)
      : low === null || high === null
        ? []
        : SHARES.map((share) => linear(low) + share * (linear(high) - linear(low)));
  const values = raw.map((value) => rounded(back(value), { low, high, step: step ?? (whole ? 1 : null) }));
  return [...new Set(values)];
}

function rounded(value: number, { low, high, step }: Pick<RangeAxis, "low" | "high" | "step">): number {
  if (step === null || step === 0) return Number(value.toPrecision(4));
  const size = Math.abs(step);
  // Multiples of the step where the range starts at one, as q_ distributions have them; else steps from its start.
  const start = low === null || Number.isInteger(low / size) ? 0 : low;
  const at = Number((start + Math.round((value - start) / size) * size).toPrecision(12));
  return Math.min(high ?? at, Math.max(low ?? at, at));
}
