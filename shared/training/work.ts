/** What one run does with its model where it is not plain training of all weights. */
import { err, ok, type Result } from "../lib/result.ts";
import type { FieldFault } from "../models/field-fault.ts";
import type { ModelItems } from "../models/shape.ts";
import type { Quantity } from "../ranges/quantity.ts";
import { DEFAULT_RUN_KIND, type HoursOnlyKind, isHoursOnly, RUN_KIND_WORDS, type RunKind } from "./run-kind.ts";
import {
  LORA_CHOICES,
  type LoraLinear,
  type TrainingField,
  type TrainingFields,
  WORK_DEFAULTS,
} from "./training-fields.ts";

export type WorkFault = FieldFault<TrainingField>;

/** A part of a run's tokens that is written one after the other, at a pace of its own. */
export interface Generation {
  /** Of one card. */
  readonly tokensPerSecond: Quantity;
  /** Part of the tokens that are written, from 0 to 1. */
  readonly share: number;
}

/** Every kind of run but pre-training, with what it needs to be counted. */
export type Work =
  | { readonly kind: "fineTuning"; readonly frozenLayers: number }
  | {
      readonly kind: "lora" | "qlora";
      readonly frozenLayers: number;
      readonly rank: number;
      readonly targets: readonly LoraLinear[];
    }
  | { readonly kind: "distillation"; readonly teacherParameters: number }
  | {
      readonly kind: "rollouts";
      readonly epochs: number;
      readonly reference: boolean;
      readonly old: boolean;
      readonly rewardParameters: number;
      readonly criticParameters: number;
      readonly generation: Generation;
    }
  | { readonly kind: "evaluation" | "inference"; readonly shots: number; readonly generation: Generation | null }
  | { readonly kind: HoursOnlyKind };

/**
 * The work that `fields` describe for a model of such items, or every fault of the description; null for pre-training.
 * Fields of other kinds, which a farther level of the plan may state, count for nothing.
 *
 * @example
 * completeWork({ runKind: "lora", loraRank: 16 }, "tokens");
 * // {ok: true, value: {kind: "lora", rank: 16, targets: ["queries", "keys", …], frozenLayers: 0}}
 */
export function completeWork(fields: TrainingFields, items: ModelItems): Result<Work | null, readonly WorkFault[]> {
  const kind = fields.runKind ?? DEFAULT_RUN_KIND;
  if (kind === "pretraining") return ok(null);
  if (isHoursOnly(kind)) return ok({ kind });
  if (items === "examples" && TOKENS_ONLY.has(kind)) return err([ofTokensOnly(kind)]);
  switch (kind) {
    case "fineTuning": {
      const { frozenLayers = WORK_DEFAULTS.frozenLayers } = fields;
      if (items === "examples" && frozenLayers > 0) return err([noBlocks(frozenLayers)]);
      return ok({ kind, frozenLayers });
    }
    case "lora":
    case "qlora":
      return adapted(fields, kind);
    case "distillation": {
      const { teacherParameters } = fields;
      return teacherParameters === undefined
        ? err([missing("teacherParameters", "the number of active parameters of the teacher")])
        : ok({ kind, teacherParameters });
    }
    case "rollouts":
      return rollouts(fields, kind);
    case "evaluation":
    case "inference":
      return read(fields, kind);
  }
}

/** Kinds that are counted from the blocks of a model of tokens. */
const TOKENS_ONLY: ReadonlySet<RunKind> = new Set(["lora", "qlora", "rollouts"]);

function adapted(fields: TrainingFields, kind: "lora" | "qlora"): Result<Work, WorkFault[]> {
  const { loraRank, loraTargets = WORK_DEFAULTS.loraTargets, frozenLayers = WORK_DEFAULTS.frozenLayers } = fields;
  if (loraRank === undefined) return err([missing("loraRank", "the rank of the adapters, as 16")]);
  const targets = typeof loraTargets === "string" ? LORA_CHOICES[loraTargets] : [...new Set(loraTargets)];
  return ok({ kind, rank: loraRank, targets, frozenLayers });
}

function rollouts(fields: TrainingFields, kind: "rollouts"): Result<Work, WorkFault[]> {
  const { generationTokensPerSecond: tokensPerSecond } = fields;
  const faults = fields.hours === undefined ? [] : [countedInTokens(kind)];
  if (tokensPerSecond === undefined) {
    return err([...faults, missing("generationTokensPerSecond", "the tokens that one card writes in a second")]);
  }
  if (faults.length > 0) return err(faults);
  return ok({
    kind,
    epochs: fields.innerEpochs ?? WORK_DEFAULTS.innerEpochs,
    reference: fields.referenceModel ?? WORK_DEFAULTS.referenceModel,
    old: fields.oldLogProbabilities ?? WORK_DEFAULTS.oldLogProbabilities,
    rewardParameters: fields.rewardParameters ?? 0,
    criticParameters: fields.criticParameters ?? 0,
    generation: { tokensPerSecond, share: 1 },
  });
}

function read(fields: TrainingFields, kind: "evaluation" | "inference"): Result<Work, WorkFault[]> {
  const { requests, generatedTokens: written = WORK_DEFAULTS.generatedTokens } = fields;
  const shots = shotsOf(fields, kind);
  if (requests === undefined || written === 0) return ok({ kind, shots, generation: null });
  const { generationTokensPerSecond: tokensPerSecond } = fields;
  if (tokensPerSecond === undefined) {
    return err([missing("generationTokensPerSecond", "the tokens that one card writes in a second")]);
  }
  const share = written / (promptOf(fields, kind) + written);
  return ok({ kind, shots, generation: { tokensPerSecond, share } });
}

const shotsOf = (fields: TrainingFields, kind: RunKind): number =>
  kind === "evaluation" && fields.requests !== undefined ? (fields.shots ?? WORK_DEFAULTS.shots) : 0;

/** Tokens read for one request: the prompt, after as many solved examples of the same length. */
export const promptOf = (fields: TrainingFields, kind: RunKind): number =>
  (fields.promptTokens ?? 0) * (1 + shotsOf(fields, kind));

const missing = (field: TrainingField, what: string): WorkFault => ({
  field,
  value: undefined,
  allowed: what,
  message: `${field} is missing`,
});

const noBlocks = (frozenLayers: number): WorkFault => ({
  field: "frozenLayers",
  value: frozenLayers,
  allowed: "0, or a transformer that reads tokens",
  message: "frozenLayers counts blocks of a transformer, and this model has examples",
});

const countedInTokens = (kind: RunKind): WorkFault => ({
  field: "hours",
  value: kind,
  allowed: "steps, tokens, tokensPerParameter or epochs",
  message: `${RUN_KIND_WORDS[kind]} are counted in tokens, because writing and training have each a pace of their own`,
});

const ofTokensOnly = (kind: RunKind): WorkFault => ({
  field: "runKind",
  value: kind,
  allowed: "pretraining, fineTuning, distillation, evaluation or inference",
  message: `${RUN_KIND_WORDS[kind]} is counted by the tokens and blocks of a transformer, and this model has examples`,
});
