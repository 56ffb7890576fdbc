/** How one run trains, with its numbers as amounts. */
import { err, type Result } from "../../lib/result.ts";
import { attendedBy } from "../../models/mean-attended-length.ts";
import type { ModelItems, ModelShape } from "../../models/shape.ts";
import { completeTraining, type TrainingLength, type TrainingRecipe } from "../../training/recipe.ts";
import type { TrainingFields } from "../../training/training-fields.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { ResolvedLength, ResolvedTraining } from "../resolved.ts";
import { placeFieldFault } from "./field-faults.ts";
import type { Inputs } from "./inputs.ts";
import { type Merged, plainFields } from "./merge.ts";
import { resolveWork } from "./work.ts";

/** The recipe of `merged` for a model of such items, or every fault of it. */
export function resolveRecipe(merged: Merged, items: ModelItems, sweep: DocumentPath): Result<TrainingRecipe, Fault[]> {
  const ratio = merged.tokensPerParameter;
  if (ratio?.sub !== undefined && !Object.hasOwn(Object(ratio.value), "of"))
    return err([ratioOfNothing(ratio.path, ratio.value)]);
  const recipe = completeTraining(plainFields<TrainingFields>(merged), items);
  if (recipe.ok) return recipe;
  return err(recipe.error.map((fault) => placeFieldFault(fault, "training", merged, sweep)));
}

const ratioOfNothing = (path: DocumentPath, value: unknown): Fault => ({
  path,
  message: "The axis sets a ratio, and nothing says of which parameters",
  value,
  allowed: "tokensPerParameter with ratio and of in the sweep, its experiment or the plan's defaults",
});

/** The recipe as a run class has it; `shape` is null for work without a model. */
export function resolveTraining(
  recipe: TrainingRecipe,
  shape: ModelShape | null,
  merged: Merged,
  inputs: Inputs,
): ResolvedTraining {
  const { batch, sequence, work } = recipe;
  return {
    length: resolveLength(recipe.length, merged, inputs),
    batch,
    sequence,
    attended: shape === null ? 0 : attendedIn(shape, recipe),
    ...(work === undefined ? {} : { work: resolveWork(work, shape, merged, inputs) }),
  };
}

function resolveLength(length: TrainingLength, merged: Merged, inputs: Inputs): ResolvedLength {
  const at = (field: string): DocumentPath => merged[field]?.path ?? [];
  switch (length.kind) {
    case "steps":
      return { ...length, steps: inputs.amount(length.steps, at("steps")) };
    case "tokens":
      return { ...length, tokens: inputs.amount(length.tokens, at("tokens")) };
    case "tokensPerParameter":
      return { ...length, ratio: inputs.amount(length.ratio, [...at("tokensPerParameter"), "ratio"]) };
    case "epochs":
      return {
        ...length,
        epochs: inputs.amount(length.epochs, at("epochs")),
        examples: inputs.amount(length.examples, at("examples")),
      };
    case "requests":
      return { ...length, requests: inputs.amount(length.requests, at("requests")) };
    case "hours":
      return { ...length, hours: inputs.amount(length.hours, at("hours")) };
  }
}

function attendedIn(shape: ModelShape, { sequence, documentLengths }: TrainingRecipe): number {
  if (shape.kind !== "transformer" || sequence === null) return 0;
  return attendedBy(shape, sequence, documentLengths ?? undefined);
}
