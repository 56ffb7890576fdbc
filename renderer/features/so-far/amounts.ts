/** The figures beside the wizard as words and digits. Pure. */
import type { Settings } from "../../../shared/contract/methods/settings.ts";
import type { Estimate } from "../../../shared/estimate/types.ts";
import type { ResolvedEnergy } from "../../../shared/plan/resolved.ts";
import type { RichText } from "../../../shared/sheet/sheet.ts";
import { unknownPower } from "../../../shared/sheet/text/power-words.ts";
import { powerOfTen, readableRich } from "../../../shared/sheet/text/rich-text.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { readableUnit } from "../../../shared/units/format/readable.ts";
import { operations as operationsTold, timeParts } from "../../settings/figure-words.ts";

/** How a person wants to read operations and times. */
export type Units = Pick<Settings, "operations" | "time">;

export interface AmountToRead {
  readonly text: RichText;
  readonly unit: string;
  readonly exact: string;
}

export function operations(flop: number, units: Units): AmountToRead {
  const told = operationsTold(flop, units);
  return { text: readableRich(told.value), unit: told.unit, exact: told.exact };
}

/** @example wallClock(430_248.7, { time: "fitting", … }) // "49.1" years */
export function wallClock(hours: number, units: Units): AmountToRead {
  const { digits, unit } = timeParts(hours, units);
  return { text: [digits], unit, exact: `${exact(hours)} h` };
}

/** @example electricity(3_312_915) // "3.31" GWh */
export function electricity(kilowattHours: number): AmountToRead {
  const { digits, prefix, exponent } = readableUnit(kilowattHours * 1_000);
  const words = `${exact(kilowattHours)} kWh`;
  if (exponent !== null) return { text: powerOfTen(kilowattHours), unit: "kWh", exact: words };
  return { text: [digits], unit: `${prefix}Wh`, exact: words };
}

/** "PUE 1.1, 700 W": what the energy was counted with. */
export function powerTerms({ pue, basis, cardWatts, nodeWatts }: ResolvedEnergy): string {
  const watts = basis === "node" ? nodeWatts : cardWatts;
  return [`PUE ${exact(pue)}`, ...(watts === null ? [] : [`${exact(watts)} W`])].join(", ");
}

/** Why there is no figure for the energy; null where there is one. */
export function noEnergy(energy: ResolvedEnergy | null, { energy: { kilowattHours } }: Estimate): string | null {
  if (energy === null) return "not counted";
  return kilowattHours === null ? `unknown: ${unknownPower(energy)}` : null;
}
