/** Electricity of card-hours and the greenhouse gas of it. Pure. */
import { emissions, energyUse } from "../../../../shared/energy/energy.ts";
import { equal, num, over, sym, times } from "../../../../shared/estimate/explain/formula.ts";
import { CardHours, Watts } from "../../../../shared/units/brands.ts";
import type { Answer } from "../answer.ts";

export interface EnergyQuestion {
  readonly cardHours: number;
  readonly watts: number;
  /** Mean power drawn ÷ watts. */
  readonly load: number;
  readonly pue: number;
  /** Null where no grid is named: there is energy then, and no gas. */
  readonly grid: { readonly gramsPerKilowattHour: number; readonly words: string; readonly source: string } | null;
}

/** kWh, and kg of CO2e where a grid is named. */
export function energyAnswers({ cardHours, watts, load, pue, grid }: EnergyQuestion): readonly Answer[] {
  const energy = energyUse({ cardHours: CardHours(cardHours), watts: Watts(watts), load, pue });
  if (energy === null) return [];
  const electricity: Answer = {
    title: "Electricity",
    value: energy,
    unit: "kWh",
    formula: equal(sym("E"), times(sym("h"), over(sym("W"), num(1000)), sym("load"), sym("PUE"))),
    substituted: equal(
      sym("E"),
      times(num(cardHours, "card-hours"), over(num(watts, "W"), num(1000, "W/kW")), num(load), num(pue)),
      num(energy, "kWh"),
    ),
    source: "Patterson et al. 2021, arXiv 2104.10350",
  };
  if (grid === null) return [electricity];
  const gas = emissions(energy, grid.gramsPerKilowattHour);
  return [
    electricity,
    {
      title: "Greenhouse gas",
      value: gas,
      unit: "kg CO2e",
      note: grid.words,
      formula: equal(sym("m"), over(times(sym("E"), sym("I")), num(1000))),
      substituted: equal(
        sym("m"),
        over(times(num(energy, "kWh"), num(grid.gramsPerKilowattHour, "g/kWh")), num(1000, "g/kg")),
        num(gas, "kg CO2e"),
      ),
      source: `Patterson et al. 2021, arXiv 2104.10350. Intensity: ${grid.source}`,
    },
  ];
}
