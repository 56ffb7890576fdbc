/** How many bytes each card of a run holds, part by part. */
import type { ModelShape } from "../models/shape.ts";
import { Bytes } from "../units/brands.ts";
import { activationBytes, logitsBytes } from "./activations.ts";
import { type Anatomy, anatomyOf } from "./anatomy.ts";
import { cardsOfReplica, type Layout } from "./layout.ts";
import { stateBytes } from "./optimizer.ts";
import { PRECISION_BYTES } from "./precision.ts";
import type { MemoryRecipe } from "./recipe.ts";
import { NO_WEIGHTS, sum, times, type Weights } from "./weights.ts";

/** What stands in a card's memory, in the order in which it is drawn. */
export const MEMORY_PARTS = [
  "weights",
  "gradients",
  "optimizer",
  "master",
  "activations",
  "logits",
  "gathered",
  "context",
  "fragmentation",
] as const;
export type MemoryPart = (typeof MEMORY_PARTS)[number];

export interface CardMemory {
  /** The parts sum to the total. */
  readonly parts: Readonly<Record<MemoryPart, Bytes>>;
  readonly total: Bytes;
  /** What this card's share puts into the memory of its host. */
  readonly host: Bytes;
}

/** What the driver and its libraries take of every card. */
export const CONTEXT_BYTES = 1e9;

/** What the allocator cannot use, as a share of all it hands out. */
export const FRAGMENTATION = 0.08;

/** Bytes of a frozen weight in four bits with doubly quantized constants: 4 + 0.127 bits (Dettmers et al. 2023). */
const FOUR_BIT_WEIGHT = 4.127 / 8;

/**
 * Bytes on the fullest card of a run on `cards` cards; null where the model's blocks are not known.
 *
 * `cards` = tensor × pipeline × replicas. Stage 1 shares optimizer states and fp32 master out over the replicas, 2 the
 * gradients, too, 3 the weights, too, and then holds a few gathered layers. Of a pipeline's stages the fullest counts:
 * the first keeps min(p, m) micro-batches of ⌈L/p⌉ blocks and the tables, the last keeps one, the logits and their
 * matrix. Total = sum × 1.08 for fragmentation + 1 GB for the context.
 *
 * Worked example, LLaMA-2 7B, sequences of 4,096, full recomputation, stage 3 on 2 cards: states 6,738,415,616 × 18 ÷ 2 =
 * 60.646 GB, activations 1.613 GB, logits 0.786 GB, gathered layers 0.810 GB; × 1.08 + 1 GB = 69.963 GB.
 */
export function memoryPerCard(
  shape: ModelShape,
  recipe: MemoryRecipe,
  layout: Layout,
  cards: number,
): CardMemory | null {
  const anatomy = anatomyOf(shape);
  return anatomy === null ? null : cardMemory(anatomy, recipe, layout, cards);
}

/** The same of a model whose anatomy is at hand: for those who ask for many counts of cards. */
export function cardMemory(anatomy: Anatomy, recipe: MemoryRecipe, layout: Layout, cards: number): CardMemory {
  const replicas = cards / cardsOfReplica(layout);
  const { pipelineParallel: stages } = layout;
  if (stages === 1) {
    const ends = sum(anatomy.first, anatomy.last);
    return onStage(anatomy, recipe, layout, { replicas, ends, inFlight: 1, withLogits: true });
  }
  const passes = recipe.batch === null ? stages : Math.max(1, recipe.batch / (replicas * recipe.microBatch));
  const first = { replicas, ends: anatomy.first, inFlight: Math.min(stages, passes), withLogits: false };
  const last = { replicas, ends: sum(anatomy.last, anatomy.copied), inFlight: 1, withLogits: true };
  const [atStart, atEnd] = [onStage(anatomy, recipe, layout, first), onStage(anatomy, recipe, layout, last)];
  return atEnd.total > atStart.total ? atEnd : atStart;
}

interface Stage {
  readonly replicas: number;
  /** What the stage holds beside its blocks. */
  readonly ends: Weights;
  readonly inFlight: number;
  readonly withLogits: boolean;
}

function onStage(anatomy: Anatomy, recipe: MemoryRecipe, layout: Layout, stage: Stage): CardMemory {
  const { tensorParallel, zeroStage, offload } = layout;
  const { replicas } = stage;
  const bytes = PRECISION_BYTES[recipe.precision];
  const blocks = Math.ceil(anatomy.blocks / layout.pipelineParallel);
  const part = blocks / anatomy.blocks;
  const dense = times(1 / tensorParallel, sum(times(part, anatomy.dense), stage.ends));
  const experts = times(part / tensorParallel / layout.expertParallel, anatomy.experts);

  // Experts that are shared out already are shared by as many fewer replicas.
  const expertReplicas = replicas / layout.expertParallel;
  const spread = (from: 1 | 2 | 3, ofDense: number, ofExperts: number) =>
    zeroStage >= from ? ofDense / replicas + ofExperts / expertReplicas : ofDense + ofExperts;

  const { adapters } = recipe;
  const trained = adapters === null ? dense : times(adapters.trained / stagesAndGroup(layout), ONE_TRAINED);
  const trainedExperts = adapters === null ? experts : NO_WEIGHTS;
  const frozen = (weights: Weights) => (adapters === null ? 0 : frozenBytes(weights, adapters.frozen));

  const weightsWhole = {
    dense: bytes.weight * trained.count + frozen(dense),
    experts: bytes.weight * trainedExperts.count + frozen(experts),
  };
  const states = {
    weights: spread(3, weightsWhole.dense, weightsWhole.experts),
    gradients: spread(2, bytes.gradient * trained.count, bytes.gradient * trainedExperts.count),
    optimizer: spread(
      1,
      stateBytes(recipe.optimizer, trained, bytes.state),
      stateBytes(recipe.optimizer, trainedExperts, bytes.state),
    ),
    master: spread(1, bytes.master * trained.count, bytes.master * trainedExperts.count),
  };
  const onCard = {
    weights: offload === "all" ? 0 : states.weights,
    gradients: offload === "all" ? 0 : states.gradients,
    optimizer: offload === "none" ? states.optimizer : 0,
    master: offload === "none" ? states.master : 0,
  };
  const elsewhere = weightsWhole.dense + weightsWhole.experts - onCard.weights;
  const gathered = Math.min(elsewhere, gatheredBytes(anatomy, layout, bytes.gathered));
  const activations = activationBytes(anatomy, recipe, layout, { blocks, inFlight: stage.inFlight });
  const logits = stage.withLogits ? logitsBytes(anatomy, recipe, layout) : 0;

  const handed = onCard.weights + onCard.gradients + onCard.optimizer + onCard.master + activations + logits + gathered;
  const fragmentation = FRAGMENTATION * handed;
  const host = states.weights + states.gradients + states.optimizer + states.master - sumOf(onCard);
  return {
    parts: {
      weights: Bytes(onCard.weights),
      gradients: Bytes(onCard.gradients),
      optimizer: Bytes(onCard.optimizer),
      master: Bytes(onCard.master),
      activations: Bytes(activations),
      logits: Bytes(logits),
      gathered: Bytes(gathered),
      context: Bytes(CONTEXT_BYTES),
      fragmentation: Bytes(fragmentation),
    },
    total: Bytes(handed + fragmentation + CONTEXT_BYTES),
    host: Bytes(offload === "none" ? 0 : host),
  };
}

/** Adapters are pairs of narrow matrices: none of them is looked up. */
const ONE_TRAINED: Weights = { count: 1, inTables: 0, inHiddenMatrices: 1, rowsAndColumns: 1 };

const stagesAndGroup = ({ tensorParallel, pipelineParallel }: Layout): number => tensorParallel * pipelineParallel;

const frozenBytes = ({ count, inHiddenMatrices }: Weights, kept: "16-bit" | "4-bit"): number =>
  kept === "16-bit" ? 2 * count : 2 * (count - inHiddenMatrices) + FOUR_BIT_WEIGHT * inHiddenMatrices;

const sumOf = (parts: Readonly<Record<"weights" | "gradients" | "optimizer" | "master", number>>): number =>
  parts.weights + parts.gradients + parts.optimizer + parts.master;

/** Gathered layers, each as large as the largest of the model: a block, or a table. */
function gatheredBytes({ blocks, dense, experts, first, last }: Anatomy, layout: Layout, each: number): number {
  const block = (dense.count + experts.count / layout.expertParallel) / blocks;
  const largest = Math.max(block, first.count, last.count);
  return (layout.gatheredLayers * each * largest) / layout.tensorParallel;
}
