import type { Stretch } from "./best.ts";
import type { Recipe } from "./recipe.ts";

/** A schedule that was found, and what it was made from. */
export interface Found {
  readonly hours: number;
  readonly batches: readonly Stretch[];
  readonly recipe: Recipe;
}
