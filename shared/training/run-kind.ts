/** What the runs of a sweep do: train all weights, some, or none. */

/**
 * - `pretraining`: all weights are trained; the default.
 * - `fineTuning`: all weights are trained further, or those above the first `frozenLayers` blocks.
 * - `lora`, `qlora`: low-rank adapters are trained beside frozen weights; QLoRA keeps these in 4 bits and computes the same.
 * - `distillation`: a teacher reads every token that the model trains on.
 * - `rollouts`: the model writes, models read what it wrote, and it is trained on that.
 * - `evaluation`, `inference`: forward passes only, part of the tokens perhaps written.
 * - `dataPreparation`, `interactive`: card-hours as stated, without a model.
 */
export const RUN_KINDS = [
  "pretraining",
  "fineTuning",
  "lora",
  "qlora",
  "distillation",
  "rollouts",
  "evaluation",
  "inference",
  "dataPreparation",
  "interactive",
] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export const DEFAULT_RUN_KIND: RunKind = "pretraining";

/** Kinds that are stated in hours and have no model. */
export const HOURS_ONLY = ["dataPreparation", "interactive"] as const satisfies readonly RunKind[];
export type HoursOnlyKind = (typeof HOURS_ONLY)[number];

export const isHoursOnly = (kind: RunKind): kind is HoursOnlyKind => HOURS_ONLY.some((one) => one === kind);

/** The kinds in which each field has a meaning; a field that is not named here has one in every kind. */
export const KINDS_OF_FIELD = {
  frozenLayers: ["fineTuning", "lora", "qlora"],
  loraRank: ["lora", "qlora"],
  loraTargets: ["lora", "qlora"],
  teacherParameters: ["distillation"],
  innerEpochs: ["rollouts"],
  referenceModel: ["rollouts"],
  oldLogProbabilities: ["rollouts"],
  rewardParameters: ["rollouts"],
  criticParameters: ["rollouts"],
  generationTokensPerSecond: ["rollouts", "evaluation", "inference"],
  requests: ["evaluation", "inference"],
  promptTokens: ["evaluation", "inference"],
  generatedTokens: ["evaluation", "inference"],
  shots: ["evaluation"],
} as const satisfies Readonly<Record<string, readonly RunKind[]>>;
export type FieldOfKinds = keyof typeof KINDS_OF_FIELD;

export const isFieldOf = (field: FieldOfKinds, kind: RunKind): boolean =>
  KINDS_OF_FIELD[field].some((one) => one === kind);

/** What a run of each kind is called, in a column and in a sentence. */
export const RUN_KIND_WORDS: Readonly<Record<RunKind, string>> = {
  pretraining: "pre-training",
  fineTuning: "fine-tuning",
  lora: "LoRA",
  qlora: "QLoRA",
  distillation: "distillation",
  rollouts: "rollouts",
  evaluation: "evaluation",
  inference: "inference",
  dataPreparation: "data preparation",
  interactive: "interactive work",
};
