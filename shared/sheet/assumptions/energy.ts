/** Assumptions about electricity: whose power, at what load and PUE, from which grid. */
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import { acceleratorSource, type SourceText } from "../references.ts";
import type { RichText } from "../sheet.ts";
import { powerWords, unknownPower } from "../text/power-words.ts";

export function energyAssumptions(context: SheetContext): RichText[] {
  const { plan, estimate, references } = context;
  const { energy } = plan;
  if (energy === null) return [["Energy and carbon are not estimated: the plan says nothing about electricity."]];
  const { basis, load, pue, grid, source } = energy;
  const power = estimate.energy.kilowattHours === null ? unknownPower(energy) : powerWords(energy, basis);
  return [
    [
      `Electricity: ${power}; load ${exact(load)}, PUE ${exact(pue)}.`,
      ...marks([
        ...powerSources(context).map((one) => references.cite(one)),
        ...(source === null ? [] : [references.cite({ text: source })]),
      ]),
    ],
    grid === null
      ? ["No grid is stated, so greenhouse gas is unknown."]
      : [
          `Grid: ${grid.name}, ${exact(grid.gramsPerKilowattHour)} g of CO2e a kWh, ${grid.basis}-based.`,
          ...marks(grid.source === null ? [] : [references.cite({ text: grid.source, date: grid.date })]),
        ],
  ];
}

/** Who says how much power a card draws, where it is the card's own: its row of the catalogue. */
function powerSources({ plan: { energy, cards }, estimate }: SheetContext): SourceText[] {
  if (energy === null || energy.basis === "node" || estimate.energy.kilowattHours === null) return [];
  const own = cards.filter(({ accelerator: { tdpWatts } }) => [null, tdpWatts].includes(energy.cardWatts));
  return [...new Map(own.map((card) => [card.accelerator.name, acceleratorSource(card)])).values()];
}
