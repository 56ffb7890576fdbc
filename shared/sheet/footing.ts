/** Columns whose rounded rows add up to their rounded total. */
import { roundToTotal } from "../money/round.ts";
import { fixed } from "../units/format/exact.ts";
import { read } from "./text/amounts.ts";

export interface FootedColumn {
  /** Decimals of every text; null where the numbers are too large to be written out. */
  readonly places: number | null;
  /** One text for every part. */
  readonly parts: readonly string[];
  /** Of what stands apart from the parts; null where nothing does. */
  readonly apart: string | null;
  readonly total: string;
}

/** Beyond this a column of full digits is wider than a page and finer than a double. */
const LARGEST_IN_FULL = 1e15;

/** True when numbers of this size are written out. */
export const footsInFull = (total: number): boolean => Math.abs(total) < LARGEST_IN_FULL;

/**
 * The parts of a sum as texts that add up to its rounded total, with `places` decimals; three figures where huge.
 *
 * What stands `apart` (reruns) is rounded by itself, the same in every table, and the parts make up the rest by largest
 * remainder: two tables that split one total differently then show one and the same line apart.
 */
export function footed(parts: readonly number[], places: number, apart: number | null = null): FootedColumn {
  const all = apart === null ? parts : [...parts, apart];
  const sum = all.reduce((total, part) => total + part, 0);
  if (!footsInFull(sum)) {
    return { places: null, parts: parts.map(read), apart: apart === null ? null : read(apart), total: read(sum) };
  }
  const { total } = roundToTotal(all, 1, places);
  const own = apart === null ? 0 : roundToTotal([apart], 1, places).total;
  return {
    places,
    parts: sharedOut(parts, total - own, places).map((part) => fixed(part, places)),
    apart: apart === null ? null : fixed(own, places),
    total: fixed(total, places),
  };
}

/** `parts` rounded so that they add up to a total that is given, by largest remainder. */
function sharedOut(parts: readonly number[], total: number, places: number): number[] {
  const step = 10 ** -places;
  const steps = parts.map((part) => part / step);
  const missing = Math.round(total / step) - steps.reduce((sum, part) => sum + Math.floor(part), 0);
  const byLoss = steps
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const raised = new Set(byLoss.slice(0, missing).map(({ index }) => index));
  return steps.map((part, index) => (Math.floor(part) + (raised.has(index) ? 1 : 0)) * step);
}

/** Money: whole units, and cents where the whole plan is below a thousand. */
export const moneyPlaces = (total: number): number => (total > 0 && total < 1_000 ? 2 : 0);

/** Hours: at least four figures of the total, at most six decimals. */
export function hourPlaces(total: number): number {
  if (total <= 0 || total >= 1_000) return 0;
  return Math.min(6, 3 - Math.floor(Math.log10(total)));
}

/** Runs are whole; expected values of conditional sweeps show a decimal where there are few of them. */
export const runPlaces = (parts: readonly number[]): number =>
  parts.every(Number.isInteger) || parts.reduce((sum, part) => sum + part, 0) >= 1_000 ? 0 : 1;
