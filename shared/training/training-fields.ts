/** A training recipe as a plan writes it down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { PARAMETERS_OF } from "../models/parameter-count.ts";
import { boundedNumber, quantity } from "../ranges/quantity.ts";
import { trainingMemoryFields } from "./memory-fields.ts";
import { DEFAULT_RUN_KIND, RUN_KINDS } from "./run-kind.ts";

const count = (max: number, what: string) => boundedNumber({ min: 1, max, integer: true, what });

/** A training length as a multiple of the model's size, and which count of its parameters that multiplies. */
export const tokensPerParameterSchema = strictObject({
  ratio: quantity({ min: 0, exclusiveMin: true, max: 1e6, what: "training tokens per parameter" }),
  of: z.enum(PARAMETERS_OF),
});

/** Linear maps of a block that may have an adapter; `feedForward` is all two or three of its matrices. */
export const LORA_LINEARS = ["queries", "keys", "values", "attentionOutput", "feedForward"] as const;
export type LoraLinear = (typeof LORA_LINEARS)[number];

/** Usual choices of them by one word. */
export const LORA_CHOICES = {
  all: LORA_LINEARS,
  attention: ["queries", "keys", "values", "attentionOutput"],
  queriesValues: ["queries", "values"],
} as const satisfies Readonly<Record<string, readonly LoraLinear[]>>;

const loraTargetsSchema = z.union(
  [z.enum(["all", "attention", "queriesValues"]), z.array(z.enum(LORA_LINEARS)).min(1).max(5)],
  {
    error: `Allowed: all, attention, queriesValues, or a list of ${LORA_LINEARS.join(", ")}`,
  },
);

/** The keys of `training` in a plan document. Which of them belong together is looked at by `completeTraining`. */
export const trainingFieldsSchema = strictObject({
  steps: quantity({ min: 1, max: 1e12, integer: true, what: "training steps" }).optional(),
  /** Sequences in a step; examples for a model whose items are examples. */
  batch: count(1e9, "sequences or examples in a step").optional(),
  /** Tokens in a sequence. */
  sequence: count(1e9, "tokens in a sequence").optional(),
  tokens: quantity({ min: 1, max: 1e18, what: "training tokens" }).optional(),
  tokensPerParameter: tokensPerParameterSchema.optional(),
  epochs: quantity({ min: 0, exclusiveMin: true, max: 1e6, what: "passes over the data" }).optional(),
  /** Sequences, or examples, in the data. */
  examples: quantity({ min: 1, max: 1e15, what: "examples in the data" }).optional(),
  /** Lengths in tokens of the documents packed into sequences, where they do not see each other. */
  documentLengths: z.array(count(1e9, "tokens in a document")).min(1).max(10_000).optional(),
  ...trainingMemoryFields,
  /** What a run does with its model; every kind but pre-training says so. */
  runKind: z.enum(RUN_KINDS).optional(),
  /** Hours that one run takes on `cards` cards: its length as time, in place of counted work. */
  hours: quantity({ min: 0, exclusiveMin: true, max: 1e9, what: "hours of a run" }).optional(),
  /** Cards that one run has for its hours. */
  cards: count(1e9, "cards of a run").optional(),
  /** Prompts that are read, each with the answer that is written to it. */
  requests: quantity({ min: 1, max: 1e15, what: "requests" }).optional(),
  /** Tokens read for one request. */
  promptTokens: count(1e9, "tokens of a prompt").optional(),
  /** Tokens written for one request; 0 where an answer is only rated. */
  generatedTokens: boundedNumber({ min: 0, max: 1e9, integer: true, what: "tokens of an answer" }).optional(),
  /** Solved examples before each prompt, each as long as the prompt. */
  shots: boundedNumber({ min: 0, max: 1e6, integer: true, what: "examples before a prompt" }).optional(),
  /** Tokens that one card writes in a second: bound by memory, not by operations. */
  generationTokensPerSecond: quantity({
    min: 1e-6,
    max: 1e9,
    what: "tokens a second of one card",
  }).optional(),
  /** Blocks next to the input that are not trained. */
  frozenLayers: boundedNumber({ min: 0, max: 10_000, integer: true, what: "blocks" }).optional(),
  loraRank: count(1e6, "rank of the adapters").optional(),
  loraTargets: loraTargetsSchema.optional(),
  /** Active parameters of the model that is learned from. */
  teacherParameters: count(1e15, "parameters of the teacher").optional(),
  /** Times that every written token is trained on. */
  innerEpochs: boundedNumber({
    min: 0,
    exclusiveMin: true,
    max: 1_000,
    what: "passes over what was written",
  }).optional(),
  /** A frozen copy of the model reads every token. */
  referenceModel: z.boolean().optional(),
  /** The model itself reads every token once more before it is trained. */
  oldLogProbabilities: z.boolean().optional(),
  rewardParameters: count(1e15, "parameters of the reward model").optional(),
  criticParameters: count(1e15, "parameters of the critic").optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type TrainingFields = z.infer<typeof trainingFieldsSchema>;
export type TrainingField = keyof TrainingFields;

/**
 * The ways to say how long a run is: steps (of `batch` sequences), tokens, tokensPerParameter, epochs (of `examples`),
 * requests (of prompt and answer), hours (on `cards`). A recipe uses exactly one; where a nearer level of a plan uses
 * one, the farther level's others fall away.
 */
export const LENGTH_FIELDS = [
  "steps",
  "tokens",
  "tokensPerParameter",
  "epochs",
  "requests",
  "hours",
] as const satisfies readonly TrainingField[];

/** What a field of a kind of run is when nobody states it. */
export const WORK_DEFAULTS = {
  runKind: DEFAULT_RUN_KIND,
  frozenLayers: 0,
  loraTargets: "all",
  generatedTokens: 0,
  shots: 0,
  innerEpochs: 1,
  referenceModel: true,
  oldLogProbabilities: true,
} as const;
