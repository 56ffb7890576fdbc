import { MONTHS_PER_YEAR } from "../../units/constants.ts";

/**
 * Grant years as parts of a whole one: the last may be shorter.
 *
 * @param months at least 1
 * @example yearParts(18) // [1, 0.5]
 */
export const yearParts = (months: number): number[] =>
  Array.from({ length: Math.ceil(months / MONTHS_PER_YEAR) }, (_, year) =>
    Math.min(1, (months - year * MONTHS_PER_YEAR) / MONTHS_PER_YEAR),
  );

/**
 * Parts of a sum by grant year from card-hours by grant year, so that money follows the work. Work that nobody has placed
 * (no card-hours, or no years) is spread evenly.
 *
 * @param cardHours by grant year, the first first; at least 0
 * @returns as many shares as `years`; they add up to 1
 * @example sharesOfYears([3_000, 1_000], 2) // [0.75, 0.25]
 * @example sharesOfYears([], 3)             // a third each
 */
export function sharesOfYears(cardHours: readonly number[], years: number): number[] {
  const total = cardHours.slice(0, years).reduce((sum, hours) => sum + hours, 0);
  return Array.from({ length: years }, (_, year) => (total > 0 ? (cardHours[year] ?? 0) / total : 1 / years));
}
