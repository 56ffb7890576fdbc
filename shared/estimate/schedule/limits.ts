/** How many runs may go on at once: `maxParallel` of a sweep, for each combination of the axes that it names. */
import type { ResolvedSweep, RunClass } from "../../plan/resolved.ts";
import { amountAt, type InputValues } from "../amounts.ts";

/** The limits of a workload as they are met; the same group of the same sweep is one limit. */
export class Limits {
  readonly list: number[] = [];
  readonly #index = new Map<string, number>();

  /**
   * The limit of a class; null where its sweep has none. Values of axes that tell classes apart make groups of their own; labels and
   * counts make groups that are alike, so that their limits are added: 100 at once for each of 3 optimizers are 300. Where there are 3 for
   * one class and 2 for another, they are among the same 3.
   */
  of(sweep: ResolvedSweep, runClass: RunClass, values: InputValues): number | null {
    if (sweep.maxParallel === null) return null;
    const { runs, per } = sweep.maxParallel;
    const counts = countsByAxis(sweep, runClass, values);
    let alike = 1;
    const apart: unknown[] = [runClass.experiment, runClass.sweep];
    for (const [axis, { name }] of sweep.axes.entries()) {
      if (!per.includes(name)) continue;
      const value = runClass.values[axis] ?? null;
      const count = counts[axis] ?? null;
      if (count === null) apart.push(value);
      else alike *= count;
    }
    const limit = Math.max(1, Math.floor(runs * alike));
    const key = JSON.stringify(apart);
    const known = this.#index.get(key);
    if (known !== undefined) {
      this.list[known] = Math.max(this.list[known] ?? 0, limit);
      return known;
    }
    const index = this.list.push(limit) - 1;
    this.#index.set(key, index);
    return index;
  }
}

/** For every axis how many labels or counts it has in the class; null for an axis whose values tell classes apart. */
function countsByAxis({ axes }: ResolvedSweep, { counts }: RunClass, values: InputValues): (number | null)[] {
  // A class has its certain counts in the order of the axes, then those that depend on another axis.
  let dependent = axes.filter(({ kind, count }) => kind === "count" && count !== null).length;
  return axes.map(({ kind, count }) => {
    if (kind === "path" || kind === "variant") return null;
    if (count !== null) return amountAt(count, values);
    const amount = counts[dependent];
    dependent += 1;
    return amount === undefined ? 1 : amountAt(amount, values);
  });
}
