/** The head of a column on one line. */
import type { Column } from "../sheet.ts";

/** @example columnHead({ title: "Ideal", unit: "card-hours ÷ cards", valueUnit: "h", … }) // "Ideal (card-hours ÷ cards)" */
export const columnHead = ({ title, unit }: Column): string => withUnit(title, [unit]);

/**
 * The same over unrounded numbers without their texts: with what the numbers are in.
 *
 * @example numbersHead({ title: "Ideal", unit: "card-hours ÷ cards", valueUnit: "h", … }) // "Ideal (h, card-hours ÷ cards)"
 */
export const numbersHead = ({ title, unit, valueUnit = "" }: Column): string => withUnit(title, [valueUnit, unit]);

function withUnit(title: string, units: readonly string[]): string {
  const said = units.filter((unit) => unit !== "").join(", ");
  return said === "" ? title : `${title} (${said})`;
}
