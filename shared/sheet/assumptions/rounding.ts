/** How the sheet rounds, and why its rows add up. */
import { roundToTotal } from "../../money/round.ts";
import { fixed } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { moneyPlaces } from "../footing.ts";

/** "Money … rounded once, by largest remainder: rows add up to 12,907,461 USD. In thousands … 12,908." */
export function roundingNote(context: SheetContext): string {
  const { total, plan } = context;
  const places = moneyPlaces(total.cost);
  const whole = `Money, hours, runs and shares are rounded once, by largest remainder: rows add up to ${fixed(total.cost, places)} ${plan.currency}.`;
  return [whole, naiveRounding(context, places)].filter((text) => text !== "").join(" ");
}

/** Where rounding every row alone would miss the total, by how much: why it is not done. */
function naiveRounding({ estimate, total }: SheetContext, places: number): string {
  const again = total.cost - estimate.withRepeats.cost;
  const rows = [...estimate.experiments.map((one) => Number(one.cost)), ...(again > 0 ? [again] : [])];
  const shown = misses(rows, 1, places);
  if (shown !== null) return `Rounding each row alone would give ${fixed(shown.alone, places)}.`;
  const thousands = total.cost < LEAST_FOR_THOUSANDS ? null : misses(rows, 1_000, 0);
  if (thousands === null) return "";
  const { rounded, alone } = thousands;
  return `In thousands they add up to ${fixed(rounded, 0)}; rounding each row alone would give ${fixed(alone, 0)}.`;
}

const LEAST_FOR_THOUSANDS = 100_000;

/** The total as it is rounded, and the sum of rows that are rounded one by one; null where they agree. */
function misses(rows: readonly number[], unit: number, places: number) {
  const rounded = roundToTotal(rows, unit, places).total;
  const alone = rows.reduce((sum, row) => sum + Number((row / unit).toFixed(places)), 0);
  return Math.abs(alone - rounded) < 0.5 / 10 ** places ? null : { rounded, alone };
}
