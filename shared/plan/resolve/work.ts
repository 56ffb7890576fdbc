/** What a run does with every token, from the words of its recipe to passes that can be counted. */
import { countAdapters } from "../../compute/adapters.ts";
import { type Passes, READ_PER_PARAMETER, TRAIN_PER_PARAMETER } from "../../compute/passes.ts";
import type { ModelShape } from "../../models/shape.ts";
import type { Generation, Work } from "../../training/work.ts";
import type { ResolvedWork } from "../resolved.ts";
import { pathText } from "../text/document-path.ts";
import type { Inputs } from "./inputs.ts";
import type { Merged } from "./merge.ts";

/** The work as a run class has it; `shape` is null for work without a model. */
export function resolveWork(recipe: Work, shape: ModelShape | null, merged: Merged, inputs: Inputs): ResolvedWork {
  const passes = shape === null ? null : passesOf(recipe, shape);
  const generation = "generation" in recipe ? resolveGeneration(recipe.generation, merged, inputs) : null;
  return { recipe, passes, generation };
}

const TRAINED: Passes = { forward: 0, training: 1, trained: null, others: 0 };

function passesOf(work: Work, shape: ModelShape): Passes | null {
  switch (work.kind) {
    case "fineTuning": {
      const { frozenLayers } = work;
      return frozenLayers === 0
        ? TRAINED
        : { ...TRAINED, trained: { adapters: 0, untouched: frozenLayers, blocks: true } };
    }
    case "lora":
    case "qlora": {
      if (shape.kind !== "transformer") return null;
      const { rank, targets, frozenLayers } = work;
      const above = 1 - Math.min(frozenLayers, shape.layers) / shape.layers;
      const adapters = countAdapters(shape, rank, targets).active * above;
      return { ...TRAINED, trained: { adapters, untouched: frozenLayers, blocks: false } };
    }
    case "distillation":
      return { ...TRAINED, others: READ_PER_PARAMETER * work.teacherParameters };
    case "rollouts": {
      const { epochs, reference, old, rewardParameters, criticParameters } = work;
      return {
        forward: 1 + (reference ? 1 : 0) + (old ? 1 : 0),
        training: epochs,
        trained: null,
        others:
          READ_PER_PARAMETER * rewardParameters +
          (READ_PER_PARAMETER + TRAIN_PER_PARAMETER * epochs) * criticParameters,
      };
    }
    case "evaluation":
    case "inference":
      return { forward: 1, training: 0, trained: null, others: 0 };
    case "dataPreparation":
    case "interactive":
      return null;
  }
}

function resolveGeneration(generation: Generation | null, merged: Merged, inputs: Inputs): ResolvedWork["generation"] {
  const stated = merged.generationTokensPerSecond;
  if (generation === null || stated === undefined) return null;
  return {
    tokensPerSecond: inputs.amount(generation.tokensPerSecond, stated.path),
    share: generation.share,
    place: pathText(stated.path),
  };
}
