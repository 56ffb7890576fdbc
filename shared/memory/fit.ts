/** Whether a run fits on cards of a kind, and on how many at the least. */
import type { ModelShape } from "../models/shape.ts";
import { type Anatomy, anatomyOf } from "./anatomy.ts";
import { cardsOfGroup, cardsOfReplica, type Layout } from "./layout.ts";
import { type CardMemory, cardMemory, MEMORY_PARTS, type MemoryPart } from "./memory-per-card.ts";
import type { MemoryRecipe } from "./recipe.ts";

/** The cards that a run may have. */
export interface Machines {
  /** What a program can use of one card's memory, in bytes. */
  readonly cardBytes: number;
  readonly cardsPerNode: number;
  /** Memory of a node's host, in bytes; null where the plan does not say, and then it is not looked at. */
  readonly hostBytes: number | null;
}

/** Cards that are tried at most: some ten times the largest cluster of today. */
const MOST_CARDS = 1_048_576;

/** What keeps a run from fitting: a part of the card's memory, the host's memory, or a batch too small to share further. */
export type Binding = MemoryPart | "host" | "batch";

export interface Fit {
  readonly fits: boolean;
  /** The fewest cards; where it fits on none, the most that the layout and the batch can use. */
  readonly cards: number;
  readonly memory: CardMemory;
  /** What one node's host holds, in bytes. */
  readonly hostBytes: number;
  readonly binds: Binding;
}

/**
 * The fewest cards on which every card's share fits: one group of the layout's cards, two, four, and so on up to a node,
 * then whole nodes. Null where the model's blocks are not known.
 *
 * A card's memory never rises with the number of cards, and beyond a node its host's neither, so the answer is found by
 * halving.
 *
 * Worked example, LLaMA-2 7B, sequences of 4,096, full recomputation, stage 3, cards of 80e9 bytes: 134.6 GB on one card,
 * 69.963 GB on each of two: 2 cards.
 */
export function minimumCards(shape: ModelShape, recipe: MemoryRecipe, layout: Layout, machines: Machines): Fit | null {
  const anatomy = anatomyOf(shape);
  return anatomy === null ? null : fewestCards(anatomy, recipe, layout, machines);
}

/** The same of a model whose anatomy is at hand. */
export function fewestCards(anatomy: Anatomy, recipe: MemoryRecipe, layout: Layout, machines: Machines): Fit {
  const { inNode, nodes, wholeNodes, isBoundByBatch } = ladderOf(recipe, layout, machines.cardsPerNode);
  const fitOn = (cards: number) => fitOnCards(anatomy, recipe, layout, machines, cards);
  let last: Fit | null = null;
  for (const cards of inNode) {
    last = fitOn(cards);
    if (last.fits) return last;
  }
  if (nodes > 0) {
    last = fitOn(nodes * wholeNodes);
    let [failing, fitting] = [0, nodes];
    while (last.fits && fitting - failing > 1) {
      const middle = (failing + fitting) >> 1;
      const fit = fitOn(middle * wholeNodes);
      if (fit.fits) [fitting, last] = [middle, fit];
      else failing = middle;
    }
    if (last.fits) return last;
  }
  if (last === null) return { ...fitOn(cardsOfGroup(layout)), fits: false, binds: "batch" };
  return shareNoFurther(last, recipe, layout, isBoundByBatch);
}

/** Whether a run fits on just so many cards. */
export function fitOnCards(
  anatomy: Anatomy,
  recipe: MemoryRecipe,
  layout: Layout,
  machines: Machines,
  cards: number,
): Fit {
  const memory = cardMemory(anatomy, recipe, layout, cards);
  const hostBytes = memory.host * Math.min(cards, machines.cardsPerNode);
  const onHost = machines.hostBytes === null || hostBytes <= machines.hostBytes;
  const onCard = memory.total <= machines.cardBytes;
  return { fits: onHost && onCard, cards, memory, hostBytes, binds: onCard && !onHost ? "host" : largestPart(memory) };
}

/** What a layout cannot split evenly. */
export type Indivisible = "heads" | "blocks" | "experts";

/** What keeps `shape` from being laid out so at all: a group needs whole heads, a stage a block, a card whole experts. */
export function cannotShare(shape: ModelShape, layout: Layout): Indivisible | null {
  if (shape.kind !== "transformer") return null;
  if (shape.heads % layout.tensorParallel !== 0) return "heads";
  if (layout.pipelineParallel > shape.layers) return "blocks";
  const experts = shape.mixture?.experts ?? layout.expertParallel;
  return experts % layout.expertParallel === 0 ? null : "experts";
}

/** Out of cards: where the shared parts are what is too large, it is the batch that allows no more of them. */
function shareNoFurther(fit: Fit, recipe: MemoryRecipe, layout: Layout, isBoundByBatch: boolean): Fit {
  const shared = SHARED_FROM[fit.binds as keyof typeof SHARED_FROM] ?? Number.POSITIVE_INFINITY;
  return isBoundByBatch && recipe.batch !== null && layout.zeroStage >= shared ? { ...fit, binds: "batch" } : fit;
}

/** The stage from which more cards make a part smaller. */
const SHARED_FROM = { optimizer: 1, master: 1, gradients: 2, weights: 3 } as const;

function largestPart({ parts }: CardMemory): MemoryPart {
  let largest: MemoryPart = "weights";
  for (const part of MEMORY_PARTS) if (parts[part] > parts[largest]) largest = part;
  return largest;
}

interface Ladder {
  /** Below a node: one group, two, four, and so on. */
  readonly inNode: readonly number[];
  /** Then multiples of so many cards, */
  readonly wholeNodes: number;
  /** up to so many times. */
  readonly nodes: number;
  readonly isBoundByBatch: boolean;
}

/** The counts of cards that a run may have. None where the batch is too small for even one group of the layout. */
function ladderOf({ batch, microBatch }: MemoryRecipe, layout: Layout, cardsPerNode: number): Ladder {
  const group = cardsOfGroup(layout);
  const byBatch = batch === null ? MOST_CARDS : Math.floor(batch / microBatch) * cardsOfReplica(layout);
  const most = Math.min(MOST_CARDS, byBatch);
  const inNode: number[] = [];
  for (let cards = group; cards < cardsPerNode && cards <= most; cards *= 2) inNode.push(cards);
  const wholeNodes = leastCommonMultiple(cardsPerNode, group);
  return { inNode, wholeNodes, nodes: Math.floor(most / wholeNodes), isBoundByBatch: byBatch < MOST_CARDS };
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
