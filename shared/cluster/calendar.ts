import { addDays, dateOfDay, dayNumber } from "../lib/days.ts";
import { HOURS_PER_DAY, HOURS_PER_WEEK, HOURS_PER_YEAR } from "../units/constants.ts";

/** When a cluster works: from which day on, how long one waits for it, and for how many hours of a week it is there. */
export interface Working {
  /** A day, "2026-01-21". */
  readonly start: string;
  /** Hours of the clock before the first run starts, 0 or more. */
  readonly queueWaitHours: number;
  /** 1 to 168. */
  readonly hoursPerWeek: number;
}

/**
 * Hours of the clock from the start of a project until so many hours of work are done, the working hours spread evenly over the week.
 *
 * @example 84 hours of work at 84 hours a week, after 24 hours in the queue: 192 h
 */
export function clockHours({ queueWaitHours, hoursPerWeek }: Omit<Working, "start">, workHours: number): number {
  return queueWaitHours + (workHours * HOURS_PER_WEEK) / hoursPerWeek;
}

/**
 * The day on which what ends after so many hours of work ends; work that ends at midnight ends on the day before. Null more than a thousand
 * years later.
 *
 * @example from 2026-01-21, at 168 hours a week, without a queue: 24 hours end on 2026-01-21, 25 on 2026-01-22
 */
export function dayOfEnd(working: Working, workHours: number): string | null {
  if (clockHours(working, workHours) > LATEST_HOURS) return null;
  const days = Math.ceil(clockHours(working, workHours) / HOURS_PER_DAY - NEXT_DAY);
  return addDays(working.start, Math.max(days - 1, 0));
}

/** Less than this part of a day is rounding. */
const NEXT_DAY = 1e-9;

/** A thousand years: what would come later has no date that means anything. */
export const LATEST_HOURS = 1_000 * HOURS_PER_YEAR;

/**
 * How a span of the work divides among the quarters of the calendar, as shares that add up to 1, earliest first. Of what ends more than a
 * thousand years after the start there are none.
 *
 * @example from 2026-03-31, 48 hours of work from the first on, at 168 hours a week: half in 2026-Q1, half in 2026-Q2
 */
export function sharesByQuarter(
  working: Working,
  fromHours: number,
  toHours: number,
): { readonly quarter: string; readonly share: number }[] {
  const [from, to] = [clockHours(working, fromHours), clockHours(working, toHours)];
  if (to > LATEST_HOURS) return [];
  const first = dayNumber(working.start);
  const shares: { quarter: string; share: number }[] = [];
  let quarter = quarterOf(dateOfDay(first + Math.floor(from / HOURS_PER_DAY)));
  for (let at = from; ; ) {
    const next = quarter.at === 4 ? { year: quarter.year + 1, at: 1 } : { year: quarter.year, at: quarter.at + 1 };
    const nextStart = `${next.year}-${3 * next.at - 2}-1`;
    const ends = (dayNumber(nextStart) - first) * HOURS_PER_DAY;
    const until = Math.min(ends, to);
    const share = to > from ? (until - at) / (to - from) : 1;
    shares.push({ quarter: `${quarter.year}-Q${quarter.at}`, share });
    if (ends >= to) return shares;
    at = until;
    quarter = next;
  }
}

function quarterOf(date: string): { year: number; at: number } {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return { year, at: Math.ceil(month / 3) };
}
