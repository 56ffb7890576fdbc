/**
 * The value below which a share of the draws lies, by linear interpolation between neighbours (type 7 of Hyndman and
 * Fan 1996, the default of R and NumPy): at position share × (n − 1), counted from 0.
 *
 * @param sorted ascending, at least one value
 * @param share 0 to 1
 * @example percentile(Float64Array.of(10, 20, 40), 0.75) // 30
 */
export function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const index = Math.min(Math.floor(position), sorted.length - 1);
  const below = sorted[index] as number;
  const above = sorted[index + 1] ?? below;
  // Written so that equal neighbours give their own value exactly.
  return below + (position - index) * (above - below);
}

/**
 * Several percentiles of draws in any order; the draws are left as they are.
 *
 * @example percentiles(Float64Array.of(40, 10, 20), [0, 0.5, 1]) // [10, 20, 40]
 */
export function percentiles(draws: Float64Array, shares: readonly number[]): number[] {
  const sorted = draws.toSorted();
  return shares.map((share) => percentile(sorted, share));
}

/**
 * The chance that a draw does not pass a ceiling, 0 to 1: the inverse of `percentile`, so that the chance of staying
 * under the P90 is 90 %, not the next whole count of draws. Where draws are equal, all of them are under their value.
 *
 * @param sorted ascending, at least one value
 * @example chanceAtMost(Float64Array.of(10, 20, 40), 30) // 0.75
 */
export function chanceAtMost(sorted: Float64Array, ceiling: number): number {
  const atMost = countAtMost(sorted, ceiling);
  if (atMost === 0) return 0;
  if (atMost === sorted.length) return 1;
  const below = sorted[atMost - 1] as number;
  const above = sorted[atMost] as number;
  return (atMost - 1 + (ceiling - below) / (above - below)) / (sorted.length - 1);
}

/** How many of the sorted values are at most the ceiling, by halving. */
function countAtMost(sorted: Float64Array, ceiling: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) <= ceiling) from = middle + 1;
    else to = middle;
  }
  return from;
}
