/** The axis of time since the start: its unit and its ticks. Pure. */

import { fixed } from "../../../../shared/units/format/exact.ts";
import type { Tick } from "../../../charts/scale.ts";

export interface TimeAxis {
  /** "hours since the start" */
  readonly unit: string;
  readonly ticks: readonly Tick[];
}

const UNITS = [
  { unit: "minutes", hours: 1 / 60, steps: [1, 2, 5, 10, 15] },
  { unit: "hours", hours: 1, steps: [1, 2, 3, 6, 12, 24] },
  { unit: "days", hours: 24, steps: [1, 2, 5, 7, 14, 30, 60, 90] },
  { unit: "years", hours: 8_760, steps: [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] },
] as const;
/** As many ticks as stay apart, the start aside. */
const MOST_TICKS = 6;

/**
 * The finest unit whose steps leave few enough ticks.
 *
 * @param hours the whole length, above 0
 * @example timeAxis(51.5) // hours: 0, 12, 24, 36, 48
 */
export function timeAxis(hours: number): TimeAxis {
  for (const { unit, hours: one, steps } of UNITS) {
    const step = steps.find((candidate) => hours / one / candidate <= MOST_TICKS);
    if (step !== undefined) return axisOf(unit, one, step, hours);
  }
  return axisOf("years", 8_760, 10 ** Math.floor(Math.log10(hours / 8_760)), hours);
}

const axisOf = (unit: string, one: number, step: number, hours: number): TimeAxis => ({
  unit: `${unit} since the start`,
  ticks: Array.from({ length: Math.floor(hours / one / step + 1e-9) + 1 }, (_, index) => ({
    value: index * step * one,
    label: fixed(index * step, Number.isInteger(step) ? 0 : 1),
  })),
});

/**
 * Round numbers of cards up to `cards`.
 *
 * @example cardTicks(100_000) // 0, 25 k, 50 k, 75 k, 100 k as values
 */
export function cardTicks(cards: number): readonly number[] {
  const raw = cards / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((part) => part * power >= raw * 0.999) ?? 10) * power);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  return Array.from({ length: Math.floor(cards / whole + 1e-9) + 1 }, (_, index) => index * whole);
}
