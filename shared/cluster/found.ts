import type { ListResult } from "./list-schedule.ts";
import type { Recipe } from "./recipe.ts";

/** A schedule that was found, and what it was made from. */
export interface Found extends ListResult {
  readonly recipe: Recipe;
}
