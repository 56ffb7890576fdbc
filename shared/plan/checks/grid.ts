import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** A grid that is named by an id is in the catalogue. */
export const checkGrid: Check = ({ document, catalogue }) => {
  const grid = document.energy?.grid;
  const known = catalogue.grids.map(({ id }) => id);
  if (typeof grid !== "string" || known.includes(grid)) return [];
  return [unknownName(["energy", "grid"], grid, "grid of the catalogue", known)];
};
