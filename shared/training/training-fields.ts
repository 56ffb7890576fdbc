/** A training recipe as a plan writes it down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { PARAMETERS_OF } from "../models/parameter-count.ts";
import { boundedNumber, quantity } from "../ranges/quantity.ts";
import { trainingMemoryFields } from "./memory-fields.ts";

const count = (max: number, what: string) => boundedNumber({ min: 1, max, integer: true, what });

/** A training length as a multiple of the model's size, and which count of its parameters that multiplies. */
export const tokensPerParameterSchema = strictObject({
  ratio: quantity({ min: 0, exclusiveMin: true, max: 1e6, what: "training tokens per parameter" }),
  of: z.enum(PARAMETERS_OF),
});

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
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type TrainingFields = z.infer<typeof trainingFieldsSchema>;
export type TrainingField = keyof TrainingFields;

/**
 * The four ways to say how long a run trains: steps (of `batch` sequences), tokens, tokensPerParameter, epochs (of
 * `examples`). A recipe uses exactly one; where a nearer level of a plan uses one, the farther level's others fall away.
 */
export const LENGTH_FIELDS = [
  "steps",
  "tokens",
  "tokensPerParameter",
  "epochs",
] as const satisfies readonly TrainingField[];
