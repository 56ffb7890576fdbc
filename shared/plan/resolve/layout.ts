/** How runs are spread over cards, and what their memory depends on beside model and training. */
import type { HardwareFields } from "../../hardware/hardware-fields.ts";
import { layoutFields } from "../../hardware/layout-fields.ts";
import type { NumberFormat } from "../../hardware/number-format.ts";
import { DEFAULT_LAYOUT } from "../../memory/layout.ts";
import { usualActivations } from "../../memory/precision.ts";
import { RECIPE_DEFAULTS, usualPrecision } from "../../memory/recipe.ts";
import { trainingMemoryFields } from "../../training/memory-fields.ts";
import type { TrainingFields } from "../../training/training-fields.ts";
import { exact } from "../../units/format/exact.ts";
import type { Fault } from "../fault.ts";
import type { ResolvedLayout } from "../resolved.ts";
import { pathText } from "../text/document-path.ts";
import { type Merged, plainFields } from "./merge.ts";

const TRAINING = Object.keys(trainingMemoryFields);
const HARDWARE = Object.keys(layoutFields);

/** What `training` and `hardware` say of a run's memory, the rest by default: the precision by the format of its card. */
export function resolveLayout(training: Merged, hardware: Merged, format: NumberFormat): ResolvedLayout {
  const recipe = plainFields<TrainingFields>(training);
  const spread = plainFields<HardwareFields>(hardware);
  const precision = recipe.precision ?? usualPrecision(format);
  return {
    recipe: {
      precision,
      optimizer: recipe.optimizer ?? RECIPE_DEFAULTS.optimizer.value,
      activations: recipe.activationFormat ?? usualActivations(precision),
      dropout: recipe.dropout ?? RECIPE_DEFAULTS.dropout.value,
      fusedAttention: recipe.fusedAttention ?? RECIPE_DEFAULTS.fusedAttention.value,
      recompute: recipe.recompute ?? RECIPE_DEFAULTS.recompute.value,
      recomputeEvery: recipe.recomputeEvery ?? RECIPE_DEFAULTS.recomputeEvery.value,
      microBatch: recipe.microBatch ?? RECIPE_DEFAULTS.microBatch.value,
    },
    layout: {
      zeroStage: spread.zeroStage ?? DEFAULT_LAYOUT.zeroStage,
      tensorParallel: spread.tensorParallel ?? DEFAULT_LAYOUT.tensorParallel,
      sequenceParallel: spread.sequenceParallel ?? DEFAULT_LAYOUT.sequenceParallel,
      pipelineParallel: spread.pipelineParallel ?? DEFAULT_LAYOUT.pipelineParallel,
      expertParallel: spread.expertParallel ?? DEFAULT_LAYOUT.expertParallel,
      offload: spread.offload ?? DEFAULT_LAYOUT.offload,
      gatheredLayers: DEFAULT_LAYOUT.gatheredLayers,
    },
    hostBytes: spread.hostMemoryBytes ?? null,
    places: Object.fromEntries([...placesOf(training, TRAINING), ...placesOf(hardware, HARDWARE)]),
    runCards: {
      minCards: spread.minCards ?? null,
      maxCards: spread.maxCards ?? null,
      lossPerDoubling: spread.lossPerDoubling ?? 0,
      checkpointWriteMinutes: spread.checkpointWriteMinutes ?? null,
      restartMinutes: spread.restartMinutes ?? null,
    },
  };
}

/** The fewest cards of a run are not more than the most, whatever levels and axes state the two. */
export function runCardsFault({ minCards, maxCards }: Merged): Fault | null {
  if (typeof minCards?.value !== "number" || typeof maxCards?.value !== "number") return null;
  if (minCards.value <= maxCards.value) return null;
  const isAtMin = minCards.nearness > maxCards.nearness;
  return {
    path: (isAtMin ? minCards : maxCards).path,
    message: "The fewest cards of a run are more than the most",
    value: isAtMin ? minCards.value : maxCards.value,
    allowed: isAtMin ? `at most maxCards, ${exact(maxCards.value)}` : `at least minCards, ${exact(minCards.value)}`,
  };
}

const placesOf = (merged: Merged, fields: readonly string[]): [string, string][] =>
  fields.flatMap((field) => {
    const stated = merged[field];
    return stated === undefined ? [] : [[field, pathText(stated.path)]];
  });

/** The distinct layouts of a plan and of its disputes. */
export class LayoutRegistry {
  readonly layouts: ResolvedLayout[] = [];
  readonly #index = new Map<string, number>();

  register(layout: ResolvedLayout): number {
    const key = JSON.stringify(layout);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.layouts.push(layout) - 1;
    this.#index.set(key, index);
    return index;
  }
}
