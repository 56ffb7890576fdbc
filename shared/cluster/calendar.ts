/** When a cluster works: from which day on, how long one waits for it, and for how many hours of a week it is there. */
export interface Working {
  /** A day, "2026-01-21". */
  readonly start: string;
  /** Hours of the clock before the first run starts, 0 or more. */
  readonly queueWaitHours: number;
  /** 1 to 168. */
  readonly hoursPerWeek: number;
}

const HOURS_PER_WEEK = 168;
const HOURS_PER_DAY = 24;

/**
 * Cards of a cluster that a project is granted: whole ones.
 *
 * @param share over 0, at most 1
 * @example grantedCards(1_000, 0.25) // 250
 */
export const grantedCards = (cards: number, share: number): number => Math.floor(cards * share * (1 + 1e-12));

/**
 * Hours of the clock from the start of a project until so many hours of work are done, the working hours spread evenly over the week.
 *
 * @example 84 hours of work at 84 hours a week, after 24 hours in the queue: 192 h
 */
export function clockHours({ queueWaitHours, hoursPerWeek }: Omit<Working, "start">, workHours: number): number {
  return queueWaitHours + (workHours * HOURS_PER_WEEK) / hoursPerWeek;
}

/** The day on which what starts after so many hours of work starts. */
export function dayOfStart(working: Working, workHours: number): string {
  return addDays(working.start, Math.floor(clockHours(working, workHours) / HOURS_PER_DAY + NEXT_DAY));
}

/**
 * The day on which what ends after so many hours of work ends; work that ends at midnight ends on the day before.
 *
 * @example from 2026-01-21, at 168 hours a week, without a queue: 24 hours end on 2026-01-21, 25 on 2026-01-22
 */
export function dayOfEnd(working: Working, workHours: number): string {
  const days = Math.ceil(clockHours(working, workHours) / HOURS_PER_DAY - NEXT_DAY);
  return addDays(working.start, Math.max(days - 1, 0));
}

/** Less than this part of a day is rounding. */
const NEXT_DAY = 1e-9;

/**
 * A day so many days later in the Gregorian calendar, by the count of days since 0000-03-01: with March in front, the leap day is the
 * last of its year.
 *
 * @example addDays("2024-02-28", 2) // "2024-03-01"
 */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dateOfDay(dayNumber(year, month, day) + days);
}

/**
 * How a span of the work divides among the quarters of the calendar, as shares that add up to 1, earliest first.
 *
 * @example from 2026-03-31, 48 hours of work from the first on, at 168 hours a week: half in 2026-Q1, half in 2026-Q2
 */
export function sharesByQuarter(
  working: Working,
  fromHours: number,
  toHours: number,
): { readonly quarter: string; readonly share: number }[] {
  const [from, to] = [clockHours(working, fromHours), clockHours(working, toHours)];
  const [year = 0, month = 0, day = 0] = working.start.split("-").map(Number);
  const first = dayNumber(year, month, day);
  const shares: { quarter: string; share: number }[] = [];
  let quarter = quarterOf(dateOfDay(first + Math.floor(from / HOURS_PER_DAY)));
  for (let at = from; ; ) {
    const next = quarter.at === 4 ? { year: quarter.year + 1, at: 1 } : { year: quarter.year, at: quarter.at + 1 };
    const ends = (dayNumber(next.year, 3 * next.at - 2, 1) - first) * HOURS_PER_DAY;
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

/** Days of 400 years, of which 97 have a leap day. */
const CYCLE = 146_097;
/** Days before a month, March being the first: 153 days every five months. */
const daysBefore = (month: number): number => Math.floor((153 * month + 2) / 5);

function dayNumber(year: number, month: number, day: number): number {
  const [from, since] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + daysBefore(since) + day - 1
  );
}

function dateOfDay(number: number): string {
  const cycles = Math.floor(number / CYCLE);
  const inCycle = number - cycles * CYCLE;
  // The last day of 4, of 100 and of 400 years is a leap day (or is none), and belongs to the year before.
  const years = Math.floor(
    (inCycle - Math.floor(inCycle / 1_460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const inYear = inCycle - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const since = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - daysBefore(since) + 1;
  const month = since < 10 ? since + 3 : since - 9;
  const year = cycles * 400 + years + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
