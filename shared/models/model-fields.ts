/** A model as a plan writes it down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import type { FieldFault } from "./field-fault.ts";
import { BIASES, MASKS, NORMS, POSITIONS } from "./shape.ts";

/** The largest value of each field: far beyond any model, and low enough to catch a slip of the keyboard. */
export const MODEL_LIMITS = {
  layers: 10_000,
  width: 1_000_000,
  heads: 100_000,
  headSize: 1_000_000,
  feedForward: 10_000_000,
  feedForwardRatio: 1_000,
  vocabulary: 100_000_000,
  positions: 1_000_000_000,
  parameters: 1e15,
  forwardFlopPerExample: 1e30,
} as const;

const countUpTo = (max: number, what: string) => boundedNumber({ min: 1, max, integer: true, what });
const positiveUpTo = (max: number, what: string) => boundedNumber({ min: 0, exclusiveMin: true, max, what });

/** The keys of `model` in a plan document. Bounds are of each field alone; `completeShape` looks at them together. */
export const modelFieldsSchema = strictObject({
  kind: z.enum(["transformer", "stated"]).optional(),
  layers: countUpTo(MODEL_LIMITS.layers, "blocks").optional(),
  width: countUpTo(MODEL_LIMITS.width, "width").optional(),
  heads: countUpTo(MODEL_LIMITS.heads, "query heads").optional(),
  headSize: countUpTo(MODEL_LIMITS.headSize, "size of a head").optional(),
  keyValueHeads: countUpTo(MODEL_LIMITS.heads, "key and value heads").optional(),
  feedForward: countUpTo(MODEL_LIMITS.feedForward, "feed-forward width").optional(),
  feedForwardRatio: positiveUpTo(MODEL_LIMITS.feedForwardRatio, "feed-forward width ÷ width").optional(),
  gated: z.boolean().optional(),
  vocabulary: countUpTo(MODEL_LIMITS.vocabulary, "tokens in the vocabulary").optional(),
  tiedEmbeddings: z.boolean().optional(),
  norm: z.enum(NORMS).optional(),
  normBias: z.boolean().optional(),
  positions: z.enum(POSITIONS).optional(),
  maxPositions: countUpTo(MODEL_LIMITS.positions, "positions").nullable().optional(),
  biases: z.enum(BIASES).optional(),
  mask: z.enum(MASKS).optional(),
  window: countUpTo(MODEL_LIMITS.positions, "tokens in the window").nullable().optional(),
  parameters: countUpTo(MODEL_LIMITS.parameters, "parameters").optional(),
  activeParameters: countUpTo(MODEL_LIMITS.parameters, "active parameters").optional(),
  forwardFlopPerExample: positiveUpTo(MODEL_LIMITS.forwardFlopPerExample, "FLOP").optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type ModelFields = z.infer<typeof modelFieldsSchema>;
export type ModelField = keyof ModelFields;
export type ShapeFault = FieldFault<ModelField>;

/** Fields that only a model with stated counts has. */
export const STATED_FIELDS = ["parameters", "activeParameters", "forwardFlopPerExample", "source"] as const;

/** Fields that only a transformer has. */
export const TRANSFORMER_FIELDS = [
  "layers",
  "width",
  "heads",
  "headSize",
  "keyValueHeads",
  "feedForward",
  "feedForwardRatio",
  "gated",
  "vocabulary",
  "tiedEmbeddings",
  "norm",
  "normBias",
  "positions",
  "maxPositions",
  "biases",
  "mask",
  "window",
] as const;

/** Two ways to say one thing: where a nearer level of a plan uses one of them, the farther level's other one falls away. */
export const FEED_FORWARD_FIELDS = ["feedForward", "feedForwardRatio"] as const;

/**
 * What a field is when nobody states it, and why. The two that follow from other fields: `keyValueHeads` is `heads`
 * (plain multi-head attention), `normBias` is true for `layer` and false otherwise (layer norm was published with a
 * bias, Ba et al. 2016; root-mean-square norm without, Zhang and Sennrich 2019).
 */
export const MODEL_DEFAULTS = {
  kind: { value: "transformer", reason: "what most plans train" },
  feedForwardRatio: { value: 4, reason: "Vaswani et al. 2017 and the GPT family; gated models state their own" },
  gated: { value: false, reason: "two feed-forward matrices, Vaswani et al. 2017; a gate is stated, never guessed" },
  tiedEmbeddings: { value: false, reason: "large language models since LLaMA keep a separate output matrix" },
  norm: { value: "rms", reason: "LLaMA and most decoders since, Touvron et al. 2023" },
  positions: { value: "rotary", reason: "LLaMA and most decoders since, Touvron et al. 2023; they have no parameters" },
  biases: { value: "none", reason: "PaLM, LLaMA and most decoders since, Chowdhery et al. 2022" },
  mask: { value: "causal", reason: "language models are trained to predict the next token" },
  window: { value: null, reason: "attention to every earlier token, unless a window is stated" },
} as const;
