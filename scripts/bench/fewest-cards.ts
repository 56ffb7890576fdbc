/** How many cards a model of seventy billion parameters needs at the least. */

import { minimumCards } from "../../shared/memory/fit.ts";
import { DEFAULT_LAYOUT } from "../../shared/memory/layout.ts";
import { memoryRecipe } from "../../shared/memory/recipe.ts";
import { completeShape } from "../../shared/models/complete-shape.ts";

const shape = completeShape({
  layers: 80,
  heads: 64,
  headSize: 128,
  keyValueHeads: 8,
  feedForwardRatio: 3.5,
  gated: true,
  vocabulary: 32_000,
});
const recipe = memoryRecipe({ sequence: 4_096, batch: 1_024, recompute: "full" });
const machines = { cardBytes: 85e9, cardsPerNode: 8, hostBytes: null };

/** From the shape of LLaMA-2 70B to its fewest cards of 85 GB, everything shared out. */
export function fewestCardsOf70B(): number {
  if (!shape.ok) throw new Error("the bench's own model has faults");
  return minimumCards(shape.value, recipe, DEFAULT_LAYOUT, machines)?.cards ?? Number.NaN;
}
