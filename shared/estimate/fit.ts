/** Whether the runs of a plan fit on its cards, and on how many at the least. Apart from the walk: no figure depends on it. */
import { countAdapters } from "../compute/adapters.ts";
import { type Anatomy, anatomyOf, type UnknownAnatomy, unknownAnatomy } from "../memory/anatomy.ts";
import { changesThatFit, type FittingChange } from "../memory/changes-that-fit.ts";
import { cannotShare, type Fit, fewestCards, type Indivisible, type Machines } from "../memory/fit.ts";
import { largestThatFits } from "../memory/micro-batch.ts";
import type { Adapters, MemoryRecipe } from "../memory/recipe.ts";
import { tokensOfImage } from "../models/complete-ends.ts";
import type { ModelShape } from "../models/shape.ts";
import type { ResolvedCard, ResolvedLayout, ResolvedPlan, ResolvedWork, RunClass } from "../plan/resolved.ts";

/** What a program can use of one card, and whether that was measured or is what is marketed, 1 GB = 1e9. */
export interface UsableMemory {
  readonly bytes: number;
  readonly isMeasured: boolean;
}

/** Why nothing can be said of a run's memory. */
export type UnknownMemory = UnknownAnatomy | "card" | "kind" | "sequence";

export type RunFit =
  | {
      readonly kind: "known";
      readonly fit: Fit;
      readonly usable: UsableMemory;
    }
  /** The layout cannot split this model. */
  | { readonly kind: "indivisible"; readonly because: Indivisible; readonly usable: UsableMemory }
  /** Nothing can be said: of the model's activations, of the card's memory, or of what else the runs keep in it. */
  | { readonly kind: "unknown"; readonly because: UnknownMemory };

/** A run whose memory is asked for: what tells it from the other runs of a plan. */
export interface RunOfFit {
  readonly model: number;
  readonly card: number;
  readonly layout: number;
  readonly sequence: number | null;
  readonly batch: number | null;
  /** Null where every weight is trained. */
  readonly adapters: Adapters | null;
}

/** The memory of a card that programs can use; null where neither it nor what is marketed is known. */
export function usableMemory({ accelerator }: Pick<ResolvedCard, "accelerator">): UsableMemory | null {
  if (accelerator.memoryBytes !== null) return { bytes: accelerator.memoryBytes, isMeasured: true };
  if (accelerator.marketedMemoryGB === null) return null;
  return { bytes: accelerator.marketedMemoryGB * 1e9, isMeasured: false };
}

/**
 * What every run class needs of a card, in the order of the classes. Runs that differ in nothing that memory depends on
 * share one answer.
 */
export function fitOf(plan: ResolvedPlan): RunFit[] {
  const known = new Map<string, RunFit>();
  const anatomies = new Map<ModelShape, Anatomy>();
  return plan.classes.map((runClass) => {
    const run = runOf(plan, runClass);
    if (run === null) return OTHER_KIND;
    const key = keyOf(run);
    const made = known.get(key) ?? fitOfRun(plan, run, anatomies);
    known.set(key, made);
    return made;
  });
}

/** A model of the plan, and what the hardest to place of its runs needs. */
export interface ModelFit {
  readonly run: RunOfFit;
  readonly result: RunFit;
}

/** Every model of the plan that some run trains, the largest first. */
export function fitOfModels(plan: ResolvedPlan): ModelFit[] {
  const fits = fitOf(plan);
  const hardest = new Map<number, ModelFit>();
  for (const [index, runClass] of plan.classes.entries()) {
    const result = fits[index];
    const run = runOf(plan, runClass);
    if (result === undefined || run === null) continue;
    const before = hardest.get(run.model);
    if (before === undefined || hardship(result) > hardship(before.result)) hardest.set(run.model, { run, result });
  }
  // The plan's models stand in the order of their parameters.
  return [...hardest.entries()].sort(([a], [b]) => b - a).map(([, fit]) => fit);
}

/** More cards are harder than fewer, among as many more bytes, and not to fit is hardest. */
function hardship(result: RunFit): number {
  if (result.kind === "unknown") return -1;
  if (result.kind === "indivisible") return Number.MAX_VALUE;
  const { fits, cards, memory } = result.fit;
  return (fits ? 0 : Number.MAX_SAFE_INTEGER) + cards + memory.total / (memory.total + result.usable.bytes);
}

/** What one run needs. */
function fitOfRun(plan: ResolvedPlan, run: RunOfFit, anatomies: Map<ModelShape, Anatomy>): RunFit {
  const asked = askedOf(plan, run, anatomies);
  if (asked.kind !== "known") return asked;
  const { shape, anatomy, recipe, layout, machines, usable } = asked;
  const because = cannotShare(shape, layout.layout);
  if (because !== null) return { kind: "indivisible", because, usable };
  return { kind: "known", fit: fewestCards(anatomy, recipe, layout.layout, machines), usable };
}

/** Sequences that a replica of the run can handle at once on the fewest cards; null where the run does not fit on any. */
export function largestMicroBatchOf(plan: ResolvedPlan, { run, result }: ModelFit): number | null {
  const asked = askedOf(plan, run);
  if (asked.kind !== "known" || result.kind !== "known" || !result.fit.fits) return null;
  return largestThatFits(asked.anatomy, asked.recipe, asked.layout.layout, asked.machines, result.fit.cards);
}

/** The single changes that would make a run fit, cheapest first; none where it fits, or nothing is known. */
export function changesFor(plan: ResolvedPlan, run: RunOfFit): FittingChange[] {
  const asked = askedOf(plan, run);
  if (asked.kind !== "known" || cannotShare(asked.shape, asked.layout.layout) !== null) return [];
  return changesThatFit(asked.shape, asked.recipe, asked.layout.layout, asked.machines, null);
}

/** @param anatomies of the shapes that were asked for before: there are far fewer of them than of runs */
function askedOf(plan: ResolvedPlan, run: RunOfFit, anatomies?: Map<ModelShape, Anatomy>) {
  const { shape, card, layout } = partsOf(plan, run);
  const why = unknownAnatomy(shape);
  const anatomy = anatomies?.get(shape) ?? anatomyOf(shape);
  if (anatomy !== null) anatomies?.set(shape, anatomy);
  if (why !== null || anatomy === null) return { kind: "unknown", because: why ?? "stated" } as const;
  if (run.sequence === null) return { kind: "unknown", because: "sequence" } as const;
  const usable = usableMemory(card);
  if (usable === null) return { kind: "unknown", because: "card" } as const;
  const recipe: MemoryRecipe = { ...layout.recipe, sequence: run.sequence, batch: run.batch, adapters: run.adapters };
  const machines: Machines = {
    cardBytes: usable.bytes,
    cardsPerNode: card.cardsPerNode,
    hostBytes: layout.hostBytes,
  };
  return { kind: "known", shape, anatomy, recipe, layout, machines, usable } as const;
}

function partsOf(
  plan: ResolvedPlan,
  run: RunOfFit,
): { readonly shape: ModelShape; readonly card: ResolvedCard; readonly layout: ResolvedLayout } {
  const [model, card, layout] = [plan.models[run.model], plan.cards[run.card], plan.layouts[run.layout]];
  if (model === undefined || card === undefined || layout === undefined)
    throw new RangeError("this run is not of this plan");
  return { shape: model.shape, card, layout };
}

/** A run that trains its model and nothing else; null for one of another kind, whose memory is not counted. */
function runOf({ models }: ResolvedPlan, { model, card, layout, training }: RunClass): RunOfFit | null {
  const { batch, work } = training;
  const shape = model === null ? undefined : models[model]?.shape;
  const image = shape?.kind === "transformer" ? shape.image : null;
  const sequence = image === null ? training.sequence : tokensOfImage(image);
  const adapters = work === undefined ? null : adaptersOf(work, shape);
  return model === null || adapters === undefined ? null : { model, card, layout, sequence, batch, adapters };
}

const OTHER_KIND: RunFit = { kind: "unknown", because: "kind" };

/** What an adapted run trains; null where it trains every weight, undefined where it does something else. */
function adaptersOf({ recipe }: ResolvedWork, shape: ModelShape | undefined): Adapters | null | undefined {
  switch (recipe.kind) {
    case "fineTuning":
      return recipe.frozenLayers === 0 ? null : undefined;
    case "lora":
    case "qlora": {
      if (shape?.kind !== "transformer") return undefined;
      const { rank, targets, frozenLayers, kind } = recipe;
      const above = 1 - Math.min(frozenLayers, shape.layers) / shape.layers;
      const trained = countAdapters(shape, rank, targets).total * above;
      return { trained, frozen: kind === "qlora" ? "4-bit" : "16-bit" };
    }
    default:
      return undefined;
  }
}

const keyOf = ({ model, card, layout, sequence, batch, adapters }: RunOfFit): string =>
  `${model} ${card} ${layout} ${sequence} ${batch} ${adapters?.trained} ${adapters?.frozen}`;
