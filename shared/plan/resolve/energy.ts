import { DEFAULT_LOAD, DEFAULT_PUE, type EnergyAssumptions } from "../../energy/assumptions.ts";
import { Watts } from "../../units/brands.ts";
import type { Catalogue } from "../catalogue.ts";
import type { ResolvedCard, ResolvedEnergy } from "../resolved.ts";

/** What the plan says about electricity, with the power of its cards; null where it says nothing. */
export function resolveEnergy(
  stated: EnergyAssumptions | undefined,
  cards: readonly ResolvedCard[],
  catalogue: Catalogue,
): ResolvedEnergy | null {
  if (stated === undefined) return null;
  return {
    basis: stated.basis ?? "card",
    cardWatts: watts(stated.watts ?? commonPower(cards)),
    nodeWatts: watts(stated.nodeWatts ?? null),
    load: stated.load ?? DEFAULT_LOAD,
    pue: stated.pue ?? DEFAULT_PUE,
    grid: resolveGrid(stated.grid, catalogue),
    source: stated.source ?? null,
  };
}

const watts = (value: number | null): Watts | null => (value === null ? null : Watts(value));

/** The one TDP of all cards; null where they differ or one is unknown: each card then counts with its own. */
function commonPower(cards: readonly ResolvedCard[]): number | null {
  const powers = new Set(cards.map(({ accelerator }) => accelerator.tdpWatts));
  const [power] = powers;
  return powers.size === 1 ? (power ?? null) : null;
}

function resolveGrid(stated: EnergyAssumptions["grid"], { grids }: Catalogue): ResolvedEnergy["grid"] {
  if (stated === undefined) return null;
  if (typeof stated === "object") {
    const { name, gramsPerKilowattHour, basis, source, date } = stated;
    return { name, gramsPerKilowattHour, basis: basis ?? "location", source: source ?? null, date: date ?? null };
  }
  const grid = grids.find(({ id }) => id === stated);
  if (grid === undefined) return null;
  const { name, gramsPerKilowattHour, basis, source, date } = grid;
  return { name, gramsPerKilowattHour, basis, source, date };
}
