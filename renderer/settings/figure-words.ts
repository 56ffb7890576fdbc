/** Operations and lengths of time as the settings would have them told on screens. */
import type { Settings } from "../../shared/contract/methods/settings.ts";
import { PETAFLOP_DAY } from "../../shared/units/constants.ts";
import { duration } from "../../shared/units/format/duration.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { type Readable, readable, readableText } from "../../shared/units/format/readable.ts";
import { scientific } from "../../shared/units/format/significant.ts";

export interface Told {
  readonly value: Readable;
  readonly unit: string;
  /** In full with its unit, for hover and copy. */
  readonly exact: string;
}

/**
 * @example operations(5.42e24, { operations: "flop" })   // 5.42 × 10²⁴ FLOP
 * @example operations(5.42e24, { operations: "pfDays" }) // 62.7 k PF-days
 */
export function operations(flop: number, settings: Pick<Settings, "operations">): Told {
  const full = `${exact(flop)} FLOP`;
  if (settings.operations === "pfDays") {
    return {
      value: readable(flop / PETAFLOP_DAY),
      unit: "PF-days",
      exact: `${exact(flop / PETAFLOP_DAY)} PF-days, ${full}`,
    };
  }
  if (flop === 0) return { value: { digits: "0", prefix: "", exponent: null }, unit: "FLOP", exact: full };
  const { mantissa, exponent } = scientific(flop);
  return { value: { digits: mantissa, prefix: "", exponent }, unit: "FLOP", exact: full };
}

/**
 * @param hours wall-clock, not negative
 * @example lengthOfTime(43_024.9, { time: "fitting" }) // "4.9 years"
 * @example lengthOfTime(43_024.9, { time: "hours" })   // "43.0 k h"
 */
export function lengthOfTime(hours: number, settings: Pick<Settings, "time">): string {
  const { digits, unit } = timeParts(hours, settings);
  return `${digits} ${unit}`;
}

/** The same in parts, for where the unit is set apart: `{digits: "43.0 k", unit: "h"}`. */
export function timeParts(
  hours: number,
  { time }: Pick<Settings, "time">,
): {
  readonly digits: string;
  readonly unit: string;
} {
  return time === "hours" ? { digits: readableText(readable(hours)), unit: "h" } : duration(hours);
}
