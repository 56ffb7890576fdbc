/** Settings of the fields that matter to the cost, and how many runs each has. */
import type { SweepValue } from "../sweep-file.ts";

export interface Setting {
  readonly values: readonly SweepValue[];
  readonly count: number;
}

/** As many rows as an axis may have. */
const MOST_SETTINGS = 10_000;

/**
 * `runs` spread over the combinations of some lists: as evenly as whole runs allow, the first settings having one more where it does not
 * come out even. With more combinations than runs, as many of them as there are runs, evenly spaced. Null where they are too many for a plan.
 *
 * @example spreadSettings([{values: [256, 512]}], 5) // 256: 3 runs, 512: 2 runs
 */
export function spreadSettings(
  lists: readonly { readonly values: readonly SweepValue[] }[],
  runs: number,
): readonly Setting[] | null {
  const all = lists.reduce((product, { values }) => product * values.length, 1);
  if (Math.min(all, runs) > MOST_SETTINGS) return null;
  if (all > runs) {
    const chosen = Array.from({ length: runs }, (_, index) =>
      combination(lists, Math.floor(((index + 0.5) * all) / runs)),
    );
    return distinctSettings(chosen);
  }
  const base = Math.floor(runs / all);
  const more = runs - base * all;
  const even = Array.from({ length: all }, (_, index) => ({
    values: combination(lists, index),
    count: base + (index < more ? 1 : 0),
  }));
  return merged(even);
}

/** The combination with this number, the last list running fastest. */
function combination(lists: readonly { readonly values: readonly SweepValue[] }[], number: number): SweepValue[] {
  let rest = number;
  const values: SweepValue[] = [];
  for (const { values: list } of lists.toReversed()) {
    values.unshift(list[rest % list.length] ?? null);
    rest = Math.floor(rest / list.length);
  }
  return values;
}

/** Equal rows as one setting, in the order in which they first stand. */
export const distinctSettings = (rows: readonly (readonly SweepValue[])[]): readonly Setting[] =>
  merged(rows.map((values) => ({ values, count: 1 })));

function merged(settings: readonly Setting[]): readonly Setting[] {
  const found = new Map<string, Setting>();
  for (const { values, count } of settings) {
    const key = JSON.stringify(values);
    found.set(key, { values, count: count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
}
