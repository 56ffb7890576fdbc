/** Small words: numbers spelled out, plurals, lists, dates. */
import type { BudgetDifference } from "../../estimate/difference/budget-difference.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";

const SPELLED = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

/** "three" up to twelve, "58,512" above. */
export const numberWord = (n: number): string => SPELLED[n] ?? exact(n);

/**
 * "2 changes move no money."; of plans with budgets "no computing", and where what is asked for differs, be it by what a quote charges
 * beyond use, "2 changes move at most the request, not the cost of used card-hours."
 */
export function quietWords(changes: number, budget: Pick<BudgetDifference, "request"> | null): string {
  const move = counted(changes, "change moves", "changes move");
  if (budget === null) return `${move} no money.`;
  return budget.request.before === budget.request.after
    ? `${move} no computing.`
    : `${move} at most the request, not the cost of used card-hours.`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** The first letter as a capital, except in words that carry theirs inside: "arXiv", "mT5". */
export const capital = (text: string): string =>
  /^\p{Ll}\S*\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of its own: first letter a capital, one full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * A date, or as much of one as there is, in words: "2026-11-22" is "22 November 2026", "2024-12" is "December 2024". What is no date
 * stays as it is.
 */
export function dateWords(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (parts === null) return date;
  const [, year = "", month, day] = parts;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
