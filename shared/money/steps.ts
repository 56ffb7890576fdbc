import { Decimal } from "decimal.js";

/**
 * Decimals with room for any sum of a budget. Doubles enter with the digits they print as, and adding them up is then
 * exact: whether a half is a half must not depend on binary fractions. Only rounding leaves binary numbers.
 */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** How rounded numbers are shown: counted in `unit` (1000 for thousands), with `places` decimals. */
export interface Shown {
  readonly unit: number;
  readonly places: number;
}

/** A number counted in steps of the last shown digit, not yet rounded. */
export const toSteps = (value: Decimal.Value, { unit, places }: Shown): Decimal =>
  new Exact(value).times(new Exact(10).pow(places)).div(unit);

/** The shown number of so many whole steps; a zero has no sign. */
export const fromSteps = (steps: Decimal, { places }: Shown): number =>
  steps.div(new Exact(10).pow(places)).toNumber() + 0;

/** The exact sum. */
export const sum = (values: readonly Decimal.Value[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.plus(value), new Exact(0));
