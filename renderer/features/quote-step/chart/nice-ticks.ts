const STEPS = [1, 2, 2.5, 5, 10];
const MOST_TICKS = 6;

/**
 * Round values from 0 on, evenly apart, the last of which is the first at or above `largest`.
 *
 * @example niceTicks(29.9) // 0, 5, 10, 15, 20, 25, 30
 */
export function niceTicks(largest: number): number[] {
  if (!(largest > 0)) return [0, 1];
  const decade = 10 ** Math.floor(Math.log10(largest / MOST_TICKS));
  const step = STEPS.map((one) => one * decade).find((one) => Math.ceil(largest / one - 1e-9) <= MOST_TICKS) ?? largest;
  const places = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, index) =>
    Number((index * step).toFixed(places)),
  );
}
