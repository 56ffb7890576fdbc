/** Assumptions about electricity: whose power, at what load and PUE, from which grid. */
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import type { RichText } from "../sheet.ts";
import { powerWords, unknownPower } from "../text/power-words.ts";

export function energyAssumptions({ plan, estimate, references }: SheetContext): RichText[] {
  const { energy } = plan;
  if (energy === null) return [["Energy and carbon are not estimated: the plan says nothing about electricity."]];
  const { basis, load, pue, grid, source } = energy;
  const power = estimate.energy.kilowattHours === null ? unknownPower(energy) : powerWords(energy, basis);
  return [
    [
      `Electricity: ${power}; load ${exact(load)}, PUE ${exact(pue)}.`,
      ...(source === null ? [] : [references.cite({ text: source })]),
    ],
    grid === null
      ? ["No grid is stated, so greenhouse gas is unknown."]
      : [
          `Grid: ${grid.name}, ${exact(grid.gramsPerKilowattHour)} g of CO2e a kWh, ${grid.basis}-based.`,
          ...marks(grid.source === null ? [] : [references.cite({ text: grid.source, date: grid.date })]),
        ],
  ];
}
