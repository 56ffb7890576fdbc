import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** A grid that is named by an id is in the catalogue; one that is called by its name gets the id. */
export const checkGrid: Check = ({ document, catalogue }) => {
  const grid = document.energy?.grid;
  const known = catalogue.grids.map(({ id }) => id);
  if (typeof grid !== "string" || known.includes(grid)) return [];
  const fault = unknownName(["energy", "grid"], grid, "grid of the catalogue", known);
  const called = catalogue.grids.find(({ name }) => name.toLowerCase() === grid.toLowerCase());
  if (called === undefined) return [fault];
  return [{ ...fault, hint: `Did you mean ${called.id}?`, suggestion: JSON.stringify(called.id) }];
};
