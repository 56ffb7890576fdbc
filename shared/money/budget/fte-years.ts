/** Full-time years of work in what a line of people counts. */
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import type { BudgetLine } from "./line.ts";

/** What people's time may be counted in where estates and indirect costs go by full-time year. */
export const TIME_UNITS = "FTE-year, person-year, year, FTE-month, person-month, month";

const TIME = /^(?:(?:fte|person|staff)[- ]?)?(year|month)s?$/;

/**
 * Full-time years of one unit; null of a unit that is no time.
 *
 * @example fteYearsOf("person-month") // 1/12
 * @example fteYearsOf("FTE")          // 1
 */
export function fteYearsOf(unit: string): number | null {
  const words = unit.trim().toLowerCase();
  if (words === "fte") return 1;
  const [, span] = TIME.exec(words) ?? [];
  return span === undefined ? null : span === "year" ? 1 : 1 / MONTHS_PER_YEAR;
}

/** Full-time years of a line in every grant year: of people only, and not of those that are kept out of the base. */
export function fteYearsOn({ category, flags, unit, quantities }: BudgetLine): number[] {
  const each = category === "people" && flags.inIndirectBase !== false ? (fteYearsOf(unit) ?? 0) : 0;
  return quantities.map((quantity) => quantity * each);
}
