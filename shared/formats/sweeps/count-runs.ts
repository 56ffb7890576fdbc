/** How many runs a sweep file asks for. */
import type { SweepAxis, SweepFile } from "./sweep-file.ts";

/** What somebody knows that the file does not say. */
export interface Answers {
  /** Runs that are drawn, or the run after which the sweep is stopped; null while nobody knows. */
  readonly trials: number | null;
  /** Settings of axes that the file does not count, by their names. */
  readonly sizes: ReadonlyMap<string, number>;
}

const noAnswers: Answers = { trials: null, sizes: new Map() };

/** How many settings a multiplying axis has; null while nobody knows. */
export function sizeOf(axis: SweepAxis, answers: Answers = noAnswers): number | null {
  if (axis.kind === "values") return axis.values.length;
  return (axis.kind === "count" ? axis.count : null) ?? answers.sizes.get(axis.name) ?? null;
}

/**
 * The runs: rows of a table, else the product of the axes that multiply, times the trials, and no more than the cap. Null while
 * something is not known, or where there are more than can be counted exactly.
 *
 * @example countRuns(grid of 3 × 4 with run_cap: 10) // 10
 */
export function countRuns(file: SweepFile, answers: Answers = noAnswers): number | null {
  if (file.rows !== null) return file.rows.length;
  const trials = file.trials ?? answers.trials;
  if (trials === null) return null;
  let product = trials;
  for (const axis of file.axes) {
    if (axis.drawn) continue;
    const size = sizeOf(axis, answers);
    if (size === null) return null;
    product *= size;
  }
  const runs = file.cap === null ? product : Math.min(product, file.cap);
  return Number.isSafeInteger(runs) ? runs : null;
}
