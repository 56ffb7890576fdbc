/** Ticks and units of the charts' axes, as plain numbers and words. */

export interface AxisUnit {
  /** What the axis' numbers have been divided by. */
  readonly divisor: number;
  /** "M", or "10²⁴" as base and exponent, to stand before the unit; both empty for none. */
  readonly prefix: string;
  readonly exponent: number | null;
}

const PREFIXES = ["", "k", "M", "B", "T"];

/**
 * The power of a thousand that leaves an axis with small numbers, said once beside it.
 *
 * @example axisUnit(5_281_875) // {divisor: 1e6, prefix: "M", exponent: null}
 * @example axisUnit(5.42e24)   // {divisor: 1e24, prefix: "", exponent: 24}
 */
export function axisUnit(largest: number): AxisUnit {
  if (!(largest > 0) || largest < 1000) return { divisor: 1, prefix: "", exponent: null };
  const steps = Math.floor(Math.log10(largest) / 3 + 1e-9);
  const prefix = PREFIXES[steps];
  if (prefix !== undefined) return { divisor: 1000 ** steps, prefix, exponent: null };
  return { divisor: 10 ** (steps * 3), prefix: "", exponent: steps * 3 };
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

const DURATIONS: readonly Tick[] = [
  { value: 1 / 3600, label: "1 s" },
  { value: 1 / 60, label: "1 min" },
  { value: 1, label: "1 h" },
  { value: 24, label: "1 day" },
  { value: 720, label: "1 month" },
  { value: 8760, label: "1 year" },
  { value: 87_600, label: "10 years" },
  { value: 876_000, label: "100 years" },
  { value: 8_760_000, label: "1,000 years" },
];

/** As `DURATIONS`, with one between each two, for an axis on which few of them lie. */
const FINER_DURATIONS: readonly Tick[] = [
  ...DURATIONS,
  { value: 10 / 3600, label: "10 s" },
  { value: 1 / 6, label: "10 min" },
  { value: 6, label: "6 h" },
  { value: 168, label: "1 week" },
  { value: 2160, label: "3 months" },
].sort((a, b) => a.value - b.value);

/** Fewer labels than these do not tell a reader how an axis runs. */
const FEWEST_TICKS = 3;

/**
 * The lengths of time people name that lie within an axis of hours, finer ones where it is short; a month is 720 h, a year 8,760 h.
 *
 * @example durationTicks(0.9, 90) // 1 h, 6 h, 1 day
 */
export function durationTicks(from: number, to: number): Tick[] {
  const within = ({ value }: Tick) => value >= from * 0.999 && value <= to * 1.001;
  const ticks = DURATIONS.filter(within);
  return ticks.length < FEWEST_TICKS ? FINER_DURATIONS.filter(within) : ticks;
}

/** Steps that people count time in, in hours, with the unit that names them. */
const TIME_STEPS: readonly { readonly hours: number; readonly unit: string }[] = [
  ...[1, 5, 15, 30].map((minutes) => ({ hours: minutes / 60, unit: "min" })),
  ...[1, 2, 3, 6, 12].map((hours) => ({ hours, unit: "h" })),
  ...[1, 2, 5, 10, 30, 60, 120].map((days) => ({ hours: days * 24, unit: "days" })),
  ...[0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map((years) => ({ hours: years * 8_760, unit: "years" })),
];

const HOURS_OF: Readonly<Record<string, number>> = { min: 1 / 60, h: 1, days: 24, years: 8_760 };

/** More ticks than these crowd an axis of time. */
const MOST_TIME_TICKS = 7;

/**
 * From 0 to `end` hours in steps that people count time in, the unit at the first after 0.
 *
 * @example hourTicks(51.5) // 0, 12 h, 24, 36, 48
 */
export function hourTicks(end: number): Tick[] {
  const step = TIME_STEPS.find(({ hours }) => end / hours < MOST_TIME_TICKS) ?? TIME_STEPS.at(-1);
  if (step === undefined || !(end > 0)) return [{ value: 0, label: "0" }];
  const unit = HOURS_OF[step.unit] ?? 1;
  return Array.from({ length: Math.floor(end / step.hours + 1e-9) + 1 }, (_, index) => {
    const value = index * step.hours;
    const digits = Number((value / unit).toPrecision(6));
    return { value, label: index === 1 ? `${digits} ${step.unit}` : String(digits) };
  });
}

/**
 * The whole powers of ten within an axis: 1, 10, 100, 1 k … 1 M.
 */
export function decadeTicks(from: number, to: number): Tick[] {
  const ticks: Tick[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); power <= Math.log10(to) + 1e-9; power += 1) {
    const prefix = PREFIXES[Math.floor(power / 3)];
    const digits = 10 ** (power % 3);
    const label = power < 0 || prefix === undefined ? `1e${power}` : `${digits}${prefix === "" ? "" : ` ${prefix}`}`;
    ticks.push({ value: 10 ** power, label });
  }
  return ticks;
}

/** A label on at most two lines, broken between words near its middle when it is longer than `longest`. */
export function onTwoLines(label: string, longest: number): string | string[] {
  if (label.length <= longest) return label;
  const middle = label.length / 2;
  const breaks = [...label.matchAll(/ /g)].map((space) => space.index);
  const best = breaks.reduce<number | null>(
    (found, at) => (found === null || Math.abs(at - middle) < Math.abs(found - middle) ? at : found),
    null,
  );
  return best === null ? label : [label.slice(0, best), label.slice(best + 1)];
}

/** @example shortened("Continued pre-training", 12) // "Continued p…" */
export const shortened = (label: string, longest: number): string =>
  label.length <= longest ? label : `${label.slice(0, Math.max(0, longest - 1)).trimEnd()}…`;

/**
 * The same with no line longer than there is room for: what does not fit on two lines ends with a sign that there is more. The tables have
 * it in full.
 */
export function rowLabel(label: string, longest: number): string | string[] {
  const lines = onTwoLines(label, longest);
  if ([lines].flat().every((line) => line.length <= longest)) return lines;
  const space = label.lastIndexOf(" ", longest);
  return space <= 0 ? shortened(label, longest) : [label.slice(0, space), shortened(label.slice(space + 1), longest)];
}
