/** How many sequences a replica can handle at once. */
import type { Anatomy } from "./anatomy.ts";
import { fitOnCards, type Machines } from "./fit.ts";
import { cardsOfReplica, type Layout } from "./layout.ts";
import type { MemoryRecipe } from "./recipe.ts";

/** Sequences that are tried at most where the plan states no batch. */
const MOST_SEQUENCES = 65_536;

/**
 * The largest micro-batch with which the run fits on `cards` cards, at most its share of the batch; 0 where one sequence
 * is too much. A larger one trades fewer passes for the same operations.
 */
export function largestThatFits(
  anatomy: Anatomy,
  recipe: MemoryRecipe,
  layout: Layout,
  machines: Machines,
  cards: number,
): number {
  const replicas = cards / cardsOfReplica(layout);
  const most = recipe.batch === null ? MOST_SEQUENCES : Math.max(1, Math.floor(recipe.batch / replicas));
  const fits = (microBatch: number) => fitOnCards(anatomy, { ...recipe, microBatch }, layout, machines, cards).fits;
  // Memory never falls with the micro-batch, so the largest is found by halving.
  let [fitting, failing] = [0, most + 1];
  while (failing - fitting > 1) {
    const middle = (fitting + failing) >> 1;
    if (fits(middle)) fitting = middle;
    else failing = middle;
  }
  return fitting;
}
