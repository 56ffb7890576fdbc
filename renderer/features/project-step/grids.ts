/** Grids of the catalogue to choose from. Pure. */
import type { Grid } from "../../../shared/energy/grid.ts";
import { exact } from "../../../shared/units/format/exact.ts";

/** Grids that have every word of `search` in their name or id. */
export function gridsMatching(grids: readonly Grid[], search: string): readonly Grid[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return grids.filter(({ name, id }) => {
    const text = `${name} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** "369.473 g of CO2e a kWh, 2023". */
export const gridWords = ({
  gramsPerKilowattHour,
  basis,
  date,
}: Omit<Grid, "id" | "kind" | "name" | "source">): string =>
  `${exact(gramsPerKilowattHour)} g of CO2e a kWh${basis === "market" ? ", market-based" : ""}${date === null ? "" : `, ${date}`}`;
