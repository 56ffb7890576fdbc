/** Table: electricity and greenhouse gas, with what is unknown said to be unknown. */
import type { Figure } from "../../estimate/figure.ts";
import type { ResolvedEnergy } from "../../plan/resolved.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { plain } from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Row, Section } from "../sheet.ts";
import { powerWords, unknownPower } from "../text/power-words.ts";
import { base } from "./base.ts";

export function energyTable(context: SheetContext, energy: ResolvedEnergy): Section {
  return {
    ...base(context, "energy", {
      title: "Energy and carbon.",
      subtitle: scope(energy),
      outline: "energy",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "quantity", title: "Quantity", unit: "", align: "left" },
        { key: "amount", title: "Amount", unit: "", align: "right" },
        { key: "unit", title: "Unit", unit: "", align: "left" },
      ],
      rows: [...electricityRows(context, energy), carbonRow(context, energy)],
      total: null,
    },
    notes: [],
  };
}

function scope({ pue, load, grid }: ResolvedEnergy): string {
  const terms = [`PUE ${exact(pue)}`, `load ${exact(load)}`];
  if (grid !== null) terms.push(`${grid.name}, ${exact(grid.gramsPerKilowattHour)} g of CO2e a kWh`);
  return `${terms.join("; ")}.`;
}

function electricityRows({ estimate }: SheetContext, energy: ResolvedEnergy): Row[] {
  const { byCard, byNode, kilowattHours } = estimate.energy;
  const largest = Math.max(byCard ?? 0, byNode ?? 0);
  const row = (basis: ResolvedEnergy["basis"], amount: number | null): Row[] =>
    amount === null
      ? []
      : [
          {
            cells: [
              cell.words(`Electricity, ${powerWords(energy, basis)}`),
              ...inUnit(amount, largest, ELECTRICITY, {
                of: "energy",
                measure: basis === "card" ? "byCard" : "byNode",
              }),
            ],
          },
        ];
  const unknown: Row = { cells: [cell.words("Electricity"), cell.muted("unknown"), cell.words(unknownPower(energy))] };
  return [...row("card", byCard), ...row("node", byNode), ...(kilowattHours === null ? [unknown] : [])];
}

function carbonRow({ estimate }: SheetContext, energy: ResolvedEnergy): Row {
  const { kilogramsCO2e, byCard, byNode } = estimate.energy;
  const { grid, basis } = energy;
  const of = byCard !== null && byNode !== null ? ` at the ${basis}’s power` : "";
  const name = `Greenhouse gas${of}${grid === null ? "" : `, ${grid.basis}-based`}`;
  if (kilogramsCO2e === null) {
    const reason = grid === null ? "no grid is stated" : unknownPower(energy);
    return { cells: [cell.words(name), cell.muted("unknown"), cell.words(reason)] };
  }
  const figure: Figure = { of: "energy", measure: "kilogramsCO2e" };
  return { cells: [cell.words(name), ...inUnit(kilogramsCO2e, kilogramsCO2e, CARBON, figure)] };
}

/** From here a thousand times the unit reads better. */
const IN_LARGER_UNIT = 10_000;

/** Amount and unit. What is compared in the table has one unit: that of the `largest` of its kind. */
function inUnit(amount: number, largest: number, unit: Unit, figure: Figure): Cell[] {
  const exactText = `${exact(amount)} ${unit.small}`;
  if (largest < IN_LARGER_UNIT) return [cell.number(plain(amount), amount, exactText, figure), cell.words(unit.small)];
  return [cell.number(fixed(amount / 1_000, 1), amount / 1_000, exactText, figure), cell.words(unit.large)];
}

interface Unit {
  readonly small: string;
  readonly large: string;
}

const ELECTRICITY: Unit = { small: "kWh", large: "MWh" };
const CARBON: Unit = { small: "kg CO2e", large: "t CO2e" };
