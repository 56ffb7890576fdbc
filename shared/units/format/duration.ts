import { HOURS_PER_DAY, HOURS_PER_YEAR, MINUTES_PER_HOUR, SECONDS_PER_HOUR } from "../constants.ts";
import { fixed } from "./exact.ts";

/** A length of time to read: the digits and the unit that fits them. */
export interface Duration {
  readonly digits: string;
  readonly unit: "second" | "seconds" | "minute" | "minutes" | "h" | "days" | "year" | "years";
}

/** More years than that are a way to say never. */
const MOST_YEARS = 1e6;

/** Up to three days people plan in hours. */
const LONGEST_IN_HOURS = 72;

/**
 * A length of time in the unit in which it is easiest to grasp: whole seconds and minutes, then one decimal in hours
 * (below 72), days and years. A value that rounds up to the next unit is written in that unit. None is 0 h, what is too short to count is
 * less than 1 second, one year is not 1.0 years, and what never ends takes over a million years.
 *
 * @param hours wall-clock, not negative
 * @example duration(43.0249)   // {digits: "43.0", unit: "h"}
 * @example duration(430_248.7) // {digits: "49.1", unit: "years"}
 * @example duration(0.23)      // {digits: "14", unit: "minutes"}
 */
export function duration(hours: number): Duration {
  const seconds = Math.round(hours * SECONDS_PER_HOUR);
  if (hours === 0) return { digits: "0", unit: "h" };
  if (seconds === 0) return { digits: "less than 1", unit: "second" };
  if (seconds < 60) return { digits: fixed(seconds, 0), unit: seconds === 1 ? "second" : "seconds" };
  const minutes = Math.round(hours * MINUTES_PER_HOUR);
  if (minutes < 60) return { digits: fixed(minutes, 0), unit: minutes === 1 ? "minute" : "minutes" };
  if (toTenth(hours) < LONGEST_IN_HOURS) return { digits: fixed(hours, 1), unit: "h" };
  const days = hours / HOURS_PER_DAY;
  if (toTenth(days) < HOURS_PER_YEAR / HOURS_PER_DAY) return { digits: fixed(days, 1), unit: "days" };
  if (isNever(hours)) return { digits: "over a million", unit: "years" };
  const years = fixed(hours / HOURS_PER_YEAR, 1);
  return years === "1.0" ? { digits: "1", unit: "year" } : { digits: years, unit: "years" };
}

/**
 * Whether a length of time is a way to say never: over a million years.
 *
 * @param hours wall-clock, not negative
 * @example isNever(1e12) // true
 */
export const isNever = (hours: number): boolean => hours > MOST_YEARS * HOURS_PER_YEAR;

/**
 * A length of time as plain text.
 *
 * @example durationText(43_024.87) // "4.9 years"
 */
export function durationText(hours: number): string {
  const { digits, unit } = duration(hours);
  return `${digits} ${unit}`;
}

const toTenth = (n: number): number => Number(n.toFixed(1));
