/** What a request for credits has on its few pages, where its plan has more rows than they take. */
import type { PlanBudget } from "../estimate/budget/budget-of.ts";
import { counted } from "../units/format/counted.ts";
import { exact } from "../units/format/exact.ts";
import { listed } from "./text/words.ts";

/** Experiments, lines under a heading, sentences on the lines of a heading, names in a sentence that fit three pages together with all else on them. */
const MOST = { experiments: 3, linesOfHeading: 3, sentences: 2, names: 2 } as const;

/** Whether the sheet is a request of a few pages, with all that backs it. */
export const isShort = (budget: PlanBudget | null): boolean => budget?.resolved.layout.asks === "credits";

/** Whether a short sheet has more experiments than it can name one by one. */
export const fillsThePages = (experiments: number): boolean => experiments > MOST.experiments + 1;

/**
 * Places of the smaller of many amounts, which stand together; none where all of them fit, and never a single one, which takes as much
 * room as what would stand in its place.
 */
export function smaller(amounts: readonly number[], of: Exclude<keyof typeof MOST, "names">): number[] {
  const most = MOST[of];
  if (amounts.length <= most + 1) return [];
  const places = amounts.map((_, index) => index);
  const bySize = places.toSorted((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  return bySize.slice(most).sort((a, b) => a - b);
}

/** Names in a sentence of any other sheet: more are longer than a page, and nobody reads them. */
const MOST_NAMES = 20;

/** "a, b and 36 others": on a short sheet a few names, on any other as many as somebody reads. */
export function named(names: readonly string[], budget: PlanBudget | null): string {
  const most = isShort(budget) ? MOST.names : MOST_NAMES;
  if (names.length <= most + 1) return listed(names);
  return listed([...names.slice(0, most), `${exact(names.length - most)} others`]);
}

/** "34 further experiments, in the workbook": what stands in place of rows. */
export const furtherWords = (count: number, one: string): string =>
  `${counted(count, `further ${one}`)}, in the workbook`;
