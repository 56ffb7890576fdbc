import { fromSteps, type Shown, sum, toSteps } from "./steps.ts";

/** Rounded parts, and the total that they add up to. */
export interface Rounded {
  readonly parts: number[];
  readonly total: number;
}

/**
 * Rounds the parts of a total so that they still add up to it: the largest remainder method (Hamilton). The total is
 * the unrounded sum, rounded half away from zero; every part is rounded down, and the steps that are missing go to the
 * parts that lost most, of equals to the first. No part moves by a whole step, and whole parts stay as they are.
 *
 * @param values finite, of either sign
 * @param unit what the result is counted in: 1000 for thousands
 * @param places decimals kept
 * @example roundToTotal([0.4, 0.4, 0.4])      // {parts: [1, 0, 0], total: 1}
 * @example roundToTotal([1700, 2700], 1000)   // {parts: [2, 2], total: 4}
 * @example roundToTotal([1.005, 2.005], 1, 2) // {parts: [1.01, 2], total: 3.01}
 */
export function roundToTotal(values: readonly number[], unit = 1, places = 0): Rounded {
  const shown: Shown = { unit, places };
  const exact = values.map((value) => toSteps(value, shown));
  const floors = exact.map((steps) => steps.floor());
  const total = toSteps(sum(values), shown).round();
  const missing = total.minus(sum(floors)).toNumber();
  const lost = exact.map((steps, index) => ({ index, by: steps.minus(floors[index] ?? steps) }));
  const raised = new Set(
    lost
      .sort((a, b) => b.by.comparedTo(a.by))
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return {
    parts: floors.map((steps, index) => fromSteps(raised.has(index) ? steps.plus(1) : steps, shown)),
    total: fromSteps(total, shown),
  };
}
