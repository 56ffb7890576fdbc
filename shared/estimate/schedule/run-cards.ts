/** On how many cards one run of a class may be spread, and how that is known. */
import { cardsOfReplica } from "../../memory/layout.ts";
import type { ResolvedLayout, RunClass } from "../../plan/resolved.ts";
import type { RunFit, UnknownMemory } from "../fit.ts";

/** How the fewest cards of a run are known. */
export type MinCardsBy =
  | { readonly kind: "stated" }
  /** The length of the run is hours on so many cards. */
  | { readonly kind: "hours" }
  | { readonly kind: "memory" }
  /** Its memory is not known, so that nothing keeps it from one card, or from one group of its layout. */
  | { readonly kind: "unknown"; readonly because: UnknownMemory | "layout" };

/** How the most cards of a run are known. */
export type MaxCardsBy = "stated" | "hours" | "batch" | "unknown" | "minCards";

export interface RunCards {
  /** Null for a run that fits on no number of these cards. */
  readonly min: number | null;
  /** Null where nothing bounds it but the cluster. */
  readonly max: number | null;
  readonly minBy: MinCardsBy;
  readonly maxBy: MaxCardsBy;
}

/**
 * Fewest: as stated; else those on which it fits in memory; else one group of its layout's cards. Most: as stated; else a card for every
 * micro-batch of a step and every part of the model, batch ÷ micro-batch × tensor × pipeline, and at least the fewest. A time that
 * is stated on so many cards is on these. What is not known bounds nothing.
 *
 * Worked example: 256 sequences, micro-batch 4, tensor parallel 2 → at most 128 cards.
 */
export function runCardsOf({ training }: Pick<RunClass, "training">, layout: ResolvedLayout, fit: RunFit): RunCards {
  const { length } = training;
  if (length.kind === "hours") {
    return { min: length.cards, max: length.cards, minBy: { kind: "hours" }, maxBy: "hours" };
  }
  const { minCards, maxCards } = layout.runCards;
  const { min, minBy } =
    minCards === null ? byMemory(layout, fit) : { min: minCards, minBy: { kind: "stated" } as const };
  const bound = mostCardsOf(training, layout);
  if (bound === null) return { min, max: null, minBy, maxBy: "unknown" };
  if (min !== null && bound < min) return { min, max: min, minBy, maxBy: "minCards" };
  return { min, max: bound, minBy, maxBy: maxCards === null ? "batch" : "stated" };
}

/** The most cards that one run can use, as stated or by its batch, whatever it needs; null where neither bounds it. */
export function mostCardsOf(
  { batch }: RunClass["training"],
  { runCards, recipe, layout }: ResolvedLayout,
): number | null {
  if (runCards.maxCards !== null || batch === null) return runCards.maxCards;
  return Math.max(1, Math.floor(batch / recipe.microBatch)) * cardsOfReplica(layout);
}

function byMemory({ layout }: ResolvedLayout, fit: RunFit): Pick<RunCards, "min" | "minBy"> {
  const replica = cardsOfReplica(layout);
  switch (fit.kind) {
    case "known":
      return { min: fit.fit.fits ? fit.fit.cards : null, minBy: { kind: "memory" } };
    case "indivisible":
      return { min: replica, minBy: { kind: "unknown", because: "layout" } };
    case "unknown":
      return { min: replica, minBy: { kind: "unknown", because: fit.because } };
  }
}
